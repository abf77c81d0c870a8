import { Button, Field, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Problem } from '../../dispatch/problem-agenda';
import type { AdvanceField } from '../../dispatch/problem-field';
import type { NextStage } from '../../dispatch/problem-advance';
import type { CheckReport } from '../../job/report';
import { labelOf } from '../../plan/choice';
import type { Issue } from '../../rule/issue';
import { advanceWords, describeDeadline, describeRefusal } from '../../text/dispatch-problem';
import { describeIssue, sentenceOf } from '../../text/issue';
import { uiWords } from '../../text/ui';
import { PaneDialog } from '../frame/PaneDialog';
import { locateIn } from '../issue/locate';
import { useCommands } from '../state/PaneContext';
import { AdvanceFieldInput } from './AdvanceFieldInput';
import { useAdvanceDraft } from './use-advance-draft';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  problem: { display: 'flex', flexDirection: 'column', gap: '2px', padding: '8px 12px', backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
  choices: { flexWrap: 'wrap' },
  said: { margin: 0, padding: 0, listStyleType: 'none' },
  note: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  /** The report in which the problem was seen. */
  readonly report: CheckReport;
  readonly problem: Problem;
  readonly onClose: () => void;
}

/** 推进: where to, what that state needs, and what the rules say of the row as it would be, in their own sentences. */
export function AdvanceDialog({ report, problem, onClose }: Props) {
  const styles = useStyles();
  const { advance } = useCommands();
  const { plan } = report;
  const draft = useAdvanceDraft(report, problem);
  const { choices, to, fields, isTried, verdict } = draft;
  const stageName = (stage: NextStage): string => labelOf(plan, 'problemState', stage);
  const body = useRef<HTMLDivElement>(null);
  const submit = (): void => {
    // What refuses the step is drawn before the first field that it is about takes the focus.
    const move = flushSync(() => draft.submit());
    if (move === null) {
      body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    onClose();
    void advance(report, move);
  };
  const refusals = isTried ? verdict.refusals : [];
  // Said at the field that it is about: the first one, or each that is missing.
  const isAbout = ({ code, columns }: Issue, { column }: AdvanceField): boolean => (code === 'cell/required' ? columns.includes(column.key) : columns[0] === column.key);
  const refusalOf = (field: AdvanceField): string | undefined => {
    const refusal = refusals.find((issue) => isAbout(issue, field));
    return refusal && describeRefusal(describeIssue({ ...refusal, columns: refusal.code === 'cell/required' ? [field.column.key] : refusal.columns }, plan, report.lists));
  };
  return (
    <PaneDialog
      title={advanceWords.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button appearance="primary" onClick={submit}>
            {`${advanceWords.to}“${stageName(to)}”`}
          </Button>
        </>
      }
    >
      <div ref={body} className={styles.root}>
        <div className={styles.problem}>
          <Text weight="semibold">{problem.projectName}</Text>
          <Text>{problem.description}</Text>
          <Text size={200} className={styles.note}>
            {describeDeadline(problem)}
          </Text>
        </div>
        {choices.length > 1 && (
          <Field label={advanceWords.to}>
            <RadioGroup className={styles.choices} layout="horizontal" value={to} onChange={(_, { value }) => draft.choose(value as NextStage)}>
              {choices.map((stage) => (
                <Radio key={stage} value={stage} label={stageName(stage)} />
              ))}
            </RadioGroup>
          </Field>
        )}
        {fields.map((field) => {
          const refusal = refusalOf(field);
          return (
            <AdvanceFieldInput
              key={field.column.key}
              plan={plan}
              field={field}
              text={draft.textOf(field.column)}
              isRefused={refusal !== undefined}
              refusal={refusal}
              isWrongDay={draft.isWrongDay(field.column)}
              onText={(text) => draft.write(field.column, text)}
            />
          );
        })}
        {to === 'supervised' && (
          <Text size={200} block className={styles.note}>
            {advanceWords.pressed}
          </Text>
        )}
        <Said report={report} title={advanceWords.refused} intent="error" issues={refusals.filter((issue) => !fields.some((field) => isAbout(issue, field)))} />
        <Said report={report} title={advanceWords.cautions} intent="warning" issues={verdict.cautions} />
        <Said report={report} title={advanceWords.standing} intent="info" issues={verdict.standing} />
        <Text size={200} block className={styles.note}>
          {advanceWords.note}
        </Text>
      </div>
    </PaneDialog>
  );
}

interface SaidProps {
  readonly report: CheckReport;
  readonly title: string;
  readonly intent: 'error' | 'warning' | 'info';
  readonly issues: readonly Issue[];
}

/** What rules say, in their own sentences. */
function Said({ report, title, intent, issues }: SaidProps) {
  const styles = useStyles();
  if (issues.length === 0) return null;
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <ul className={styles.said}>
          {issues.map((issue) => (
            <li key={issue.id}>{sentenceOf(issue, report.plan, report.lists, locateIn(report))}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

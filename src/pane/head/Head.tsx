import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import { ArrowSync16Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { lazy, Suspense, useState } from 'react';
import type { WorkbookState } from '../../job/report';
import type { Plan } from '../../plan/plan';
import { restoreTexts, uiWords } from '../../text/ui';
import { scopeName } from '../../text/workbook';
import { useCommands, usePaneState } from '../state/PaneContext';
import { AsOfField } from './AsOfField';
import { Verdict } from './Verdict';

const GenerateAgain = lazy(async () => ({ default: (await import('../start/GenerateAgain')).GenerateAgain }));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px 12px 8px' },
  title: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  heading: { margin: 0 },
  again: { flexShrink: 0, marginRight: '-8px', fontWeight: tokens.fontWeightRegular },
  plan: { color: tokens.colorNeutralForeground2, display: 'block', marginTop: '-8px' },
  buttons: { display: 'flex', gap: '8px' },
  main: { flex: '1 1 0' },
});

interface Props {
  readonly workbook: Extract<WorkbookState, { kind: 'ours' }>;
  readonly plan: Plan;
}

/** What this workbook is, its 统计截止日, and the commands for the whole of it. */
export function Head({ workbook, plan }: Props) {
  const styles = useStyles();
  const commands = useCommands();
  const { task } = usePaneState();
  const [isAsking, setIsAsking] = useState(false);
  // A click on a command also leaves the date field, whose task must not take the click away.
  const isBusy = task !== null && task.name !== 'asOf';
  const kind = workbook.scope.kind === 'city' ? uiWords.cityWorkbook : uiWords.unitWorkbook;
  return (
    <header className={styles.root}>
      <div className={styles.title}>
        <Text as="h1" size={500} weight="semibold" className={styles.heading}>
          {scopeName(plan, workbook.scope)}
        </Text>
        <Button
          className={styles.again}
          appearance="subtle"
          size="small"
          icon={<ArrowSync16Regular />}
          disabledFocusable={isBusy}
          onClick={() => setIsAsking(true)}
        >
          {uiWords.regenerate}
        </Button>
      </div>
      <Text size={200} className={styles.plan}>
        {`${plan.number}\u3000${kind}`}
      </Text>
      {workbook.hasBackup && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{restoreTexts.title}</MessageBarTitle>
            {restoreTexts.body}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" appearance="primary" disabledFocusable={isBusy} onClick={() => void commands.restore()}>
              {uiWords.restore}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <AsOfField asOf={workbook.asOf} isBusy={isBusy} />
      <div className={styles.buttons}>
        <Button className={styles.main} appearance="primary" disabledFocusable={isBusy} onClick={() => void commands.check()}>
          {uiWords.check}
        </Button>
        <Button disabledFocusable={isBusy} onClick={() => void commands.recalculate()}>
          {uiWords.recalculate}
        </Button>
      </div>
      <Verdict lastCheck={workbook.lastCheck} />
      {isAsking && (
        <Suspense fallback={null}>
          <GenerateAgain workbook={workbook} onClose={() => setIsAsking(false)} />
        </Suspense>
      )}
    </header>
  );
}

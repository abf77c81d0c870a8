import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';
import { describeIssue } from '../../text/issue';
import { explainDialogTexts, uiWords } from '../../text/ui';
import { PaneDialog } from '../frame/PaneDialog';
import { locateIn } from '../issue/locate';
import { useCommands } from '../state/PaneContext';
import { ReasonFields } from './ReasonFields';
import { useSignedReason } from './use-signed-reason';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  issue: { display: 'flex', flexDirection: 'column', gap: '2px', padding: '8px 12px', backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
  note: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly report: CheckReport;
  readonly issue: Issue;
  readonly onClose: () => void;
}

/** 说明情况: an issue that is true to the facts is accepted by a person, with a reason. */
export function ExplainDialog({ report, issue, onClose }: Props) {
  const styles = useStyles();
  const { explain } = useCommands();
  const draft = useSignedReason(null);
  const told = describeIssue(issue, report.plan, report.lists, locateIn(report));
  const submit = (): void => {
    const reason = draft.submit();
    if (reason === null) return;
    onClose();
    void explain(issue, reason);
  };
  return (
    <PaneDialog
      title={explainDialogTexts.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button appearance="primary" onClick={submit}>
            {explainDialogTexts.submit}
          </Button>
        </>
      }
    >
      <div className={styles.root}>
        <div className={styles.issue}>
          <Text weight="semibold">{told.where}</Text>
          <Text>{`${told.seen}，${told.expected}。`}</Text>
        </div>
        <ReasonFields draft={draft} whoLabel={explainDialogTexts.who} whyLabel={explainDialogTexts.why} whyHint={explainDialogTexts.whyHint} />
        <Text size={200} block className={styles.note}>
          {explainDialogTexts.note}
        </Text>
      </div>
    </PaneDialog>
  );
}

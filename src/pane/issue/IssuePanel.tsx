import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';
import { nameOfRule } from '../../text/rule-name';
import { issueTexts, uiWords } from '../../text/ui';
import { countWaitingRows, describeUnlisted } from '../../text/ui-sentence';
import { EmptyState } from '../frame/EmptyState';
import { IssueList } from './IssueList';
import { SwitchedOffLine } from './SwitchedOffLine';

const RuleDialog = lazy(async () => ({ default: (await import('../rule/RuleDialog')).RuleDialog }));
const AdjustRule = lazy(async () => ({ default: (await import('../rule/AdjustRule')).AdjustRule }));
const ExplainDialog = lazy(async () => ({ default: (await import('../decide/ExplainDialog')).ExplainDialog }));

const useStyles = makeStyles({
  unlisted: { display: 'block', padding: '8px 12px', color: tokens.colorNeutralForeground2 },
});

/** The dialog that is open, and the issue that it was opened from. */
interface Asked {
  readonly what: 'why' | 'adjust' | 'explain';
  readonly issue: Issue;
}

interface Props {
  readonly report: CheckReport;
  /** The issues that the filter lets through. */
  readonly issues: readonly Issue[];
  /** What scrolls; null until it is drawn. */
  readonly page: HTMLElement | null;
  readonly onClearFilter: () => void;
}

export function IssuePanel({ report, issues, page, onClearFilter }: Props) {
  const styles = useStyles();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const { result } = report;
  if (result.issues.length === 0) {
    return (
      <>
        {countWaitingRows(result.waiting) > 0 ? (
          <EmptyState sign="waiting" title={issueTexts.onlyWaiting} hint={issueTexts.onlyWaitingHint} />
        ) : (
          <EmptyState sign="good" title={issueTexts.none} hint={issueTexts.noneHint} />
        )}
        <SwitchedOffLine report={report} />
      </>
    );
  }
  return (
    <>
      {issues.length === 0 ? (
        <EmptyState sign="waiting" title={issueTexts.filteredOut}>
          <Button size="small" onClick={onClearFilter}>
            {uiWords.clearFilter}
          </Button>
        </EmptyState>
      ) : (
        <IssueList report={report} issues={issues} page={page} onAsk={(what, issue) => setAsked({ what, issue })} />
      )}
      {Object.entries(result.unlisted).map(([code, count]) => (
        <Text key={code} size={200} className={styles.unlisted}>
          {describeUnlisted(nameOfRule(code), count)}
        </Text>
      ))}
      <SwitchedOffLine report={report} />
      {asked && (
        <Suspense fallback={null}>
          {asked.what === 'why' && (
            <RuleDialog
              plan={report.plan}
              code={asked.issue.code}
              source={asked.issue.source}
              onAdjust={() => setAsked({ ...asked, what: 'adjust' })}
              onClose={close}
            />
          )}
          {asked.what === 'adjust' && <AdjustRule plan={report.plan} code={asked.issue.code} onClose={close} />}
          {asked.what === 'explain' && <ExplainDialog report={report} issue={asked.issue} onClose={close} />}
        </Suspense>
      )}
    </>
  );
}

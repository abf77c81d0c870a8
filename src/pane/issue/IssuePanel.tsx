import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';
import { nameOfRule } from '../../text/rule-name';
import { issueTexts, uiWords } from '../../text/ui';
import { countWaitingRows, describeUnlisted } from '../../text/ui-sentence';
import { EmptyState } from '../frame/EmptyState';
import { IssueList } from './IssueList';

const ClauseDialog = lazy(async () => ({ default: (await import('./ClauseDialog')).ClauseDialog }));

const useStyles = makeStyles({
  unlisted: { display: 'block', padding: '8px 12px', color: tokens.colorNeutralForeground2 },
});

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
  const [source, setSource] = useState<string | null>(null);
  const { result } = report;
  if (result.issues.length === 0) {
    return countWaitingRows(result.waiting) > 0 ? (
      <EmptyState sign="waiting" title={issueTexts.onlyWaiting} hint={issueTexts.onlyWaitingHint} />
    ) : (
      <EmptyState sign="good" title={issueTexts.none} hint={issueTexts.noneHint} />
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
        <IssueList report={report} issues={issues} page={page} onClause={setSource} />
      )}
      {Object.entries(result.unlisted).map(([code, count]) => (
        <Text key={code} size={200} className={styles.unlisted}>
          {describeUnlisted(nameOfRule(code), count)}
        </Text>
      ))}
      {source !== null && (
        <Suspense fallback={null}>
          <ClauseDialog plan={report.plan} source={source} onClose={() => setSource(null)} />
        </Suspense>
      )}
    </>
  );
}

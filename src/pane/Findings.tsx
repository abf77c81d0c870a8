import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useId, useMemo, useState } from 'react';
import type { CheckReport } from '../job/report';
import { uiWords } from '../text/ui';
import { countUndecided, countWaitingRows, inThousands } from '../text/ui-sentence';
import { filterIssues, noFilter, type IssueFilter } from './issue/filter';
import { IssuePanel } from './issue/IssuePanel';
import { IssueToolbar } from './issue/IssueToolbar';
import type { Freshness } from './state/state';
import { UndecidedPanel } from './waiting/UndecidedPanel';
import { WaitingPanel } from './waiting/WaitingPanel';

type TabName = 'issues' | 'waiting' | 'undecided';

const useStyles = makeStyles({
  sticky: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { flexWrap: 'wrap', paddingLeft: '4px' },
  tab: { paddingInline: '8px' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'pre' },
});

interface Props {
  readonly report: CheckReport;
  readonly freshness: Freshness;
  /** What scrolls; null until it is drawn. */
  readonly page: HTMLElement | null;
}

/** What was found: issues, what waits to be filled in, and what could not be compared. */
export function Findings({ report, freshness, page }: Props) {
  const styles = useStyles();
  const id = useId();
  const { issues, counts, waiting, undecided } = report.result;
  const waitingRows = countWaitingRows(waiting);
  // Who opens an untouched workbook has nothing to mend, but much to fill in.
  const [tab, setTab] = useState<TabName>(counts.error === 0 && waitingRows > 0 ? 'waiting' : 'issues');
  const [seen, setSeen] = useState(report);
  const [filter, setFilter] = useState<IssueFilter>(noFilter);
  const shown = useMemo(() => filterIssues(issues, filter), [issues, filter]);
  const missing = undecided.filter((each) => each.reason !== 'waiting');

  // 一键校验 shows its result; edits leave the user where he is.
  if (seen !== report) {
    setSeen(report);
    if (freshness === 'checked' && counts.error > 0) setTab('issues');
  }

  const tabs: readonly (readonly [TabName, string, number])[] = [
    ['issues', uiWords.issues, counts.error + counts.warning + counts.info],
    ['waiting', uiWords.waiting, waitingRows],
    ['undecided', uiWords.undecided, countUndecided(undecided)],
  ];
  return (
    <>
      <div className={styles.sticky}>
        <TabList className={styles.tabs} size="small" selectedValue={tab} onTabSelect={(_, { value }) => setTab(value as TabName)}>
          {tabs.map(([name, label, count]) => (
            <Tab key={name} id={`${id}${name}`} value={name} className={styles.tab}>
              {label}
              <span className={styles.count}>{` ${inThousands(count)}`}</span>
            </Tab>
          ))}
        </TabList>
        {tab === 'issues' && issues.length > 0 && (
          <IssueToolbar report={report} filter={filter} onFilter={setFilter} shown={shown} />
        )}
      </div>
      <div role="tabpanel" aria-labelledby={`${id}${tab}`}>
        {tab === 'issues' && <IssuePanel report={report} issues={shown} page={page} onClearFilter={() => setFilter(noFilter)} />}
        {tab === 'waiting' && <WaitingPanel report={report} />}
        {tab === 'undecided' && <UndecidedPanel report={report} undecided={missing} />}
      </div>
    </>
  );
}

import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';
import { issueTexts } from '../../text/ui';
import { useCommands, usePaneState } from '../state/PaneContext';
import type { IssueAction } from './issue-action';
import { IssueItem } from './IssueItem';
import { locateIn } from './locate';
import { useIssueRows } from './use-issue-rows';

const useStyles = makeStyles({
  list: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

interface Props {
  readonly report: CheckReport;
  readonly issues: readonly Issue[];
  /** What scrolls: the list is part of a longer page. Null until it is drawn. */
  readonly page: HTMLElement | null;
  /** Asks for why, or for the words of an explanation. */
  readonly onAsk: (what: 'why' | 'explain', issue: Issue) => void;
}

/**
 * Issues by the thousand: only those in sight are drawn. One of them can be reached by Tab; arrow keys, Home and End
 * move it.
 */
export function IssueList({ report, issues, page, onAsk }: Props) {
  const styles = useStyles();
  const { show, fix, withdraw } = useCommands();
  const { task } = usePaneState();
  const locate = useMemo(() => locateIn(report), [report]);
  const { list, rows, height, offset, measure, active, setActive, onKeyDown } = useIssueRows(issues, page);
  const act = (action: IssueAction, issue: Issue): void => {
    if (action === 'show') void show(issue);
    else if (action === 'fix') void fix([issue]);
    else if (action === 'withdraw') void withdraw(issue);
    else onAsk(action, issue);
  };
  return (
    <div ref={list} role="list" aria-label={issueTexts.list} className={styles.list} style={{ height }} onKeyDown={onKeyDown}>
      {rows.map((row) => {
        const issue = issues[row.index];
        return (
          issue && (
            <div
              key={row.key}
              ref={measure}
              role="listitem"
              aria-setsize={issues.length}
              aria-posinset={row.index + 1}
              data-index={row.index}
              className={styles.row}
              style={{ transform: `translateY(${row.start - offset}px)` }}
              onFocus={() => setActive(row.index)}
            >
              <IssueItem
                issue={issue}
                report={report}
                locate={locate}
                isActive={row.index === active}
                isBusy={task !== null}
                onAction={(action) => act(action, issue)}
              />
            </div>
          )
        );
      })}
    </div>
  );
}

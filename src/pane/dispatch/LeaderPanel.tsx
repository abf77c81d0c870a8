import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { readLeaderAgenda } from '../../dispatch/leader-agenda';
import type { CheckReport } from '../../job/report';
import { describeHalfMonth, describeLeader, describeLeaders, leaderWords } from '../../text/dispatch-leader';
import { describeIssue } from '../../text/issue';
import { EmptyState } from '../frame/EmptyState';
import { PagedItems } from '../frame/PagedItems';
import { Disclosure } from '../waiting/Disclosure';
import { EmptyList } from './EmptyList';
import { LedProjectItem } from './LedProjectItem';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '0 12px 8px' },
  note: { color: tokens.colorNeutralForeground2 },
  summary: { display: 'flex', flexDirection: 'column', gap: '2px' },
  leaders: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** Leaders, and projects of one, drawn at a time. */
const pageful = 50;

/** 包保: per vice-mayor the projects, when each was last dispatched and is due again, and what is open. */
export function LeaderPanel({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const { plan, lists, entries, result } = report;
  const leaders = useMemo(() => readLeaderAgenda(entries, plan, lists), [entries, plan, lists]);
  if (leaders === null) return <EmptyState sign="waiting" title={leaderWords.gone} hint={leaderWords.goneHint} />;
  if (leaders.length === 0) return <EmptyList report={report} list="4" title={leaderWords.empty} hint={leaderWords.emptyHint} />;
  // How many projects each should have is the rule's to say, as the office weighs and explains it.
  const counts = result.issues.filter(({ code, explained }) => code === 'list/leader-count' && !explained);
  return (
    <>
      <div className={styles.head}>
        <Text weight="semibold">{describeLeaders(leaders)}</Text>
        <Text size={200} className={styles.note}>
          {describeHalfMonth(plan.thresholds.dispatchDays)}
        </Text>
        {counts.length > 0 && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              {counts.map((issue) => {
                const { seen, expected, action } = describeIssue(issue, plan, lists);
                return <div key={issue.id}>{`${seen}，${expected}。${action}。`}</div>;
              })}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      <ul className={styles.leaders}>
        <PagedItems
          items={leaders}
          pageful={pageful}
          draw={(leader) => (
            <li key={leader.key}>
              <Disclosure
                startsOpen={leader.overdue > 0}
                summary={
                  <span className={styles.summary}>
                    <Text weight="semibold">{leader.leader === '' ? leaderWords.noLeader : leader.leader}</Text>
                    <Text size={200} className={styles.note}>
                      {describeLeader(leader)}
                    </Text>
                  </span>
                }
              >
                <PagedItems items={leader.projects} pageful={pageful} draw={(project) => <LedProjectItem key={project.row} project={project} report={report} />} />
              </Disclosure>
            </li>
          )}
        />
      </ul>
    </>
  );
}

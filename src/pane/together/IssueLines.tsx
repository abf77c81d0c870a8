import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';
import { describeIssue } from '../../text/issue';
import { PagedItems } from '../frame/PagedItems';
import { kindOf, weightOf } from '../issue/filter';
import { locateIn } from '../issue/locate';
import { SeverityMark } from '../issue/SeverityMark';

/** As many as anybody reads before mending; more are shown on demand. */
const pageful = 50;

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px', padding: '8px 12px' },
  words: { display: 'flex', flexDirection: 'column', gap: '2px' },
  note: { color: tokens.colorNeutralForeground2 },
});

export interface IssueLine {
  readonly issue: Issue;
  /** The report that the issue's rows are counted in. */
  readonly report: CheckReport;
  /** Which file it is in, where that is not plain from what stands around. */
  readonly file: string | null;
}

/** Issues of files that are not open: nothing to click, the gravest first. List items. */
export function IssueLines({ lines }: { readonly lines: readonly IssueLine[] }) {
  const styles = useStyles();
  const ordered = useMemo(() => [...lines].sort((a, b) => weightOf(a.issue) - weightOf(b.issue)), [lines]);
  return (
    <PagedItems
      items={ordered}
      pageful={pageful}
      draw={({ issue, report, file }, at) => {
        const told = describeIssue(issue, report.plan, report.lists, issue.list === null ? undefined : locateIn(report));
        return (
          <li key={`${file}|${issue.id}|${at}`} className={styles.line}>
            <SeverityMark kind={kindOf(issue)} />
            <span className={styles.words}>
              {file !== null && (
                <Text size={200} className={styles.note}>
                  {file}
                </Text>
              )}
              <Text weight="semibold">{told.where}</Text>
              <Text>
                {`${told.seen}，${told.expected}。`}
                <span className={styles.note}>{`${told.action}。〔${told.clause}〕`}</span>
              </Text>
            </span>
          </li>
        );
      }}
    />
  );
}

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { BookOpen16Regular } from '@fluentui/react-icons/svg/book-open';
import { Wrench16Regular } from '@fluentui/react-icons/svg/wrench';
import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';
import { describeIssue } from '../../text/issue';
import type { Locate } from '../../text/speaker';
import { issueTexts, uiWords } from '../../text/ui';
import { plainButton } from '../look/plain-button';
import { SeverityMark } from './SeverityMark';

const useStyles = makeStyles({
  root: {
    padding: '0 12px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  frame: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px', padding: '10px 0 6px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  main: {
    ...plainButton,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  action: { color: tokens.colorNeutralForeground2 },
  foot: { gridColumn: 2, display: 'flex', justifyContent: 'space-between', alignItems: 'center', minHeight: '28px' },
  clause: { marginLeft: '-8px', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
});

interface Props {
  readonly issue: Issue;
  readonly report: CheckReport;
  readonly locate: Locate;
  readonly isActive: boolean;
  readonly isBusy: boolean;
  readonly onShow: () => void;
  readonly onClause: () => void;
  readonly onFix: () => void;
}

/** One issue: where, what was seen, what was expected, what to do; its clause; 修正 where there is a fix. */
export function IssueItem({ issue, report, locate, isActive, isBusy, onShow, onClause, onFix }: Props) {
  const styles = useStyles();
  const told = describeIssue(issue, report.plan, report.lists, locate);
  const tabIndex = isActive ? 0 : -1;
  return (
    <div className={styles.root}>
      <div className={styles.frame}>
        <SeverityMark severity={issue.severity} />
        <button type="button" className={styles.main} tabIndex={tabIndex} title={issueTexts.locate} onClick={onShow}>
          <Text weight="semibold">{told.where}</Text>
          <Text>
            {`${told.seen}，${told.expected}。`}
            <span className={styles.action}>
              {issue.explained ? `${issueTexts.explained}：${issue.explained.why}（${issue.explained.who}）。` : `${told.action}。`}
            </span>
          </Text>
        </button>
        <div className={styles.foot}>
          <Button
            className={styles.clause}
            size="small"
            appearance="transparent"
            icon={<BookOpen16Regular />}
            tabIndex={tabIndex}
            onClick={onClause}
          >
            {`${uiWords.clause} ${told.clause}`}
          </Button>
          {issue.fix && (
            <Button size="small" icon={<Wrench16Regular />} tabIndex={tabIndex} disabledFocusable={isBusy} onClick={onFix}>
              {uiWords.fix}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

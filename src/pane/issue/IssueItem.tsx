import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Lightbulb16Regular } from '@fluentui/react-icons/svg/lightbulb';
import { Wrench16Regular } from '@fluentui/react-icons/svg/wrench';
import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';
import { mayExplain } from '../../rule/permission';
import { describeIssue } from '../../text/issue';
import type { Locate } from '../../text/speaker';
import { explainDialogTexts, helpTexts, issueTexts, uiWords } from '../../text/ui';
import { withoutStop } from '../../text/ui-sentence';
import { plainButton } from '../look/plain-button';
import { kindOf } from './filter';
import type { IssueAction } from './issue-action';
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
  foot: { gridColumn: 2, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', minHeight: '28px' },
  clause: { marginRight: 'auto', marginLeft: '-8px', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
});

interface Props {
  readonly issue: Issue;
  readonly report: CheckReport;
  readonly locate: Locate;
  readonly isActive: boolean;
  readonly isBusy: boolean;
  readonly onAction: (action: IssueAction) => void;
}

/**
 * One issue: where, what was seen, what was expected, what to do; why, with its clause; 修正 where there is a fix;
 * 说明情况 where it can be true to the facts, and what was said of it.
 */
export function IssueItem({ issue, report, locate, isActive, isBusy, onAction }: Props) {
  const styles = useStyles();
  const told = describeIssue(issue, report.plan, report.lists, locate);
  const tabIndex = isActive ? 0 : -1;
  return (
    <div className={styles.root}>
      <div className={styles.frame}>
        <SeverityMark kind={kindOf(issue)} />
        <button type="button" className={styles.main} tabIndex={tabIndex} title={issueTexts.locate} onClick={() => onAction('show')}>
          <Text weight="semibold">{told.where}</Text>
          <Text>
            {`${told.seen}，${told.expected}。`}
            <span className={styles.action}>
              {issue.explained ? `${issueTexts.explained}：${withoutStop(issue.explained.why)}（${issue.explained.who}）。` : `${told.action}。`}
            </span>
          </Text>
        </button>
        <div className={styles.foot}>
          <Button
            className={styles.clause}
            size="small"
            appearance="transparent"
            icon={<Lightbulb16Regular />}
            tabIndex={tabIndex}
            onClick={() => onAction('why')}
          >
            {`${helpTexts.why}〔${told.clause}〕`}
          </Button>
          {mayExplain(issue) && (
            <Button
              size="small"
              appearance="subtle"
              tabIndex={tabIndex}
              disabledFocusable={isBusy}
              onClick={() => onAction(issue.explained ? 'withdraw' : 'explain')}
            >
              {issue.explained ? explainDialogTexts.withdraw : explainDialogTexts.open}
            </Button>
          )}
          {issue.fix && !issue.explained && (
            <Button size="small" icon={<Wrench16Regular />} tabIndex={tabIndex} disabledFocusable={isBusy} onClick={() => onAction('fix')}>
              {uiWords.fix}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

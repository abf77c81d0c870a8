import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { timeOfDay, todayOf } from '../../job/as-of';
import { formatSerial } from '../../plan/day';
import type { CheckResult } from '../../rule/issue';
import { countWaitingRows, describeFreshness, describeVerdict } from '../../text/ui-sentence';
import { usePaneState, useSurroundings } from '../state/PaneContext';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: '8px', alignItems: 'start' },
  icon: { fontSize: '20px', display: 'flex', paddingTop: '1px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  neutral: { color: tokens.colorNeutralForeground2 },
  when: { gridColumn: 2, color: tokens.colorNeutralForeground2 },
});

/** The state of the workbook in one line, and how old that knowledge is. */
export function Verdict({ lastCheck }: { readonly lastCheck: string | null }) {
  const styles = useStyles();
  const { report, freshness } = usePaneState();
  const around = useSurroundings();
  if (!report) return null;
  const { Icon, tone } = signOf(report.result);
  const then = { ...around, now: () => report.checkedAt };
  // As a check writes it into the workbook.
  const time = `${formatSerial(todayOf(then))} ${timeOfDay(then)}`;
  return (
    <div className={styles.root}>
      <span className={mergeClasses(styles.icon, styles[tone])} aria-hidden>
        <Icon />
      </span>
      <Text weight="semibold">{describeVerdict(report.result)}</Text>
      <Text size={200} className={styles.when}>
        {describeFreshness(freshness, time, lastCheck)}
      </Text>
    </div>
  );
}

function signOf({ counts, waiting }: CheckResult) {
  if (counts.error > 0) return { Icon: ErrorCircleFilled, tone: 'error' } as const;
  if (countWaitingRows(waiting) > 0) return { Icon: EditRegular, tone: 'neutral' } as const;
  if (counts.warning > 0) return { Icon: WarningFilled, tone: 'warning' } as const;
  return { Icon: CheckmarkCircleFilled, tone: 'good' } as const;
}

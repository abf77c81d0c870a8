import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { LedProject } from '../../dispatch/leader-agenda';
import type { CheckReport } from '../../job/report';
import { unitOf } from '../../plan/unit';
import { describeDispatch, describeProgress } from '../../text/dispatch-leader';
import { dispatchTexts } from '../../text/dispatch-pane';
import { lateText } from '../look/late-text';
import { plainButton } from '../look/plain-button';
import { useCommands } from '../state/PaneContext';
import { placeOfRow } from './row-place';

const useStyles = makeStyles({
  main: {
    ...plainButton,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '8px 12px 8px 36px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  note: { color: tokens.colorNeutralForeground2 },
  late: lateText,
});

interface Props {
  readonly project: LedProject;
  readonly report: CheckReport;
}

/** One project that a vice-mayor leads; a click leads to its 最近调度日期. */
export function LedProjectItem({ project, report }: Props) {
  const styles = useStyles();
  const { goTo } = useCommands();
  const { plan } = report;
  const { projectName, unit, leadDepartment, row, isOverdue } = project;
  const go = (): void => {
    const place = placeOfRow(report, '4', row, 'dispatchedOn');
    void goTo(place.sheet, place.row, place.column);
  };
  return (
    <li>
      <button type="button" className={styles.main} title={dispatchTexts.go} onClick={go}>
        <Text weight="semibold">{projectName}</Text>
        <Text size={200} className={mergeClasses(styles.note, isOverdue && styles.late)}>
          {describeDispatch(project, plan.thresholds.dispatchDays)}
        </Text>
        <Text size={200} className={styles.note}>
          {describeProgress(project)}
        </Text>
        <Text size={200} className={styles.note}>
          {[unit === null ? '' : unitOf(plan, unit).name, leadDepartment].filter((part) => part !== '').join(' · ')}
        </Text>
      </button>
    </li>
  );
}

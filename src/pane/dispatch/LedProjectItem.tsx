import { mergeClasses, Text } from '@fluentui/react-components';
import type { LedProject } from '../../dispatch/leader-agenda';
import type { CheckReport } from '../../job/report';
import { unitOf } from '../../plan/unit';
import { describeDispatch, describeProgress } from '../../text/dispatch-leader';
import { dispatchTexts } from '../../text/dispatch-pane';
import { useCommands } from '../state/PaneContext';
import { placeOfRow } from './row-place';
import { useRowStyles } from './row-style';

interface Props {
  readonly project: LedProject;
  readonly report: CheckReport;
}

/** One project that a vice-mayor leads; a click leads to its 最近调度日期. */
export function LedProjectItem({ project, report }: Props) {
  const styles = useRowStyles();
  const { goTo } = useCommands();
  const { plan } = report;
  const { projectName, unit, leadDepartment, row, isOverdue } = project;
  const go = (): void => {
    const place = placeOfRow(report, '4', row, 'dispatchedOn');
    void goTo(place.sheet, place.row, place.column);
  };
  return (
    <li>
      <button type="button" className={styles.whole} title={dispatchTexts.go} onClick={go}>
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

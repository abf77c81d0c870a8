import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { PermitProject } from '../../dispatch/permit-agenda';
import type { CheckReport } from '../../job/report';
import { permitColumn } from '../../list/list-9';
import { unitOf } from '../../plan/unit';
import { dispatchTexts } from '../../text/dispatch-pane';
import { describeBlocked, describePermitRate, describeStart, namesOfPermits, permitWords } from '../../text/dispatch-permit';
import { useCommands } from '../state/PaneContext';
import { placeOfRow } from './row-place';
import { useRowStyles } from './row-style';

const useStyles = makeStyles({
  // There is no heading over these.
  whole: { paddingLeft: '12px' },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  part: { display: 'grid', gridTemplateColumns: '62px minmax(0, 1fr)', columnGap: '8px' },
});

interface Props {
  readonly project: PermitProject;
  readonly report: CheckReport;
}

/** One project: how long is left, and which permits can be begun, are in hand, and wait for which. A click leads to the first of them. */
export function PermitProjectItem({ project, report }: Props) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
  const { goTo } = useCommands();
  const { plan } = report;
  const { row, projectName, unit, rate, barrier, ready, inHand, blocked, unknown, daysToStart, isStarted } = project;
  const isLate = daysToStart !== null && daysToStart < 0 && !isStarted;
  const parts: readonly (readonly [string, string])[] = [
    [permitWords.ready, namesOfPermits(plan, ready)],
    [permitWords.inHand, namesOfPermits(plan, inHand)],
    [permitWords.blocked, describeBlocked(plan, project)],
    [permitWords.unknown, namesOfPermits(plan, unknown)],
    [permitWords.barrier, barrier],
  ];
  const said = parts.filter(([, text]) => text !== '');
  const go = (): void => {
    const first = ready[0] ?? inHand[0] ?? blocked[0]?.permit ?? unknown[0];
    const place = placeOfRow(report, '9', row, first === undefined ? 'plannedStart' : permitColumn(first, 'state'));
    void goTo(place.sheet, place.row, place.column);
  };
  return (
    <li className={styles.item}>
      <button type="button" className={mergeClasses(rowStyles.whole, styles.whole)} title={dispatchTexts.go} onClick={go}>
        <Text weight="semibold">{projectName}</Text>
        <Text size={200} className={rowStyles.note}>
          <span className={isLate ? rowStyles.late : undefined}>{describeStart(project)}</span>
          {['', describePermitRate(rate), ...(unit === null ? [] : [unitOf(plan, unit).name])].join(' · ')}
        </Text>
        {said.length === 0 && <Text size={200}>{permitWords.finished}</Text>}
        {said.map(([label, text]) => (
          <span key={label} className={styles.part}>
            <Text size={200} className={rowStyles.note}>
              {label}
            </Text>
            <Text size={200}>{text}</Text>
          </span>
        ))}
      </button>
    </li>
  );
}

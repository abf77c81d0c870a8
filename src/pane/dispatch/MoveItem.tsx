import { Button, Text } from '@fluentui/react-components';
import { columnOf, type Move } from '../../dispatch/move';
import type { CheckReport } from '../../job/report';
import { listOf } from '../../list/registry';
import { describeMissing, moveUnitName, moveWords } from '../../text/dispatch-move';
import { dispatchTexts } from '../../text/dispatch-pane';
import { useCommands, usePaneState } from '../state/PaneContext';
import { describePoint } from './carry-view';
import { placeOfRow } from './row-place';
import { useRowStyles } from './row-style';

interface Props {
  readonly move: Move;
  readonly report: CheckReport;
  readonly onMove: () => void;
}

/** One project: a click leads to it; 流转 moves it on, or where something is missing, 去补填 leads to the first such cell. */
export function MoveItem({ move, report, onMove }: Props) {
  const styles = useRowStyles();
  const { goTo } = useCommands();
  const { task } = usePaneState();
  const { from, missing, name, unit } = move;
  const list = listOf(report.lists, from.list);
  const isReady = missing.length === 0;
  const go = (column: string): void => {
    const place = placeOfRow(report, from.list, from.rowIndex, column);
    void goTo(place.sheet, place.row, place.column);
  };
  const where = [moveUnitName(report.plan, unit), describePoint(report, from)].filter((part) => part !== '').join(' · ');
  return (
    <li className={styles.pair}>
      <button type="button" className={styles.main} title={dispatchTexts.go} onClick={() => go('projectName')}>
        <Text weight="semibold">{name || describePoint(report, from)}</Text>
        <Text size={200} className={styles.note}>
          {where}
        </Text>
        {!isReady && (
          <Text size={200} className={styles.note}>
            {describeMissing(missing.map((key) => columnOf(list, key)))}
          </Text>
        )}
      </button>
      {isReady ? (
        <Button size="small" aria-label={`${moveWords.open} ${name}`} disabledFocusable={task !== null} onClick={onMove}>
          {moveWords.open}
        </Button>
      ) : (
        <Button size="small" appearance="subtle" aria-label={`${moveWords.fillFirst} ${name}`} onClick={() => go(missing[0]!)}>
          {moveWords.fillFirst}
        </Button>
      )}
    </li>
  );
}

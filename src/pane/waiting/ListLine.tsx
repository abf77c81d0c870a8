import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { CheckReport } from '../../job/report';
import type { Waiting } from '../../rule/issue';
import { waitingTexts } from '../../text/ui';
import { describeFilled, inThousands } from '../../text/ui-sentence';
import { plainButton } from '../look/plain-button';
import { useCommands } from '../state/PaneContext';
import { findFirstRow } from './first-row';
import { dueRowsOf } from './group';

const useStyles = makeStyles({
  button: {
    ...plainButton,
    display: 'grid',
    gridTemplateColumns: '52px minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'center',
    minHeight: '32px',
    padding: '4px 12px 4px 36px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  number: { fontVariantNumeric: 'tabular-nums' },
  done: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly waiting: Waiting;
  readonly report: CheckReport;
}

/** One list of one unit; a click leads to the unit's first row on it. */
export function ListLine({ waiting, report }: Props) {
  const styles = useStyles();
  const { goTo } = useCommands();
  const list = report.lists.find((each) => each.key === waiting.list);
  const place = findFirstRow(report, waiting);
  const { waitingRows, filledRows, expectedRows } = waiting;
  return (
    <li>
      <button
        type="button"
        className={styles.button}
        title={waitingTexts.go}
        onClick={() => place && void goTo(place.sheet, place.row, place.column)}
      >
        <Text className={mergeClasses(styles.number, waitingRows === 0 && styles.done)}>
          {waitingRows > 0 ? `${inThousands(waitingRows)} ${waitingTexts.row}` : filledRows > 0 ? '—' : waitingTexts.untouched}
        </Text>
        <Text>{`《${list?.sheetName ?? waiting.list}》`}</Text>
        <Text size={200} className={styles.done}>
          {describeFilled(filledRows, dueRowsOf(waiting), expectedRows)}
        </Text>
      </button>
    </li>
  );
}

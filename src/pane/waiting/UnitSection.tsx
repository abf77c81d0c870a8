import { makeStyles, mergeClasses, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { CheckReport } from '../../job/report';
import { waitingTexts } from '../../text/ui';
import { describeFilled, describePercent, inThousands } from '../../text/ui-sentence';
import { Disclosure } from './Disclosure';
import type { UnitWaiting } from './group';
import { ListLine } from './ListLine';

const useStyles = makeStyles({
  summary: {
    display: 'grid',
    gridTemplateColumns: '52px minmax(0, 1fr) auto',
    columnGap: '8px',
    rowGap: '4px',
    alignItems: 'center',
  },
  number: { fontVariantNumeric: 'tabular-nums' },
  done: { color: tokens.colorNeutralForeground2 },
  bar: {
    gridColumn: '2 / -1',
    // Forced colours paint track and bar alike; an empty bar would look full.
    '@media screen and (forced-colors: active)': { backgroundColor: 'Canvas', outline: '1px solid GrayText' },
  },
});

interface Props {
  readonly group: UnitWaiting;
  readonly report: CheckReport;
  readonly startsOpen: boolean;
}

/** One unit: how many rows wait, how far it is, and on demand its lists. */
export function UnitSection({ group, report, startsOpen }: Props) {
  const styles = useStyles();
  const { waitingRows, filledRows, dueRows } = group;
  const name = report.plan.units.find((unit) => unit.key === group.unit)?.name ?? group.unit;
  return (
    <Disclosure
      startsOpen={startsOpen}
      summary={
        <span className={styles.summary}>
          <Text weight="semibold" className={mergeClasses(styles.number, waitingRows === 0 && styles.done)}>
            {`${inThousands(waitingRows)} ${waitingTexts.row}`}
          </Text>
          <Text weight="semibold">{name}</Text>
          <Text size={200} className={styles.done}>
            {describeFilled(filledRows, dueRows, null)}
          </Text>
          <ProgressBar
            className={styles.bar}
            thickness="medium"
            value={filledRows / Math.max(1, dueRows)}
            aria-label={name}
            aria-valuetext={describePercent(filledRows, dueRows)}
          />
        </span>
      }
    >
      {group.lists.map((waiting) => (
        <ListLine key={waiting.list} waiting={waiting} report={report} />
      ))}
    </Disclosure>
  );
}

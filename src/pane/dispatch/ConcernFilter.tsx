import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { concerns, type Concern } from '../../dispatch/problem-agenda';
import { problemWords } from '../../text/dispatch-problem';
import { inThousands } from '../../text/ui-sentence';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  chip: { minWidth: 'unset', paddingInline: '8px', fontVariantNumeric: 'tabular-nums' },
  count: { marginLeft: '4px', fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  /** Problems not yet 销号. */
  readonly open: number;
  readonly counts: Readonly<Record<Concern, number>>;
  /** Null for all of them. */
  readonly chosen: Concern | null;
  readonly onChoose: (concern: Concern | null) => void;
}

/** How much of what is pressing there is; each figure is a filter. What there is none of is shown, and cannot be chosen. */
export function ConcernFilter({ open, counts, chosen, onChoose }: Props) {
  const styles = useStyles();
  const chips: readonly (readonly [Concern | null, string, number])[] = [
    [null, problemWords.all, open],
    ...concerns.map((concern) => [concern, problemWords.concerns[concern], counts[concern]] as const),
  ];
  return (
    <div className={styles.root} role="group" aria-label={problemWords.concern}>
      {chips.map(([concern, label, count]) => (
        <ToggleButton
          key={label}
          className={styles.chip}
          size="small"
          shape="circular"
          appearance={concern === chosen ? 'primary' : 'outline'}
          checked={concern === chosen}
          disabledFocusable={count === 0}
          onClick={() => onChoose(concern)}
        >
          {`${label} `}
          <span className={styles.count}>{inThousands(count)}</span>
        </ToggleButton>
      ))}
    </div>
  );
}

import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { PermitJam } from '../../dispatch/permit-agenda';
import { describeJam, permitWords } from '../../text/dispatch-permit';

const JamBar = lazy(async () => ({ default: (await import('./JamBar')).JamBar }));

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '8px', rowGap: '2px', padding: '6px 12px' },
  figure: { fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  // As high as the bar that is on its way.
  bar: { gridColumn: '1 / -1', height: '8px', overflow: 'hidden', backgroundColor: tokens.colorNeutralBackground6, borderRadius: tokens.borderRadiusSmall },
  note: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  readonly name: string;
  readonly jam: PermitJam;
  /** Projects that the biggest jam holds up. */
  readonly most: number;
}

/** One permit: how many projects it holds up, as a bar beside the figure, and how many stand where with it. */
export function JamLine({ name, jam, most }: Props) {
  const styles = useStyles();
  return (
    <li className={styles.root}>
      <Text>{name}</Text>
      <Text weight={jam.holding > 0 ? 'semibold' : 'regular'} className={styles.figure}>
        {`${permitWords.holding} ${jam.holding}`}
      </Text>
      {jam.holding > 0 && (
        <div className={styles.bar}>
          <Suspense fallback={null}>
            <JamBar count={jam.holding} most={most} />
          </Suspense>
        </div>
      )}
      <Text size={200} className={styles.note}>
        {describeJam(jam)}
      </Text>
    </li>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { bulletinLabels, describeRankChange, formatFullRate } from '../../text/bulletin-word';
import { describeFormerRank, describeFormerRate, describeFraction, rankingTexts } from '../../text/ranking-pane';
import type { RankedProgress, Standing } from '../../total/bulletin';
import { unseen } from '../look/unseen';

const RateBar = lazy(async () => ({ default: (await import('./RateBar')).RateBar }));

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  caption: unseen,
  header: {
    padding: '4px 0 4px 8px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    whiteSpace: 'nowrap',
  },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: { padding: '6px 0 6px 8px', verticalAlign: 'top' },
  rank: { width: '28px', paddingLeft: 0, textAlign: 'center' },
  place: { fontWeight: tokens.fontWeightSemibold },
  unit: { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  name: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', columnGap: '8px', flexWrap: 'wrap', whiteSpace: 'nowrap' },
  bar: { height: '8px', marginTop: '5px' },
  figure: { width: '72px', textAlign: 'right', whiteSpace: 'nowrap' },
  rate: { fontWeight: tokens.fontWeightSemibold },
  change: { width: '52px', textAlign: 'right', whiteSpace: 'nowrap' },
  fell: { color: tokens.colorPaletteRedForeground2 },
  under: { display: 'block' },
  note: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly ranking: RankedProgress;
  /** 上月 or 上期; null where nothing older is compared with. */
  readonly former: string | null;
}

/** One ranking as a table, the rate of each unit drawn under its name. */
export function RankingTable({ ranking, former }: Props) {
  const styles = useStyles();
  const { columns } = rankingTexts;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{`${ranking.ranking.name}${rankingTexts.title}`}</caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.header, styles.rank)}>
            {columns.rank}
          </th>
          <th scope="col" className={styles.header}>
            {columns.unit}
          </th>
          <th scope="col" className={mergeClasses(styles.header, styles.figure)}>
            {ranking.rate.name}
          </th>
          {former !== null && (
            <th scope="col" className={mergeClasses(styles.header, styles.change)}>
              {columns.change}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {ranking.standings.map((standing) => (
          <StandingLine key={standing.unit.key} standing={standing} former={former} />
        ))}
      </tbody>
    </table>
  );
}

function StandingLine({ standing, former }: { readonly standing: Standing; readonly former: string | null }) {
  const styles = useStyles();
  const { unit, rank, rate, change } = standing;
  const under = mergeClasses(styles.note, styles.under);
  return (
    <tr className={styles.line}>
      <td className={mergeClasses(styles.cell, styles.rank, styles.place)}>{rank}</td>
      <th scope="row" className={mergeClasses(styles.cell, styles.unit)}>
        <span className={styles.name}>
          {unit.name}
          <span className={styles.note}>{describeFraction(standing)}</span>
        </span>
        <div className={styles.bar}>
          {typeof rate === 'number' && (
            <Suspense fallback={null}>
              <RateBar rate={rate} />
            </Suspense>
          )}
        </div>
      </th>
      <td className={mergeClasses(styles.cell, styles.figure)}>
        <span className={styles.rate}>{formatFullRate(rate)}</span>
        {former !== null && <span className={under}>{describeFormerRate(former, standing)}</span>}
      </td>
      {former !== null && (
        <td className={mergeClasses(styles.cell, styles.change)}>
          <span className={change?.kind === 'down' ? styles.fell : undefined}>{unit.kind === 'county' ? describeRankChange(change) : bulletinLabels.noRank}</span>
          <span className={under}>{describeFormerRank(former, standing)}</span>
        </td>
      )}
    </tr>
  );
}

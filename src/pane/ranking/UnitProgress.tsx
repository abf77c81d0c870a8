import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { writeBulletin } from '../../text/bulletin';
import { formatFullRate } from '../../text/bulletin-word';
import { describeFraction, rankingTexts } from '../../text/ranking-pane';
import type { Bulletin } from '../../total/bulletin';
import { CopyText } from './CopyText';

const useStyles = makeStyles({
  root: { padding: '8px 12px 0', display: 'flex', flexDirection: 'column', gap: '12px' },
  note: { color: tokens.colorNeutralForeground2 },
  rates: { margin: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto auto', fontVariantNumeric: 'tabular-nums' },
  line: { display: 'contents' },
  cell: { margin: 0, padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  figure: { textAlign: 'right', paddingLeft: '12px' },
});

/** A unit's own workbook has no ranking: it is told what it has done itself. */
export function UnitProgress({ bulletin }: { readonly bulletin: Bulletin }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Text block className={styles.note}>
        {rankingTexts.unitIntro}
      </Text>
      <dl className={styles.rates}>
        {bulletin.rankings.map(({ ranking, rate, standings: [own] }) =>
          own === undefined ? null : (
            <div key={ranking.key} className={styles.line}>
              <dt className={styles.cell}>{rate.name}</dt>
              <dd className={mergeClasses(styles.cell, styles.figure, styles.note)}>{describeFraction(own)}</dd>
              <dd className={mergeClasses(styles.cell, styles.figure)}>
                <Text weight="semibold">{formatFullRate(own.rate)}</Text>
              </dd>
            </div>
          ),
        )}
      </dl>
      <CopyText paragraphs={writeBulletin(bulletin)} />
    </div>
  );
}

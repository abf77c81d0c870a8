import { makeStyles, Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import { bulletinOf } from '../../job/bulletin';
import { rankingTexts } from '../../text/ranking-pane';
import { usePaneState } from '../state/PaneContext';
import { CityRanking } from './CityRanking';
import { UnitProgress } from './UnitProgress';

const useStyles = makeStyles({
  page: { overflowY: 'auto', flex: '1 1 0', minHeight: 0, paddingBottom: '16px' },
  heading: { margin: 0, padding: '12px 12px 0' },
});

/** 排名: how the units stand by what is entered now. Nothing is kept but the older workbook that was chosen. */
export function RankingScreen() {
  const styles = useStyles();
  const { report, ranked } = usePaneState();
  const ranking = useMemo(() => (report === null ? null : bulletinOf(report, ranked.older)), [report, ranked.older]);
  const isUnit = ranking?.bulletin.scope.kind === 'unit';
  return (
    <div className={styles.page}>
      <Text as="h1" size={500} weight="semibold" block className={styles.heading}>
        {isUnit ? rankingTexts.unitTitle : rankingTexts.title}
      </Text>
      {ranking !== null && (isUnit ? <UnitProgress bulletin={ranking.bulletin} /> : <CityRanking {...ranking} />)}
    </div>
  );
}

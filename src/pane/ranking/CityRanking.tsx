import { Button, makeStyles, MessageBar, MessageBarBody, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { BulletinSheet } from '../../sheet/build-bulletin';
import { writeBulletin } from '../../text/bulletin';
import { bulletinDays, bulletinNotes, formerPeriod } from '../../text/bulletin-word';
import { describeProgress, rankingTexts } from '../../text/ranking-pane';
import type { RankingKey } from '../../total/ranking';
import { FileDrop } from '../file/FileDrop';
import { useCommands, usePaneState } from '../state/PaneContext';
import { CopyText } from './CopyText';
import { RankingTable } from './RankingTable';

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', padding: '4px 4px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: { paddingInline: '8px' },
  part: { padding: '12px 12px 0', display: 'flex', flexDirection: 'column', alignItems: 'start', gap: '8px' },
  wide: { alignSelf: 'stretch' },
  heading: { margin: '12px 0 0' },
  days: { padding: '4px 12px 0', display: 'block', color: tokens.colorNeutralForeground2 },
  note: { color: tokens.colorNeutralForeground2 },
});

/** The city's four rankings, one at a time, the bulletin's words, and the older workbook that is compared with. */
export function CityRanking({ bulletin, olderFile }: BulletinSheet) {
  const styles = useStyles();
  const id = useId();
  const { task } = usePaneState();
  const { rankAgainst, forgetOlder, layBulletin } = useCommands();
  const [shown, setShown] = useState<RankingKey>('start');
  const isBusy = task !== null;
  const ranking = bulletin.rankings.find(({ ranking: { key } }) => key === shown);
  return (
    <>
      <Text size={200} className={styles.days}>
        {bulletinDays(bulletin, olderFile)}
      </Text>
      <TabList className={styles.tabs} size="small" selectedValue={shown} onTabSelect={(_, { value }) => setShown(value as RankingKey)}>
        {bulletin.rankings.map(({ ranking: { key } }) => (
          <Tab key={key} id={`${id}${key}`} value={key} className={styles.tab}>
            {rankingTexts.tabs[key]}
          </Tab>
        ))}
      </TabList>
      {ranking && (
        <div role="tabpanel" aria-labelledby={`${id}${shown}`} className={styles.part}>
          <Text block>{typeof ranking.city?.rate === 'number' ? `全市${describeProgress(ranking, ranking.city)}` : rankingTexts.none}</Text>
          <RankingTable ranking={ranking} former={bulletin.olderAsOf === null ? null : formerPeriod(bulletin)} />
        </div>
      )}
      <section className={styles.part}>
        <Text as="h2" size={400} weight="semibold" block className={styles.heading}>
          {rankingTexts.bulletin}
        </Text>
        <CopyText paragraphs={writeBulletin(bulletin)} />
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void layBulletin()}>
          {rankingTexts.lay}
        </Button>
      </section>
      <section className={styles.part}>
        <Text as="h2" size={400} weight="semibold" block className={styles.heading}>
          {rankingTexts.older}
        </Text>
        {bulletinNotes(bulletin).map((note) => (
          <MessageBar key={note} intent="warning" layout="multiline" className={styles.wide}>
            <MessageBarBody>{note}</MessageBarBody>
          </MessageBar>
        ))}
        <Text block className={styles.note}>
          {rankingTexts.olderIntro}
        </Text>
        <div className={styles.wide}>
          <FileDrop isBusy={isBusy} isSingle onFiles={([file]) => file && void rankAgainst(file)} />
        </div>
        {olderFile !== null && (
          <Button size="small" onClick={forgetOlder}>
            {rankingTexts.forget}
          </Button>
        )}
      </section>
    </>
  );
}

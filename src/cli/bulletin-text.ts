import type { BulletinSheet } from '../sheet/build-bulletin';
import { writeBulletin } from '../text/bulletin';
import {
  bulletinDays,
  bulletinLabels,
  bulletinNotes,
  bulletinTitle,
  describeRankChange,
  formatFullRate,
  formerPeriod,
  rankingHeading,
} from '../text/bulletin-word';
import { describeFormerRank, describeFormerRate, describeFraction } from '../text/ranking-pane';

/** The result of `bulletin`: the four rankings line by line, and the words under them. */
export function bulletinText({ bulletin, olderFile }: BulletinSheet): string {
  const former = formerPeriod(bulletin);
  return [
    bulletinTitle(bulletin.plan),
    bulletinDays(bulletin, olderFile),
    ...bulletinNotes(bulletin),
    ...bulletin.rankings.flatMap(({ ranking, rate, standings, city }, at) => [
      '',
      rankingHeading(at, ranking.name, rate.unitOfMeasure),
      ...standings.map((standing) => {
        const { rank, unit, change, before } = standing;
        const moved = before === null ? [] : [describeFormerRank(former, standing), describeFormerRate(former, standing), describeRankChange(change)];
        return ['', rank, unit.name, describeFraction(standing), formatFullRate(standing.rate), ...moved].join('\t');
      }),
      ...(city === null ? [] : [['', '', bulletinLabels.city, describeFraction(city), formatFullRate(city.rate)].join('\t')]),
    ]),
    '',
    ...writeBulletin(bulletin),
    '',
  ].join('\n');
}

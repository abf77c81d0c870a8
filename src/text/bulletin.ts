import type { Value } from '../list/list';
import type { Plan, Unit } from '../plan/plan';
import type { Bulletin, CityProgress, RankedProgress, Standing } from '../total/bulletin';
import type { OverdueCount } from '../total/overdue';
import { chineseNumeral, formatFullRate, formerPeriod, overdueName, progressWords } from './bulletin-word';
import { formatDay, formatNumber } from './format';

/**
 * The bulletin in words, paragraph by paragraph, to be read on the sheet or copied out. A unit's own workbook, which
 * has nothing to rank, is told in one paragraph.
 */
export function writeBulletin(bulletin: Bulletin): string[] {
  const [only] = bulletin.units;
  if (bulletin.scope.kind === 'unit' && only !== undefined) return [tellUnit(bulletin, only)];
  const dispatch = tellOverdue(bulletin, bulletin.dispatch);
  return [
    tellOpening(bulletin),
    ...bulletin.rankings.map((ranking, at) => `${chineseNumeral(at)}、${ranking.ranking.name}。${tellRanking(bulletin, ranking)}`),
    ...(dispatch === '' ? [] : [`${chineseNumeral(bulletin.rankings.length)}、包保调度。${dispatch}`]),
  ];
}

function tellOpening(bulletin: Bulletin): string {
  const names = bulletin.rankings.map(({ ranking }) => ranking.name).join('、');
  const older = bulletin.olderAsOf === null ? '' : `，与${formatDay(bulletin.olderAsOf)}比较`;
  return `截至${formatDay(bulletin.asOf)}，全市项目${names}情况通报如下${older}。`;
}

function tellRanking(bulletin: Bulletin, ranking: RankedProgress): string {
  const counted = ranking.standings.filter(({ rate }) => typeof rate === 'number');
  const overdue = tellOverdue(bulletin, ranking.overdue);
  if (counted.length === 0) return `各单位暂无数据，暂不排名。${overdue}`;
  return [tellCity(bulletin, ranking), tellPlaces(bulletin, ranking), tellMoves(bulletin, ranking), overdue, tellUnranked(ranking)].join('');
}

function tellCity(bulletin: Bulletin, { ranking, rate, city }: RankedProgress): string {
  if (city === null || typeof city.rate !== 'number') return '';
  return `全市${tellProgress(ranking.key, rate, city)}${tellPoints(bulletin, city)}。`;
}

/** 应开工90个，已开工79个，开工率87.78% */
function tellProgress(
  key: RankedProgress['ranking']['key'],
  { name, unitOfMeasure }: RankedProgress['rate'],
  { done, target, rate }: Pick<Standing, 'done' | 'target' | 'rate'>,
): string {
  const words = progressWords[key];
  return `${words.all}${count(target)}${unitOfMeasure}，${words.done}${count(done)}${unitOfMeasure}，${name}${formatFullRate(rate)}`;
}

function tellPoints(bulletin: Bulletin, { points }: CityProgress): string {
  if (points === null) return '';
  const size = Math.round(Math.abs(points) * 100) / 100;
  const since = `，较${formerPeriod(bulletin)}`;
  return size === 0 ? `${since}持平` : `${since}${points > 0 ? '提高' : '下降'}${size.toFixed(2)}个百分点`;
}

/** Who leads and who is last. */
function tellPlaces({ units }: Bulletin, { rate, standings, leaders, laggards }: RankedProgress): string {
  const ranked = standings.filter(({ rank }) => typeof rank === 'number');
  const [single] = ranked;
  if (single === undefined) return '各县（市、区）、开发区暂无数据，暂不排名。';
  if (ranked.length === 1) return `县（市、区）、开发区中仅${single.unit.name}有数据，${rate.name}${formatFullRate(single.rate)}，暂不排名。`;
  if (laggards.length === 0) {
    const isAll = ranked.length === units.filter(({ kind }) => kind === 'county').length;
    return `${isAll ? '各县（市、区）、开发区' : names(ranked)}${rate.name}均为${formatFullRate(single.rate)}，并列第1位。`;
  }
  return `${tellPlace(leaders, '第1位')}；${tellPlace(laggards, '末位')}。`;
}

function tellPlace(standings: readonly Standing[], place: string): string {
  return `${names(standings)}${standings.length > 1 ? '并列' : '居'}${place}（${formatFullRate(standings[0]?.rate ?? null)}）`;
}

function tellMoves(bulletin: Bulletin, { standings }: RankedProgress): string {
  const told = standings.filter(({ change }) => change !== null);
  if (told.length < 2) return '';
  const moved = (kind: 'up' | 'down', verb: string) =>
    told.flatMap(({ unit, change }) => (change?.kind === kind ? [`${unit.name}${verb}${change.places}位`] : [])).join('、');
  const entered = told.filter(({ change }) => change?.kind === 'entered');
  const parts = [moved('up', '上升'), moved('down', '下降'), entered.length === 0 ? '' : `${names(entered)}新上榜`].filter((part) => part !== '');
  return parts.length === 0 ? `名次与${formerPeriod(bulletin)}相同。` : `与${formerPeriod(bulletin)}相比，${parts.join('；')}。`;
}

/** How many are overdue and where, most first; nothing where nobody has entered what could be. */
function tellOverdue({ plan, units }: Bulletin, { key, units: counts, total }: OverdueCount): string {
  if (typeof total !== 'number') return '';
  const name = overdueName(plan, key);
  if (total === 0) return `没有${name}。`;
  const where = units
    .map((unit, at) => ({ unit, own: counts[at] }))
    .flatMap(({ unit, own }) => (typeof own === 'number' && own > 0 ? [{ unit, own }] : []))
    .sort((a, b) => b.own - a.own);
  return `${name}${count(total)}个：${where.map(({ unit, own }) => `${unit.name}${count(own)}个`).join('、')}。`;
}

function tellUnranked({ standings }: RankedProgress): string {
  const missing = standings.filter(({ unit, rank }) => unit.kind === 'county' && typeof rank !== 'number');
  const ranked = standings.some(({ rank }) => typeof rank === 'number');
  return missing.length === 0 || !ranked ? '' : `${names(missing)}暂无数据，未参加排名。`;
}

/** A unit's own standing: its rates and what is overdue, without a rank. */
function tellUnit({ plan, asOf, rankings, dispatch }: Bulletin, unit: Unit): string {
  const rates = rankings.flatMap(({ ranking, rate, standings: [own] }) =>
    own !== undefined && typeof own.rate === 'number' ? [tellProgress(ranking.key, rate, own)] : [],
  );
  const open = rankings.flatMap(({ ranking, standings: [own] }) => (typeof own?.rate === 'number' ? [] : [ranking.name]));
  const overdue = [...rankings.map((ranking) => ranking.overdue), dispatch].flatMap((own) => tellUnitOverdue(plan, own));
  return [
    `截至${formatDay(asOf)}，${unit.name}${rates.length === 0 ? '' : `${rates.join('；')}。`}`,
    open.length === 0 ? '' : `${open.join('、')}暂无数据。`,
    overdue.length === 0 ? '' : `${overdue.join('，')}。`,
  ].join('');
}

function tellUnitOverdue(plan: Plan, { key, total }: OverdueCount): string[] {
  return typeof total === 'number' && total > 0 ? [`${overdueName(plan, key)}${count(total)}个`] : [];
}

function names(standings: readonly Standing[]): string {
  return standings.map(({ unit }) => unit.name).join('、');
}

/** 2,930; a figure that cannot be given stays —. */
function count(value: Value): string {
  return typeof value === 'number' ? formatNumber(value) : String(value ?? '');
}

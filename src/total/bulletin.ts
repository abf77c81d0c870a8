import { unitsInScope } from '../list/registry';
import type { Value } from '../list/list';
import type { Plan, Scope, Unit } from '../plan/plan';
import { unitOf } from '../plan/unit';
import type { TotalData } from './data';
import { countOverdue, type OverdueCount } from './overdue';
import { computeRanks, rankings, type Ranking } from './ranking';
import { multiply, subtract } from './round';
import { computeSummary, type SummaryColumn, type SummaryRate } from './summary';

/** How a unit's rank moved since the older workbook; entered: it had none then. */
export type RankChange = { readonly kind: 'up' | 'down'; readonly places: number } | { readonly kind: 'same' | 'entered' };

/** One unit in a ranking. rate is a fraction of 6 places; — stands where there is no figure or no rank. */
export interface Standing {
  readonly unit: Unit;
  readonly done: Value;
  readonly target: Value;
  readonly rate: Value;
  readonly rank: Value;
  /** The same as of the older workbook; null without one. */
  readonly before: { readonly rate: Value; readonly rank: Value } | null;
  /** Null without an older workbook, and for a unit that is not ranked now. */
  readonly change: RankChange | null;
}

/** The whole city's figures. */
export interface CityProgress {
  readonly done: Value;
  readonly target: Value;
  readonly rate: Value;
  /** The rate of the older workbook; null without one. */
  readonly olderRate: Value;
  /** What the rate rose by since the older workbook, in percentage points; null where one of both has none. */
  readonly points: number | null;
}

/** One of the four rankings of 四(三). */
export interface RankedProgress {
  readonly ranking: Ranking;
  /** The rate of 汇总 that is ranked by. */
  readonly rate: Pick<SummaryRate, 'name' | 'unitOfMeasure' | 'clause'>;
  /** By rank, equal ranks in the plan's order; then counties without a rank, then 市本级. */
  readonly standings: readonly Standing[];
  /** Null in a unit's workbook. */
  readonly city: CityProgress | null;
  /** Who is first, and who is last; empty where fewer than two are ranked. Where all share a rank nobody is last. */
  readonly leaders: readonly Standing[];
  readonly laggards: readonly Standing[];
  /** Over the workbook's units, in the plan's order. */
  readonly overdue: OverdueCount;
}

/** 排名通报: how the units stand, what moved since an older workbook, and what is overdue. */
export interface Bulletin {
  readonly plan: Plan;
  readonly scope: Scope;
  /** 统计截止日 of both workbooks, Excel serial numbers. */
  readonly asOf: number;
  readonly olderAsOf: number | null;
  /** The workbook's units, in the plan's order. */
  readonly units: readonly Unit[];
  readonly rankings: readonly RankedProgress[];
  /** Leaders' projects not dispatched for longer than 四(三) allows. */
  readonly dispatch: OverdueCount;
}

/** From this workbook's data and an older one's of the same plan and scope, both computed (computeColumns). */
export function computeBulletin(now: TotalData, older: TotalData | null): Bulletin {
  const { plan, scope, asOf } = now;
  const units = unitsInScope(plan, scope).map((key) => unitOf(plan, key));
  const columns = computeSummary(now, units);
  const before = older === null ? null : computeSummary(older, units);
  const overdue = countOverdue(now, units);
  return {
    plan,
    scope,
    asOf,
    olderAsOf: older?.asOf ?? null,
    units,
    rankings: rankings.map((ranking) => {
      const own = columnOf(columns, ranking);
      return rank(ranking, units, own, before === null ? null : columnOf(before, ranking), overdue[ranking.key]);
    }),
    dispatch: overdue.dispatch,
  };
}

function columnOf(columns: readonly SummaryColumn[], ranking: Ranking): SummaryColumn {
  const found = columns.find(({ rate }) => rate.key === ranking.rate);
  if (found === undefined) throw new RangeError(`汇总 has no rate ${ranking.rate}`);
  return found;
}

function rank(
  ranking: Ranking,
  units: readonly Unit[],
  now: SummaryColumn,
  older: SummaryColumn | null,
  overdue: OverdueCount,
): RankedProgress {
  const ranks = computeRanks(now, units);
  const olderRanks = older === null ? null : computeRanks(older, units);
  const standings = units.map((unit, at): Standing => {
    const before = older === null || olderRanks === null ? null : { rate: older.rates[at]!, rank: olderRanks[at]! };
    const own = ranks[at]!;
    return {
      unit,
      done: now.done[at]!,
      target: now.target[at]!,
      rate: now.rates[at]!,
      rank: own,
      before,
      change: before === null ? null : changeOf(own, before.rank),
    };
  });
  const ranked = standings.map((standing) => standing.rank).filter((own) => typeof own === 'number');
  const last = Math.max(...ranked);
  const at = (place: number) => standings.filter((standing) => ranked.length > 1 && standing.rank === place);
  return {
    ranking,
    rate: { name: now.rate.name, unitOfMeasure: now.rate.unitOfMeasure, clause: now.rate.clause },
    standings: [...standings].sort((a, b) => orderOf(a) - orderOf(b)),
    city: cityProgress(now, older, units.length),
    leaders: at(1),
    laggards: last > 1 ? at(last) : [],
    overdue,
  };
}

function changeOf(now: Value, before: Value): RankChange | null {
  if (typeof now !== 'number') return null;
  if (typeof before !== 'number') return { kind: 'entered' };
  if (now === before) return { kind: 'same' };
  return now < before ? { kind: 'up', places: before - now } : { kind: 'down', places: now - before };
}

const [unranked, shownOnly] = [1_000, 1_001];

/** Sorting is stable, so units of one place stay in the plan's order. */
function orderOf({ unit, rank: own }: Standing): number {
  if (unit.kind !== 'county') return shownOnly;
  return typeof own === 'number' ? own : unranked;
}

/** 全市 stands behind the units, in a city workbook only. */
function cityProgress(now: SummaryColumn, older: SummaryColumn | null, at: number): CityProgress | null {
  const rate = now.rates[at];
  if (rate === undefined) return null;
  const before = older?.rates[at];
  const points = typeof rate === 'number' && typeof before === 'number' ? multiply(subtract(rate, before), 100) : null;
  return { done: now.done[at]!, target: now.target[at]!, rate, olderRate: before ?? null, points };
}

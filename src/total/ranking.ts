import type { Value } from '../list/list';
import type { Unit } from '../plan/plan';
import { dash } from './reference';
import type { SummaryColumn } from './summary';
import { rankAmong } from './target-formula';

export type RankingKey = 'start' | 'statistics' | 'permit' | 'problem';

/** One of the four rankings that 四(三) orders every month. */
export interface Ranking {
  readonly key: RankingKey;
  /** 开工, 入统, 手续办理, 问题推进. */
  readonly name: string;
  /** The rate of 汇总 that it ranks by. */
  readonly rate: string;
}

export const rankings: readonly Ranking[] = [
  { key: 'start', name: '开工', rate: 'startRate' },
  { key: 'statistics', name: '入统', rate: 'statisticsRate' },
  { key: 'permit', name: '手续办理', rate: 'permitRate' },
  { key: 'problem', name: '问题推进', rate: 'problemRate' },
];

/**
 * Rank of each unit by a column's rate: the counties only (市本级 is shown, not ranked), ties share a rank,
 * — is not ranked, and one unit alone has nothing to rank with.
 */
export function computeRanks(column: SummaryColumn, units: readonly Unit[]): readonly Value[] {
  if (units.length < 2) return units.map(() => dash);
  const counties = column.rates.filter((_, at) => units[at]?.kind === 'county');
  return units.map((unit, at) => {
    const rate = column.rates[at];
    return unit.kind === 'county' && typeof rate === 'number' ? rankAmong(rate, counties) : dash;
  });
}

/** Native formula of a rank; cells are the counties' rates. */
export function rankFormula(cell: string, cells: string): string {
  return `=IF(ISNUMBER(${cell}),RANK(${cell},${cells}),"${dash}")`;
}

import type { Plan } from '../plan/plan';
import { resolverOf } from '../rule/choice';
import { understandDay } from '../rule/understand';
import { isBlank } from '../rule/value';
import type { RowImage, RowShape } from './row-shape';

export type Progress = 'started' | 'registered' | 'cleared';

/** What a list says about one kind of progress: null where it cannot say. */
interface Sign {
  readonly progress: Progress;
  isThere(row: RowImage): boolean;
  /** The day it happened, null where none is given. */
  day(row: RowImage): number | null;
}

/**
 * Tells what came about between two looks of a row (was null: the row is new): 开工, 入统, 销号. A state counts where the
 * list has one, else the date. A row that is new in the newer workbook counts only where the day given is after the
 * older workbook's 统计截止日: what happened before is old news under a new row. 开工 is not told on a list whose rows
 * have all started (6). Blind spot: a new row that names a state and no day.
 */
export function progressReader(shape: RowShape, plan: Plan, olderAsOf: number) {
  const signs = [
    signOf(shape, plan, 'started', { state: ['startState', 'started'], day: 'actualStart' }),
    signOf(shape, plan, 'registered', { state: ['statisticsState', 'registered'], day: 'statisticsOn' }),
    signOf(shape, plan, 'cleared', { state: ['problemState', 'closed'], day: 'closedOn' }),
  ].filter((sign) => sign !== null);
  return (was: RowImage | null, now: RowImage): Progress[] =>
    signs.filter((sign) => sign.isThere(now) && (was === null ? (sign.day(now) ?? -Infinity) > olderAsOf : !sign.isThere(was))).map(({ progress }) => progress);
}

function signOf(
  shape: RowShape,
  plan: Plan,
  progress: Progress,
  by: { readonly state: readonly [column: string, item: string]; readonly day: string },
): Sign | null {
  const stateAt = shape.columns.findIndex(({ key }) => key === by.state[0]);
  const dayAt = shape.columns.findIndex(({ key }) => key === by.day);
  const dayColumn = shape.columns[dayAt];
  if (stateAt < 0 && (dayColumn === undefined || dayColumn.requirement?.kind === 'always')) return null;
  const resolver = stateAt < 0 ? null : resolverOf(plan, shape.columns[stateAt]!);
  const day = (row: RowImage): number | null => {
    const value = row.cells[dayAt];
    return dayColumn === undefined || isBlank(value) || typeof value === 'boolean' ? null : understandDay(value, dayColumn, plan);
  };
  return {
    progress,
    day,
    isThere(row) {
      if (resolver === null) return day(row) !== null;
      const state = row.cells[stateAt];
      return !isBlank(state) && resolver.keyOf(String(state)) === by.state[1];
    },
  };
}

import { measureOf } from '../plan/measure';
import type { Plan, Scope } from '../plan/plan';
import type { List } from './list';

/** Rows that a list without a number in the notice is laid out for, per unit. */
const usualRows = 10;

/**
 * How many rows a project list is expected to have: the notice's own number for the unit or the city; for
 * list 8 the problems handed over; otherwise what an office usually has. 0 for target lists.
 */
export function expectedRowCount(plan: Plan, list: List, scope: Scope): number {
  if (list.kind === 'target') return 0;
  if (list.expectedRows !== undefined) {
    const figures = measureOf(plan, list.expectedRows).units;
    if (scope.kind === 'unit') return figures[scope.unit] ?? usualRows;
    return Object.values(figures).reduce((sum, figure) => sum + figure, 0);
  }
  const problems = plan.problemCounts.reduce((sum, count) => sum + count.problems, 0);
  if (list.key === '8' && scope.kind === 'city') return problems;
  return scope.kind === 'unit' ? usualRows : usualRows * list.units.length;
}

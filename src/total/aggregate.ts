import { listOf } from '../list/registry';
import type { List, ListKey, Value } from '../list/list';
import { valuesOf, type TotalData } from './data';
import { columnReference, textConstant } from './reference';
import { sumOf } from './round';

/** One condition on a column. Days are Excel serial numbers; `asOf` is the named cell 统计截止日. */
export type Condition =
  | { readonly column: string; readonly equals: string }
  | { readonly column: string; readonly atLeast: number }
  | { readonly column: string; readonly below: number }
  | { readonly column: string; readonly upTo: 'asOf' }
  /** Any text at all: the row has been entered. */
  | { readonly column: string; readonly hasText: true };

/** Rows of a project list counted, or a column of theirs summed, for one unit. */
export interface Aggregate {
  readonly list: ListKey;
  /** Column to sum; absent for a count. */
  readonly sum?: string;
  readonly where: readonly Condition[];
}

/** COUNTIFS or SUMIFS over the list's table; unit is a reference or a quoted name. */
export function aggregateFormula(aggregate: Aggregate, unit: string, lists: readonly List[], asOf: string): string {
  const list = listOf(lists, aggregate.list);
  const criteria = [
    `${columnReference(list, 'unit')},${unit}`,
    ...aggregate.where.map((condition) => `${columnReference(list, condition.column)},${criterion(condition, asOf)}`),
  ].join(',');
  return aggregate.sum === undefined
    ? `COUNTIFS(${criteria})`
    : `SUMIFS(${columnReference(list, aggregate.sum)},${criteria})`;
}

/** The same number from values; unit is its name in the cells. */
export function computeAggregate(aggregate: Aggregate, unit: string, data: TotalData): number {
  const rows = matchingRows(aggregate, unit, data);
  if (aggregate.sum === undefined) return rows.length;
  const values = valuesOf(data, aggregate.list, aggregate.sum);
  return sumOf(rows.map((row) => values[row] ?? null));
}

function matchingRows(aggregate: Aggregate, unit: string, data: TotalData): number[] {
  const units = valuesOf(data, aggregate.list, 'unit');
  const tests = aggregate.where.map((condition) => ({
    values: valuesOf(data, aggregate.list, condition.column),
    meets: testOf(condition, data.asOf),
  }));
  const rows: number[] = [];
  for (let row = 0; row < units.length; row += 1) {
    if (units[row] === unit && tests.every(({ values, meets }) => meets(values[row] ?? null))) rows.push(row);
  }
  return rows;
}

function criterion(condition: Condition, asOf: string): string {
  if ('equals' in condition) return textConstant(condition.equals);
  if ('atLeast' in condition) return `">=${condition.atLeast}"`;
  if ('below' in condition) return `"<${condition.below}"`;
  return 'upTo' in condition ? `"<="&${asOf}` : '"?*"';
}

function testOf(condition: Condition, asOf: number): (value: Value) => boolean {
  if ('equals' in condition) return (value) => value === condition.equals;
  if ('atLeast' in condition) return (value) => typeof value === 'number' && value >= condition.atLeast;
  if ('below' in condition) return (value) => typeof value === 'number' && value < condition.below;
  if ('upTo' in condition) return (value) => typeof value === 'number' && value <= asOf;
  return (value) => typeof value === 'string' && value !== '';
}

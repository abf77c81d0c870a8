import { permitColumn } from '../list/list-9';
import { listOf } from '../list/registry';
import type { List, Value } from '../list/list';
import type { Plan, Unit } from '../plan/plan';
import { isFilled, valuesOf, type TotalData } from './data';
import { columnReference, columnSpanReference, dash, textConstant } from './reference';
import { doneLabels, firstPermit, lastPermit, notApplicable } from './row-formula';

/**
 * A number per unit. The formula is written for a cell that holds the unit's name, without its =; null where
 * the number is a constant issued with the plan.
 */
export interface CountPair {
  readonly formula: ((unit: string, lists: readonly List[]) => string) | null;
  readonly compute: (unit: Unit, data: TotalData) => Value;
}

/**
 * Permits done over list 9: counted over the block from the first permit's column to the last. The dates in
 * between are no labels, so they count for nothing. Blind spot: a column moved out of the block is not counted.
 */
export function permitDone(plan: Plan): CountPair {
  return {
    formula: (unit, lists) => {
      const { units, block } = references(plan, lists);
      const states = doneLabels(plan).map((label) => `(${block}=${textConstant(label)})`).join('+');
      return `IF(COUNTIFS(${units},${unit})=0,"${dash}",SUMPRODUCT((${units}=${unit})*(${states})))`;
    },
    compute: (unit, data) => {
      const rows = rowsOf(unit, data);
      return rows.length === 0 ? dash : countStates(plan, rows, data, doneLabels(plan));
    },
  };
}

/** Permits that apply: rows × permits − 不涉及. */
export function permitRows(plan: Plan): CountPair {
  return {
    formula: (unit, lists) => {
      const { units, block } = references(plan, lists);
      const not = `SUMPRODUCT((${units}=${unit})*(${block}=${textConstant(notApplicable(plan))}))`;
      return `IF(COUNTIFS(${units},${unit})=0,"${dash}",COUNTIFS(${units},${unit})*${plan.permits.length}-${not})`;
    },
    compute: (unit, data) => {
      const rows = rowsOf(unit, data);
      if (rows.length === 0) return dash;
      return rows.length * plan.permits.length - countStates(plan, rows, data, [notApplicable(plan)]);
    },
  };
}

function references(plan: Plan, lists: readonly List[]): { units: string; block: string } {
  const list = listOf(lists, '9');
  return {
    units: columnReference(list, 'unit'),
    block: columnSpanReference(list, firstPermit(plan), lastPermit(plan)),
  };
}

function rowsOf(unit: Unit, data: TotalData): number[] {
  const rows: number[] = [];
  valuesOf(data, '9', 'unit').forEach((value, row) => {
    if (value === unit.name && isFilled(value)) rows.push(row);
  });
  return rows;
}

function countStates(plan: Plan, rows: readonly number[], data: TotalData, labels: readonly string[]): number {
  let count = 0;
  for (const permit of plan.permits) {
    const states = valuesOf(data, '9', permitColumn(permit.key, 'state'));
    for (const row of rows) {
      const state = states[row];
      if (typeof state === 'string' && labels.includes(state)) count += 1;
    }
  }
  return count;
}

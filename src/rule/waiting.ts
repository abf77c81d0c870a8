import type { Context } from './context';
import type { Waiting } from './issue';
import { isTypedInto, type Table } from './table';

/** Rows of one unit on a list. */
export function rowsOfUnit(table: Table, context: Context, unit: string): { readonly waiting: number; readonly filled: number } {
  const index = context.plan.units.findIndex((each) => each.key === unit);
  return table.unitRows[index]!;
}

/** Keys of the units that fill in a list in this workbook. */
export function unitsOfList(table: Table, context: Context): readonly string[] {
  return table.list.units.filter((unit) => context.units.includes(unit));
}

/**
 * What is filled in and what waits, for every unit and list that staff type into, also where both are 0.
 * Rows beyond the notice's number are 新增.
 */
export function countWaiting(context: Context): Waiting[] {
  const result: Waiting[] = [];
  for (const table of context.tables.values()) {
    if (!isTypedInto(table.list)) continue;
    for (const unit of unitsOfList(table, context)) {
      const { waiting, filled } = rowsOfUnit(table, context, unit);
      result.push({ list: table.list.key, unit, waitingRows: waiting, filledRows: filled, expectedRows: expectedRowsOf(table, context, unit) });
    }
  }
  return result;
}

/** The notice's number of rows for a unit, null where it counts none. */
export function expectedRowsOf(table: Table, context: Context, unit: string): number | null {
  const { list } = table;
  if (list.kind !== 'project') return null;
  const measure = context.plan.measures.find((each) => each.key === list.expectedRows);
  return measure?.units[unit] ?? null;
}

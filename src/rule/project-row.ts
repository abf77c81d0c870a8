import type { ListKey } from '../list/list';
import type { Context } from './context';
import type { ProjectRow } from './project-index';

/** Sheet row as the user counts: the first is 1. */
export function sheetRowOf({ table, row }: ProjectRow): number {
  return table.entries.firstRow + row + 1;
}

const mostNamed = 5;

/** Lists and sheet rows of others, as parameters of a sentence: the first few. */
export function placesOf(rows: readonly ProjectRow[]): { readonly lists: readonly ListKey[]; readonly rows: readonly number[]; readonly more: boolean } {
  const named = rows.slice(0, mostNamed);
  return { lists: named.map(({ table }) => table.list.key), rows: named.map(sheetRowOf), more: rows.length > named.length };
}

/** The row at which something about several rows is told: the same one for any order of rows. */
export function spokesmanOf(rows: readonly ProjectRow[], context: Context): ProjectRow | undefined {
  const rank = ({ table, row }: ProjectRow) => context.lists.indexOf(table.list) * 100 + table.unit[row]!;
  let best: ProjectRow | undefined;
  for (const entry of rows) {
    if (best) {
      const difference = rank(entry) - rank(best);
      if (difference > 0 || (difference === 0 && entry.table.identity(entry.row) >= best.table.identity(best.row))) continue;
    }
    best = entry;
  }
  return best;
}

/** True where the unit has filled in nothing on a list. */
export function hasNothingOn(context: Context, list: ListKey, unit: number): boolean {
  const rows = context.tables.get(list)?.unitRows[unit];
  return !rows || rows.filled === 0;
}

/** Keys of the units that the rows are of, each once, in the plan's order. */
export function unitsOfRows(rows: readonly ProjectRow[], context: Context): string[] {
  const units = new Set(rows.map(({ table, row }) => table.unit[row]));
  return context.plan.units.filter((_, index) => units.has(index)).map((unit) => unit.key);
}

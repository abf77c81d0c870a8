import { subtractRuns } from '../sheet/row-run';
import type { SheetModel, TableModel } from '../sheet/model';
import type { ReadCells } from './read-cells';

/**
 * The rows that somebody hid: those that are hidden, without those of tables that a filter acts on, of which a file does
 * not say what hides them. Where the filter belongs to the sheet and not to a table (as some programs write it), no row
 * counts.
 */
export function hiddenByHand(
  { hiddenRows, after }: Pick<ReadCells, 'hiddenRows' | 'after'>,
  tables: readonly TableModel[],
  tableParts: readonly (() => string)[],
): Pick<SheetModel, 'hiddenRows'> {
  if (hiddenRows.length === 0 || isFiltered(after)) return {};
  const filtered = tableParts.some((part) => isFiltered(part())) ? tables.map(({ area }) => ({ row: area.row + 1, rows: area.rows - 1 })) : [];
  const byHand = subtractRuns(hiddenRows, filtered);
  return byHand.length === 0 ? {} : { hiddenRows: byHand };
}

function isFiltered(xml: string): boolean {
  return /<(?:[\w.-]{1,30}:)?filterColumn[\s/>]/.test(xml);
}

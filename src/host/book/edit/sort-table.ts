import type { Area } from '../../../sheet/model';
import type { Book } from '../book';
import type { Origin } from '../event';
import type { Sheet } from '../sheet';
import type { Cell, Table } from '../state';
import { isErrorText, type Value } from '../value';
import { requireUnlocked, requireWholeMerges } from './guard';
import { translateFormula } from '../../formula/shift-formula';
import { hideFiltered } from './filter-table';

/** One column to sort by, counted within the area; earlier ones count more. */
export interface SortField {
  readonly column: number;
  readonly descending: boolean;
}

/** Sorts a table's body. */
export function sortTable(book: Book, origin: Origin, sheet: Sheet, table: Table, fields: readonly SortField[]): void {
  const { area } = table;
  sortArea(book, origin, sheet, { ...area, row: area.row + 1, rows: area.rows - 1 }, fields);
}

/**
 * Sorts the rows of an area, formats with them; formulas move as when copied. Order as Excel's: numbers, texts,
 * truth values, errors; empty cells last either way. Refused where locked cells or merges are touched.
 */
export function sortArea(book: Book, origin: Origin, sheet: Sheet, area: Area, fields: readonly SortField[]): void {
  requireUnlocked(sheet, area);
  requireWholeMerges(sheet, area);
  const lines = Array.from({ length: area.rows }, (_, i) => ({
    row: area.row + i,
    keys: fields.map(({ column }) => sheet.valueAt(area.row + i, area.column + column)),
    cells: Array.from({ length: area.columns }, (_, j): Cell | null => sheet.cellAt(area.row + i, area.column + j) ?? null),
  }));
  lines.sort((a, b) => {
    for (const [i, { descending }] of fields.entries()) {
      const order = compareValues(a.keys[i] ?? null, b.keys[i] ?? null, descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  book.transact(origin, (transaction) => {
    lines.forEach(({ row: from, cells }, i) => {
      const row = area.row + i;
      cells.forEach((cell, j) => {
        const moved = cell?.formula ? { ...cell, formula: translateFormula(cell.formula, row - from, 0) } : cell;
        transaction.putCell(sheet, row, area.column + j, moved);
      });
    });
    hideFiltered(transaction, sheet);
    transaction.noteEdited(sheet, area);
  });
}

const collator = new Intl.Collator('zh-CN-u-co-pinyin');

function compareValues(a: Value, b: Value, descending: boolean): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const order = rankOf(a) - rankOf(b) || compareAlike(a, b);
  return descending ? -order : order;
}

function rankOf(value: Value): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'boolean') return 2;
  return isErrorText(value) ? 3 : 1;
}

function compareAlike(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return Number(a) - Number(b);
}

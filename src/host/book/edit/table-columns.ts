import type { Book } from '../book';
import type { Origin } from '../event';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';
import type { Table } from '../state';
import { requireUnprotected } from './guard';
import { shiftCells } from './shift-lines';
import { nameHeaders, readHeaders } from './table-header';
import { replaceTable } from './table-growth';

/** Adds a column before a place counted within the table (its width: at the end). Gives the header it got. */
export function addTableColumn(book: Book, origin: Origin, sheet: Sheet, table: Table, at: number, header?: string): string {
  requireUnprotected(sheet);
  const { area } = table;
  if (at < 0 || at > area.columns) throw new BookRefusal('invalidArgument', `no place ${at}`);
  const column = area.column + at;
  return book.transact(origin, (transaction) => {
    const isEnd = at === area.columns;
    if (!isEnd || !isFree(sheet, area.row, area.rows, column)) {
      shiftCells(book, origin, sheet, { axis: 'column', at: column, count: 1, band: { from: area.row, size: area.rows } });
    }
    const grown = { ...table, area: { ...area, columns: area.columns + 1 } };
    replaceTable(transaction, sheet, grown);
    transaction.putContent(sheet, area.row, column, header ?? null);
    nameHeaders(transaction, sheet, grown);
    return readHeaders(sheet, grown)[at] ?? '';
  });
}

/** Deletes a column of a table; cells to its right move left. The last column is refused. */
export function deleteTableColumn(book: Book, origin: Origin, sheet: Sheet, table: Table, at: number): void {
  requireUnprotected(sheet);
  const { area } = table;
  if (at < 0 || at >= area.columns || area.columns === 1) throw new BookRefusal('invalidArgument', `no column ${at}`);
  shiftCells(book, origin, sheet, { axis: 'column', at: area.column + at, count: -1, band: { from: area.row, size: area.rows } });
}

function isFree(sheet: Sheet, row: number, rows: number, column: number): boolean {
  for (let at = row; at < row + rows; at++) if (sheet.cellAt(at, column)) return false;
  return true;
}

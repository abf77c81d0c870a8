import type { Area } from '../../../sheet/model';
import type { Book } from '../book';
import type { Origin } from '../event';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';
import type { Table } from '../state';
import { requireUnprotected } from './guard';
import { shiftCells } from './shift-lines';
import { fillNewRows, replaceTable } from './table-growth';

/** Adds empty body rows before a place counted within the body (its length: at the end). Cells below the table move down. */
export function addTableRows(book: Book, origin: Origin, sheet: Sheet, table: Table, at: number, count: number): void {
  requireUnprotected(sheet);
  const { area } = table;
  const row = area.row + 1 + at;
  if (at < 0 || row > area.row + area.rows) throw new BookRefusal('invalidArgument', `no place ${at}`);
  book.transact(origin, (transaction) => {
    const isEnd = row === area.row + area.rows;
    if (!isEnd || hasContent(sheet, { ...area, row, rows: count })) {
      shiftCells(book, origin, sheet, { axis: 'row', at: row, count, band: { from: area.column, size: area.columns } });
    }
    if (!isEnd) return;
    const grown = { ...area, rows: area.rows + count };
    replaceTable(transaction, sheet, { ...table, area: grown });
    fillNewRows(transaction, sheet, grown, row, count);
  });
}

/** Deletes body rows; cells below the table move up. One row is kept, emptied, as Excel keeps it. */
export function deleteTableRows(book: Book, origin: Origin, sheet: Sheet, table: Table, at: number, count: number): void {
  requireUnprotected(sheet);
  const { area } = table;
  if (at < 0 || count < 1 || at + count > area.rows - 1) throw new BookRefusal('invalidArgument', `no rows ${at}, ${count}`);
  const isAll = count === area.rows - 1;
  book.transact(origin, (transaction) => {
    if (isAll) {
      for (let column = area.column; column < area.column + area.columns; column++) transaction.putContent(sheet, area.row + 1, column, null);
    }
    const from = area.row + 1 + at + (isAll ? 1 : 0);
    const gone = isAll ? count - 1 : count;
    if (gone > 0) shiftCells(book, origin, sheet, { axis: 'row', at: from, count: -gone, band: { from: area.column, size: area.columns } });
    else transaction.noteEdited(sheet, { ...area, row: area.row + 1, rows: 1 });
  });
}

function hasContent(sheet: Sheet, area: Area): boolean {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (const [column, cell] of sheet.state.rows.get(row) ?? []) {
      const isInside = column >= area.column && column < area.column + area.columns;
      if (isInside && (cell.value !== null || cell.formula !== null)) return true;
    }
  }
  return false;
}

import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../../../sheet/address';
import { intersectAreas } from '../../../sheet/area';
import type { Area } from '../../../sheet/model';
import type { Book } from '../book';
import type { ChangeType, Origin } from '../event';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';
import type { Table } from '../state';
import type { Style } from '../style';
import type { Transaction } from '../transaction';
import { requireUnprotected } from './guard';
import { isInBand, shiftArea, type Shift } from './shift-area';
import { shiftBookFormulas } from './shift-formulas';
import { shiftState } from './shift-state';
import { fillNewRows } from './table-growth';
import { nameHeaders } from './table-header';

/** Inserts whole rows above a row. They take the format of the row above; within a table it grows, and calculated columns are filled. */
export function insertRows(book: Book, origin: Origin, sheet: Sheet, row: number, count: number): void {
  shiftLines(book, origin, sheet, { axis: 'row', at: row, count }, 'RowInserted');
}

/** Deletes whole rows. Refused where it would take a table's header row and leave its body. */
export function deleteRows(book: Book, origin: Origin, sheet: Sheet, row: number, count: number): void {
  shiftLines(book, origin, sheet, { axis: 'row', at: row, count: -count }, 'RowDeleted');
}

/** Inserts whole columns to the left of a column. */
export function insertColumns(book: Book, origin: Origin, sheet: Sheet, column: number, count: number): void {
  shiftLines(book, origin, sheet, { axis: 'column', at: column, count }, 'ColumnInserted');
}

export function deleteColumns(book: Book, origin: Origin, sheet: Sheet, column: number, count: number): void {
  shiftLines(book, origin, sheet, { axis: 'column', at: column, count: -count }, 'ColumnDeleted');
}

/**
 * Inserts or deletes cells so that those below or to the right within a band move. Refused where a table would be
 * cut or a merged area torn.
 */
export function shiftCells(book: Book, origin: Origin, sheet: Sheet, shift: Shift): void {
  const tail = tailOf(shift);
  if (sheet.state.tables.some(({ area }) => intersectAreas(area, tail) && !isInBand(area, shift))) {
    throw new BookRefusal('tableOverlap', 'this would move part of a table');
  }
  if (sheet.state.merges.some((area) => intersectAreas(area, tail) && !isInBand(area, shift))) {
    throw new BookRefusal('mergedCells', 'this would tear a merged area');
  }
  shiftLines(book, origin, sheet, shift, shift.count > 0 ? 'CellInserted' : 'CellDeleted');
}

function shiftLines(book: Book, origin: Origin, sheet: Sheet, shift: Shift, change: ChangeType): void {
  requireUnprotected(sheet);
  requireRoom(sheet, shift);
  requireHeadersKept(sheet, shift);
  book.transact(origin, (transaction) => {
    shiftBookFormulas(transaction, sheet, shift);
    const tables = sheet.state.tables;
    transaction.update(sheet, shiftState(sheet.state, shift));
    for (const other of transaction.book.sheets) shiftLinks(transaction, other, sheet.name, shift);
    transaction.updateBook({ names: shiftNames(transaction, sheet.name, shift) });
    transaction.structural = true;
    if (shift.count > 0) fillInserted(transaction, sheet, shift, tables);
    transaction.noteEdited(sheet, linesOf(shift), change);
  });
}

function shiftLinks(transaction: Transaction, holder: Sheet, name: string, shift: Shift): void {
  if (holder.state.links.length === 0) return;
  const links = holder.state.links.flatMap((link) => {
    const place = { row: link.row, column: link.column, rows: 1, columns: 1 };
    const target = { row: link.targetRow, column: link.targetColumn, rows: 1, columns: 1 };
    const here = holder.name === name ? shiftArea(place, shift) : place;
    const there = link.sheet === name ? (shiftArea(target, shift) ?? target) : target;
    return here ? [{ ...link, row: here.row, column: here.column, targetRow: there.row, targetColumn: there.column }] : [];
  });
  transaction.update(holder, { links });
}

function shiftNames(transaction: Transaction, name: string, shift: Shift): Transaction['book']['names'] {
  return transaction.book.names.flatMap((entry) => {
    if (entry.sheet !== name) return [entry];
    const area = shiftArea(entry.area, shift);
    return area ? [{ ...entry, area }] : [];
  });
}

function fillInserted(transaction: Transaction, sheet: Sheet, shift: Shift, before: readonly Table[]): void {
  const { axis, at, count } = shift;
  if (at > 0) copyFormats(transaction, sheet, shift);
  for (const table of before) {
    const { area } = table;
    if (!isInBand(area, shift)) continue;
    if (axis === 'row' && at > area.row && at < area.row + area.rows) {
      // The header row above the first body row is no example for a new row; the row below is.
      const source = at - 1 > area.row ? at - 1 : at + count;
      fillNewRows(transaction, sheet, { ...area, rows: area.rows + count }, at, count, source);
    }
    const now = sheet.state.tables.find(({ id }) => id === table.id);
    if (axis === 'column' && now && now.area.columns > area.columns) nameHeaders(transaction, sheet, now);
  }
}

function copyFormats(transaction: Transaction, sheet: Sheet, { axis, at, count, band }: Shift): void {
  for (const { across, style } of stylesOfLine(sheet, axis, at - 1)) {
    if (band && (across < band.from || across >= band.from + band.size)) continue;
    for (let line = at; line < at + count; line++) {
      const [row, column] = axis === 'row' ? [line, across] : [across, line];
      transaction.putCell(sheet, row, column, { value: null, formula: null, style });
    }
  }
}

function stylesOfLine(sheet: Sheet, axis: Shift['axis'], line: number): { across: number; style: Style }[] {
  if (axis === 'row') {
    return [...(sheet.state.rows.get(line) ?? [])].map(([across, { style }]) => ({ across, style }));
  }
  return [...sheet.state.rows].flatMap(([across, cells]) => {
    const cell = cells.get(line);
    return cell ? [{ across, style: cell.style }] : [];
  });
}

function requireRoom(sheet: Sheet, { axis, at, count }: Shift): void {
  const limit = axis === 'row' ? MAXIMUM_ROWS : MAXIMUM_COLUMNS;
  if (count === 0 || at < 0 || at + Math.abs(count) > limit) throw new BookRefusal('outsideSheet', 'beyond the edge of the sheet');
  const used = sheet.usedArea();
  if (count > 0 && used && (axis === 'row' ? used.row + used.rows : used.column + used.columns) + count > limit) {
    throw new BookRefusal('outsideSheet', 'contents would leave the sheet');
  }
}

function requireHeadersKept(sheet: Sheet, shift: Shift): void {
  const { axis, at, count } = shift;
  if (axis !== 'row' || count > 0) return;
  for (const { area } of sheet.state.tables) {
    if (!isInBand(area, shift)) continue;
    const takesHeader = at <= area.row && at - count > area.row;
    if (takesHeader && at - count < area.row + area.rows) throw new BookRefusal('tableHeader', 'a table cannot lose its header row');
  }
}

function linesOf({ axis, at, count, band }: Shift): Area {
  return axis === 'row'
    ? { row: at, column: band?.from ?? 0, rows: Math.abs(count), columns: band?.size ?? MAXIMUM_COLUMNS }
    : { row: band?.from ?? 0, column: at, rows: band?.size ?? MAXIMUM_ROWS, columns: Math.abs(count) };
}

/** All that moves or goes. */
function tailOf(shift: Shift): Area {
  const lines = linesOf(shift);
  return shift.axis === 'row' ? { ...lines, rows: MAXIMUM_ROWS - lines.row } : { ...lines, columns: MAXIMUM_COLUMNS - lines.column };
}

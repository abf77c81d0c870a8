import { intersectAreas } from '../../../sheet/area';
import type { Area } from '../../../sheet/model';
import type { Book } from '../book';
import type { Origin } from '../event';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';
import type { Style } from '../style';
import { patchStyle } from '../transaction';
import { requireInSheet, requireUnprotected } from './guard';

/** Changes formats of every cell of the area; properties that are undefined in the patch are taken away. */
export function formatCells(book: Book, origin: Origin, sheet: Sheet, area: Area, patch: Style): void {
  requireUnprotected(sheet);
  requireInSheet(area);
  book.transact(origin, (transaction) => transaction.restyle(sheet, area, patchStyle(patch)));
}

/** Merges an area; only the content of its first cell is kept. Refused over a table. */
export function mergeCells(book: Book, origin: Origin, sheet: Sheet, area: Area): void {
  requireUnprotected(sheet);
  requireInSheet(area);
  if (sheet.state.tables.some((table) => intersectAreas(table.area, area))) {
    throw new BookRefusal('mergedCells', 'a table cannot hold merged cells');
  }
  book.transact(origin, (transaction) => {
    const merges = sheet.state.merges.filter((merge) => !intersectAreas(merge, area));
    transaction.update(sheet, { merges: area.rows * area.columns > 1 ? [...merges, area] : merges });
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = sheet.cellAt(row, column);
        const isFirst = row === area.row && column === area.column;
        if (cell && !isFirst) transaction.putCell(sheet, row, column, { ...cell, value: null, formula: null });
      }
    }
  });
}

/** Undoes every merge that touches the area. */
export function unmergeCells(book: Book, origin: Origin, sheet: Sheet, area: Area): void {
  if (!sheet.state.merges.some((merge) => intersectAreas(merge, area))) return;
  requireUnprotected(sheet);
  book.transact(origin, (transaction) => {
    transaction.update(sheet, { merges: sheet.state.merges.filter((merge) => !intersectAreas(merge, area)) });
  });
}

/** Pixels at 100 %; undefined gives the standard width back. Shows hidden columns; no width at all hides them. */
export function setColumnWidth(book: Book, origin: Origin, sheet: Sheet, column: number, columns: number, width: number | undefined): void {
  requireColumnsFormattable(sheet);
  if (width !== undefined && (width < 0 || width > 1790)) throw new BookRefusal('invalidArgument', `width ${width}`);
  book.transact(origin, (transaction) => {
    const columnWidths = new Map(sheet.state.columnWidths);
    const hiddenColumns = new Set(sheet.state.hiddenColumns);
    for (let at = column; at < column + columns; at++) {
      if (width === 0) {
        hiddenColumns.add(at);
        continue;
      }
      if (width === undefined) columnWidths.delete(at);
      else columnWidths.set(at, width);
      hiddenColumns.delete(at);
    }
    transaction.update(sheet, { columnWidths, hiddenColumns });
  });
}

/** Points; undefined lets the grid fit the row to its contents again. */
export function setRowHeight(book: Book, origin: Origin, sheet: Sheet, row: number, rows: number, height: number | undefined): void {
  requireUnprotected(sheet);
  if (height !== undefined && (height < 0 || height > 409.5)) throw new BookRefusal('invalidArgument', `height ${height}`);
  book.transact(origin, (transaction) => {
    const rowHeights = new Map(sheet.state.rowHeights);
    for (let at = row; at < row + rows; at++) {
      if (height === undefined) rowHeights.delete(at);
      else rowHeights.set(at, height);
    }
    transaction.update(sheet, { rowHeights });
  });
}

export function hideRows(book: Book, origin: Origin, sheet: Sheet, row: number, rows: number, hidden: boolean): void {
  requireUnprotected(sheet);
  book.transact(origin, (transaction) => {
    transaction.update(sheet, { hiddenRows: withRange(sheet.state.hiddenRows, row, rows, hidden) });
    transaction.visibility = true;
  });
}

export function hideColumns(book: Book, origin: Origin, sheet: Sheet, column: number, columns: number, hidden: boolean): void {
  requireColumnsFormattable(sheet);
  book.transact(origin, (transaction) => {
    transaction.update(sheet, { hiddenColumns: withRange(sheet.state.hiddenColumns, column, columns, hidden) });
  });
}

function requireColumnsFormattable(sheet: Sheet): void {
  if (sheet.state.protection?.allowFormatColumns !== true) requireUnprotected(sheet);
}

function withRange(set: ReadonlySet<number>, from: number, count: number, isIn: boolean): Set<number> {
  const changed = new Set(set);
  for (let at = from; at < from + count; at++) {
    if (isIn) changed.add(at);
    else changed.delete(at);
  }
  return changed;
}

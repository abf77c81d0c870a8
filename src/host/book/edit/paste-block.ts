import type { Area } from '../../../sheet/model';
import { areaBetween, intersectAreas } from '../../../sheet/area';
import { cellsOf } from '../address';
import type { Book } from '../book';
import type { Sheet } from '../sheet';
import type { Cell } from '../state';
import { requireInSheet, requireUnlocked, requireWholeMerges } from './guard';
import { translateFormula } from '../../formula/shift-formula';
import { growTables } from './table-growth';
import { settleHeaders } from './table-header';
import { writeContent } from './write-contents';

/** Cells as copied, for pasting within the book with formats and formulas. */
export interface Clip {
  readonly area: Area;
  readonly cells: readonly (readonly (Cell | null)[])[];
}

/**
 * Pastes texts as read from the clipboard (rows of equal length) with the upper left corner at the cell. As in
 * Excel, validations are not asked. Returns the area written, for selection.
 */
export function pasteTexts(book: Book, sheet: Sheet, row: number, column: number, texts: readonly (readonly string[])[]): Area {
  const columns = Math.max(...texts.map((line) => line.length));
  const area = { row, column, rows: texts.length, columns };
  pasteInto(book, sheet, area, (transaction) => {
    texts.forEach((line, i) =>
      line.forEach((text, j) => writeContent(book, transaction, sheet, row + i, column + j, text)),
    );
  });
  return area;
}

/** Copies an area's contents, formulas and formats. */
export function copyCells(sheet: Sheet, area: Area): Clip {
  const cells = Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_, j) => sheet.cellAt(area.row + i, area.column + j) ?? null),
  );
  return { area, cells };
}

/**
 * Pastes a clip; relative references move along. The target is filled again and again where it is a whole multiple
 * of the clip. Formats and, as Excel does, the clip's lack of validations are not carried: pasting leaves the
 * target's validations as they are.
 */
export function pasteClip(book: Book, sheet: Sheet, target: Area, clip: Clip): Area {
  const fits = target.rows % clip.area.rows === 0 && target.columns % clip.area.columns === 0;
  const area = fits ? target : { ...target, rows: clip.area.rows, columns: clip.area.columns };
  pasteInto(book, sheet, area, (transaction) => {
    for (const { row, column } of cellsOf(area)) {
      const i = (row - area.row) % clip.area.rows;
      const j = (column - area.column) % clip.area.columns;
      const cell = clip.cells[i]?.[j] ?? null;
      const moved = cell?.formula
        ? { ...cell, formula: translateFormula(cell.formula, row - clip.area.row - i, column - clip.area.column - j) }
        : cell;
      transaction.putCell(sheet, row, column, moved);
    }
  });
  return area;
}

function pasteInto(
  book: Book,
  sheet: Sheet,
  area: Area,
  write: (transaction: Parameters<Parameters<Book['transact']>[1]>[0]) => void,
): void {
  requireInSheet(area);
  requireUnlocked(sheet, area);
  requireWholeMerges(sheet, area);
  book.transact('user', (transaction) => {
    write(transaction);
    transaction.noteEdited(sheet, area);
    settleHeaders(transaction, sheet, area);
    growTables(transaction, sheet, area);
  });
}

/** The part of a selection that holds anything, so that copying whole columns stays small. */
export function usedPart(sheet: Sheet, area: Area): Area {
  const used = sheet.usedArea();
  const shared = used && intersectAreas(used, area);
  if (!shared) return { ...area, rows: 1, columns: 1 };
  return areaBetween(area.row, area.column, shared.row + shared.rows - 1, shared.column + shared.columns - 1);
}

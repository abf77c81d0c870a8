import type { Area, Validation } from '../../../sheet/model';
import { areaBetween, intersectAreas, subtractArea } from '../../../sheet/area';
import { cellsOf } from '../address';
import type { Book } from '../book';
import type { Sheet } from '../sheet';
import type { Cell } from '../state';
import type { Transaction } from '../transaction';
import { requireInSheet, requireUnlocked, requireWholeMerges } from './guard';
import { translateFormula } from '../../formula/shift-formula';
import { growTables } from './table-growth';
import { settleHeaders } from './table-header';
import { writeContent } from './write-contents';

/** Cells as copied, for pasting within the book with formats, formulas and input checks. */
export interface Clip {
  readonly area: Area;
  readonly cells: readonly (readonly (Cell | null)[])[];
  /** Clipped to the area. */
  readonly validations: readonly Validation[];
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

/** Copies an area's contents, formulas, formats and input checks. */
export function copyCells(sheet: Sheet, area: Area): Clip {
  const cells = Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_, j) => sheet.cellAt(area.row + i, area.column + j) ?? null),
  );
  const validations = sheet.state.validations.flatMap((validation) => {
    const shared = intersectAreas(validation.area, area);
    return shared ? [{ ...validation, area: shared }] : [];
  });
  return { area, cells, validations };
}

/**
 * Pastes a clip; relative references move along. The target is filled again and again where it is a whole multiple
 * of the clip. As in Excel the target gets the clip's input checks, and loses its own where the clip has none.
 * Blind spot: conditional formats are not carried.
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
    pasteValidations(transaction, sheet, area, clip);
  });
  return area;
}

/** The clip's input checks in place of the target's, once for each time that the clip fits. */
export function pasteValidations(transaction: Transaction, sheet: Sheet, target: Area, clip: Clip): void {
  const has = (validation: Validation): boolean => intersectAreas(validation.area, target) !== null;
  if (clip.validations.length === 0 && !sheet.state.validations.some(has)) return;
  const kept = sheet.state.validations.flatMap((validation) =>
    subtractArea(validation.area, target).map((area) => ({ ...validation, area })),
  );
  const pasted: Validation[] = [];
  for (let row = target.row; row < target.row + target.rows; row += clip.area.rows) {
    for (let column = target.column; column < target.column + target.columns; column += clip.area.columns) {
      for (const validation of clip.validations) {
        const { area } = validation;
        pasted.push({ ...validation, area: { ...area, row: row + area.row - clip.area.row, column: column + area.column - clip.area.column } });
      }
    }
  }
  transaction.update(sheet, { validations: [...kept, ...pasted] });
}

function pasteInto(
  book: Book,
  sheet: Sheet,
  area: Area,
  write: (transaction: Transaction) => void,
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

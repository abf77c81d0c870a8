import type { Area } from '../../../sheet/model';
import { cellsOf, containsArea } from '../address';
import type { Book } from '../book';
import type { Origin } from '../event';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';
import type { Cell } from '../state';
import { requireInSheet, requireUnlocked } from './guard';
import { translateFormula } from '../../formula/shift-formula';
import { settleHeaders } from './table-header';

/**
 * Drags the fill handle: `target` contains `source` and reaches beyond it in one direction. Formulas move, two or
 * more numbers in steps go on, everything else repeats. Contents and formats are filled.
 */
export function fillCells(book: Book, origin: Origin, sheet: Sheet, source: Area, target: Area): void {
  requireInSheet(target);
  requireUnlocked(sheet, target);
  if (!containsArea(target, source)) throw new BookRefusal('invalidArgument', 'target does not contain source');
  const down = source.columns === target.columns;
  if (!down && source.rows !== target.rows) throw new BookRefusal('invalidArgument', 'fill goes one way');
  book.transact(origin, (transaction) => {
    for (const { row, column } of cellsOf(target)) {
      const line = down ? row - source.row : column - source.column;
      const length = down ? source.rows : source.columns;
      if (line >= 0 && line < length) continue;
      const from = ((line % length) + length) % length;
      const [sourceRow, sourceColumn] = down ? [source.row + from, column] : [row, source.column + from];
      const cell = sheet.cellAt(sourceRow, sourceColumn);
      const step = stepOf(sheet, source, down, down ? column : row);
      transaction.putCell(sheet, row, column, fillCell(cell, step, line - from, row - sourceRow, column - sourceColumn));
    }
    transaction.noteEdited(sheet, target);
    settleHeaders(transaction, sheet, target);
  });
}

function fillCell(cell: Cell | undefined, step: number | null, distance: number, rows: number, columns: number): Cell | null {
  if (!cell) return null;
  if (cell.formula !== null) return { ...cell, formula: translateFormula(cell.formula, rows, columns) };
  return typeof cell.value === 'number' && step !== null ? { ...cell, value: cell.value + step * distance } : cell;
}

/** The common difference of a line of two or more numbers. */
function stepOf(sheet: Sheet, source: Area, down: boolean, across: number): number | null {
  const length = down ? source.rows : source.columns;
  const values = Array.from({ length }, (_, i) =>
    down ? sheet.cellAt(source.row + i, across)?.value : sheet.cellAt(across, source.column + i)?.value,
  );
  const [first, second] = values;
  if (typeof first !== 'number' || typeof second !== 'number') return null;
  const step = second - first;
  return values.every((value, i) => typeof value === 'number' && Math.abs(value - first - step * i) < 1e-9) ? step : null;
}

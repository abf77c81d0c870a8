import { moveReferences } from '../../formula/reference-text';
import { shiftFormula } from '../../formula/shift-formula';
import type { Sheet } from '../sheet';
import type { Transaction } from '../transaction';
import { rewriteFormulas } from './rewrite-formulas';
import { shiftArea, type Shift } from './shift-area';

/** Lets every formula of the book follow rows, columns or parts of them that come or go in one sheet. */
export function shiftBookFormulas(transaction: Transaction, sheet: Sheet, shift: Shift): void {
  rewriteFormulas(transaction, (formula, home) => follow(formula, home, sheet, shift));
}

function follow(formula: string, home: Sheet, sheet: Sheet, shift: Shift): string {
  if (shift.band) return followBand(formula, home, sheet, shift);
  const isRow = shift.axis === 'row';
  const kind = shift.count > 0 ? (isRow ? 'insertRows' : 'insertColumns') : isRow ? 'deleteRows' : 'deleteColumns';
  return shiftFormula(formula, home.name, { sheet: sheet.name, kind, at: shift.at, count: Math.abs(shift.count) });
}

/** Only references that lie wholly within the band move, as in Excel. */
function followBand(formula: string, home: Sheet, sheet: Sheet, shift: Shift): string {
  return moveReferences(formula, (reference) => {
    const { top, bottom, left, right } = reference;
    const isHere = (reference.sheet ?? home.name).toLowerCase() === sheet.name.toLowerCase();
    if (!isHere || top === null || bottom === null || left === null || right === null) return reference;
    const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    const moved = shiftArea(area, shift);
    return moved && { top: moved.row, bottom: moved.row + moved.rows - 1, left: moved.column, right: moved.column + moved.columns - 1 };
  });
}

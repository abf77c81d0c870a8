import { isInArea, isSameArea } from '../../../sheet/area';
import type { Area } from '../../../sheet/model';
import { moveReferences, type MovedReference, type TextReference } from '../../formula/reference-text';
import { quoteSheetName } from '../../formula/rename-formula';
import { containsArea } from '../address';
import type { Book } from '../book';
import type { Sheet } from '../sheet';
import type { Transaction } from '../transaction';
import { clearAll } from './clear-cells';
import { requireInSheet, requireUnlocked, requireWholeMerges } from './guard';
import { copyCells, pasteValidations } from './paste-block';
import { rewriteFormulas } from './rewrite-formulas';
import { growTables } from './table-growth';
import { settleHeaders } from './table-header';

/**
 * Cut and paste: the cells stand at another place, with formats and input checks, as if they had always stood there:
 * formulas that read them follow, those that read what they were laid over have lost it. Gives the area where they are now.
 */
export function moveCells(book: Book, from: Sheet, area: Area, to: Sheet, row: number, column: number): Area {
  const target: Area = { ...area, row, column };
  requireInSheet(target);
  requireUnlocked(from, area);
  requireUnlocked(to, target);
  requireWholeMerges(from, area);
  requireWholeMerges(to, target);
  if (from === to && isSameArea(area, target)) return target;
  book.transact('user', (transaction) => {
    const clip = copyCells(from, area);
    clearAll(book, 'user', from, area);
    clip.cells.forEach((line, i) => line.forEach((cell, j) => transaction.putCell(to, row + i, column + j, cell)));
    pasteValidations(transaction, to, target, clip);
    followMove(transaction, { from, area, to, target });
    transaction.noteEdited(to, target);
    settleHeaders(transaction, to, target);
    growTables(transaction, to, target);
  });
  return target;
}

interface Move {
  readonly from: Sheet;
  readonly area: Area;
  readonly to: Sheet;
  readonly target: Area;
}

function followMove(transaction: Transaction, { from, area, to, target }: Move): void {
  rewriteFormulas(transaction, (formula, home, row, column) => {
    const isMoved = home === to && isInArea(target, row, column);
    return moveReferences(formula, (reference): MovedReference | null => {
      const read = areaOf(reference);
      if (!read) return reference;
      const readSheet = reference.sheet?.toLowerCase() ?? (isMoved ? from : home).name.toLowerCase();
      if (readSheet === from.name.toLowerCase() && containsArea(area, read)) {
        const top = read.row - area.row + target.row;
        const left = read.column - area.column + target.column;
        const range = { top, left, bottom: top + read.rows - 1, right: left + read.columns - 1 };
        return from === to ? range : { ...range, prefix: reference.sheet === null && home === to ? '' : `${quoteSheetName(to.name)}!` };
      }
      if (readSheet === to.name.toLowerCase() && containsArea(target, read)) return null;
      return isMoved && from !== to && reference.sheet === null ? { ...reference, prefix: `${quoteSheetName(from.name)}!` } : reference;
    });
  });
}

function areaOf({ top, bottom, left, right }: TextReference): Area | null {
  if (top === null || bottom === null || left === null || right === null) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

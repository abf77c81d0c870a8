import { intersectAreas, isInArea } from '../../../sheet/area';
import type { Area } from '../../../sheet/model';
import { cellsOf } from '../address';
import type { Book } from '../book';
import type { Origin } from '../event';
import type { Sheet } from '../sheet';
import { PLAIN } from '../style';
import type { Transaction } from '../transaction';
import { clearValidations } from './rules';
import { requireUnlocked, requireUnprotected } from './guard';
import { settleHeaders } from './table-header';

/** Empties cells; formats, validations and conditional formats stay. */
export function clearContents(book: Book, origin: Origin, sheet: Sheet, area: Area): void {
  book.transact(origin, (transaction) => {
    emptyCells(transaction, sheet, area);
  });
}

/** Takes every format of the cells away, conditional formats and merges included; contents and widths stay. */
export function clearFormats(book: Book, origin: Origin, sheet: Sheet, area: Area): void {
  book.transact(origin, (transaction) => {
    requireUnprotected(sheet);
    transaction.restyle(sheet, area, () => PLAIN);
    const formats = sheet.state.formats.filter(({ format }) => !intersectAreas(format.area, area));
    const merges = sheet.state.merges.filter((merge) => !intersectAreas(merge, area));
    transaction.update(sheet, { formats, merges });
  });
}

/** Contents, formats, validations and links: the cells are as new. */
export function clearAll(book: Book, origin: Origin, sheet: Sheet, area: Area): void {
  book.transact(origin, (transaction) => {
    emptyCells(transaction, sheet, area);
    clearFormats(book, origin, sheet, area);
    clearValidations(book, origin, sheet, area);
    clearLinks(transaction, sheet, area);
  });
}

/** Takes links away; the texts stay. */
export function clearHyperlinks(book: Book, origin: Origin, sheet: Sheet, area: Area): void {
  requireUnprotected(sheet);
  book.transact(origin, (transaction) => clearLinks(transaction, sheet, area));
}

function clearLinks(transaction: Transaction, sheet: Sheet, area: Area): void {
  const links = sheet.state.links.filter((link) => !isInArea(area, link.row, link.column));
  if (links.length < sheet.state.links.length) transaction.update(sheet, { links });
}

function emptyCells(transaction: Transaction, sheet: Sheet, area: Area): void {
  const used = sheet.usedArea();
  const touched = used && intersectAreas(used, area);
  if (sheet.state.protection) requireUnlocked(sheet, touched ?? { ...area, rows: 1, columns: 1 });
  if (touched) {
    for (const { row, column } of cellsOf(touched)) {
      const cell = sheet.cellAt(row, column);
      if (cell && (cell.value !== null || cell.formula !== null)) {
        transaction.putCell(sheet, row, column, { value: null, formula: null, style: cell.style });
      }
    }
  }
  // Excel tells of the edit even where nothing was there.
  transaction.noteEdited(sheet, area, 'RangeEdited');
  settleHeaders(transaction, sheet, area);
}

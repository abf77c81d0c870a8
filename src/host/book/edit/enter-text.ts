import { cellArea } from '../address';
import type { Book } from '../book';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';
import { checkEntry } from '../validation-check';
import { requireUnlocked } from './guard';
import { growTables } from './table-growth';
import { settleHeaders } from './table-header';
import { writeContent } from './write-contents';

/**
 * What the user typed into a cell and confirmed; "" empties it. Throws BookRefusal: protected; validation with the
 * alert to show (call again with `insist` when the user answers a warning with yes); invalidFormula.
 */
export function enterText(
  book: Book,
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
  options: { readonly insist?: boolean } = {},
): void {
  const area = cellArea(row, column);
  requireUnlocked(sheet, area);
  book.transact('user', (transaction) => {
    writeContent(book, transaction, sheet, row, column, text);
    const alert = checkEntry(book, sheet, row, column);
    if (alert && (alert.level === 'stop' || options.insist !== true)) {
      throw new BookRefusal('validation', 'validation refuses the entry', alert);
    }
    transaction.noteEdited(sheet, area);
    settleHeaders(transaction, sheet, area);
    if (text !== '') growTables(transaction, sheet, area);
  });
}

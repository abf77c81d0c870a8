import { parseAddress } from '../../../sheet/address';
import type { DefinedName } from '../../../sheet/model';
import type { Book } from '../book';
import type { Origin } from '../event';
import { BookRefusal } from '../refusal';

/** True for a text that can name a table or a range: no cell address, no space, no sign but _ . \ */
export function isSheetlessName(name: string): boolean {
  return name.length <= 255 && /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && !parseAddress(name) && !/^r\d*(c\d*)?$|^c\d*$/i.test(name);
}

/** Refuses a name that a table or a defined name has. */
export function requireFreeName(book: Book, name: string): void {
  const wanted = name.toLowerCase();
  const isTaken =
    book.state.names.some((entry) => entry.name.toLowerCase() === wanted) ||
    book.sheets.some((sheet) => sheet.state.tables.some((table) => table.name.toLowerCase() === wanted));
  if (isTaken) throw new BookRefusal('nameTaken', `taken: ${name}`);
}

export function findName(book: Book, name: string): DefinedName | null {
  const wanted = name.toLowerCase();
  return book.state.names.find((entry) => entry.name.toLowerCase() === wanted) ?? null;
}

export function addName(book: Book, origin: Origin, entry: DefinedName): void {
  if (!isSheetlessName(entry.name)) throw new BookRefusal('invalidName', `not a name: ${entry.name}`);
  requireFreeName(book, entry.name);
  book.transact(origin, (transaction) => {
    transaction.updateBook({ names: [...book.state.names, entry] });
    transaction.structural = true;
  });
}

export function removeName(book: Book, origin: Origin, name: string): void {
  const wanted = name.toLowerCase();
  book.transact(origin, (transaction) => {
    transaction.updateBook({ names: book.state.names.filter((entry) => entry.name.toLowerCase() !== wanted) });
    transaction.structural = true;
  });
}

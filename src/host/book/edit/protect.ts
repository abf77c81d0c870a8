import type { SheetModel } from '../../../sheet/model';
import type { Book } from '../book';
import type { Origin } from '../event';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';

/** Protects a sheet, with a password where one is given. Refused where it is protected already. */
export function protectSheet(
  book: Book,
  origin: Origin,
  sheet: Sheet,
  allows: NonNullable<SheetModel['protection']>,
  password = '',
): void {
  if (sheet.state.protection) throw new BookRefusal('protected', `${sheet.name} is protected already`);
  book.transact(origin, (transaction) =>
    transaction.update(sheet, { protection: { ...allows, ...(password === '' ? {} : { password }) } }),
  );
}

/** Takes the protection off; refused without the password that it was given. */
export function unprotectSheet(book: Book, origin: Origin, sheet: Sheet, password = ''): void {
  const { protection } = sheet.state;
  if (!protection) return;
  if ((protection.password ?? '') !== password) throw new BookRefusal('password', `not the password of ${sheet.name}`);
  book.transact(origin, (transaction) => transaction.update(sheet, { protection: null }));
}

import { subtractArea } from '../../../sheet/area';
import type { Area, ConditionalFormat, Validation } from '../../../sheet/model';
import type { Book } from '../book';
import type { Origin } from '../event';
import type { Sheet } from '../sheet';
import { intersectAreas } from '../../../sheet/area';
import { requireUnprotected } from './guard';

/** Lays a validation over its area in place of whatever was there. */
export function setValidation(book: Book, origin: Origin, sheet: Sheet, validation: Validation): void {
  book.transact(origin, (transaction) => {
    requireUnprotected(sheet);
    transaction.update(sheet, { validations: [...withoutArea(sheet.state.validations, validation.area), validation] });
  });
}

export function clearValidations(book: Book, origin: Origin, sheet: Sheet, area: Area): void {
  if (!sheet.state.validations.some((validation) => intersectAreas(validation.area, area))) return;
  book.transact(origin, (transaction) => {
    requireUnprotected(sheet);
    transaction.update(sheet, { validations: withoutArea(sheet.state.validations, area) });
  });
}

/** Adds a conditional format; among several the earliest added comes last, as a new one has priority in Excel. Gives its id. */
export function addFormat(book: Book, origin: Origin, sheet: Sheet, format: ConditionalFormat): string {
  return book.transact(origin, (transaction) => {
    requireUnprotected(sheet);
    const id = book.newId();
    transaction.update(sheet, { formats: [{ id, format }, ...sheet.state.formats] });
    return id;
  });
}

export function changeFormat(book: Book, origin: Origin, sheet: Sheet, id: string, format: ConditionalFormat): void {
  book.transact(origin, (transaction) => {
    requireUnprotected(sheet);
    transaction.update(sheet, { formats: sheet.state.formats.map((entry) => (entry.id === id ? { id, format } : entry)) });
  });
}

/** Moves a conditional format to a place in the order of priority, 0 first. */
export function prioritiseFormat(book: Book, origin: Origin, sheet: Sheet, id: string, priority: number): void {
  book.transact(origin, (transaction) => {
    const entry = sheet.state.formats.find((candidate) => candidate.id === id);
    if (!entry) return;
    const formats = sheet.state.formats.filter((candidate) => candidate.id !== id);
    formats.splice(priority, 0, entry);
    transaction.update(sheet, { formats });
  });
}

export function removeFormat(book: Book, origin: Origin, sheet: Sheet, id: string): void {
  book.transact(origin, (transaction) => {
    requireUnprotected(sheet);
    transaction.update(sheet, { formats: sheet.state.formats.filter((entry) => entry.id !== id) });
  });
}

/** Removes the conditional formats of an area; of one that reaches beyond it, the rest stays. */
export function clearFormatsIn(book: Book, origin: Origin, sheet: Sheet, area: Area): void {
  book.transact(origin, (transaction) => {
    requireUnprotected(sheet);
    const formats = sheet.state.formats.flatMap((entry) => {
      const parts = subtractArea(entry.format.area, area);
      const [only] = parts;
      if (parts.length === 1 && only === entry.format.area) return [entry];
      return parts.map((part) => ({ id: book.newId(), format: { ...entry.format, area: part } }));
    });
    transaction.update(sheet, { formats });
  });
}

function withoutArea(validations: readonly Validation[], area: Area): Validation[] {
  return validations.flatMap((validation) => subtractArea(validation.area, area).map((part) => ({ ...validation, area: part })));
}

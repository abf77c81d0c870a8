import type { Validation } from '../../sheet/model';
import { readAddress } from './address';
import type { Book } from './book';
import { findName } from './edit/names';
import type { BookRefusal } from './refusal';
import type { Sheet } from './sheet';
import type { Value } from './value';

/** The items of a cell's dropdown; null where it has none. Empty source cells are left out. */
export function choicesAt(book: Book, sheet: Sheet, row: number, column: number): string[] | null {
  const validation = sheet.validationAt(row, column);
  return validation?.rule.kind === 'list' ? readChoices(book, sheet, validation.rule.source) : null;
}

/** The alert for what now stands in the cell; null where its validation is content, or has no alert. */
export function checkEntry(book: Book, sheet: Sheet, row: number, column: number): BookRefusal['alert'] | null {
  const validation = sheet.validationAt(row, column);
  if (!validation) return null;
  const value = sheet.valueAt(row, column);
  if (!validation.error || value === null || isAllowed(book, sheet, validation, value)) return null;
  return validation.error;
}

/** Whether the validation accepts a value. */
export function isAllowed(book: Book, sheet: Sheet, { rule }: Validation, value: Value): boolean {
  if (rule.kind === 'any') return true;
  if (rule.kind === 'list') return readChoices(book, sheet, rule.source)?.includes(String(value)) ?? true;
  const measured = rule.kind === 'textLength' ? String(value ?? '').length : value;
  if (typeof measured !== 'number') return false;
  if (rule.kind === 'whole' && !Number.isInteger(measured)) return false;
  if (rule.operator === 'lessThanOrEqual') return measured <= rule.minimum;
  if (rule.operator === 'greaterThanOrEqual') return measured >= rule.minimum;
  return measured >= rule.minimum && measured <= (rule.maximum ?? Infinity);
}

function readChoices(book: Book, sheet: Sheet, source: string): string[] | null {
  if (!source.startsWith('=')) return source.split(',').map((item) => item.trim());
  const text = source.slice(1);
  const named = findName(book, text);
  const address = named ?? readAddress(text);
  const holder = address && (address.sheet === null ? sheet : book.findSheet(address.sheet));
  if (!address || !holder) return null;
  const { row, column, rows, columns } = address.area;
  const items: string[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const value = holder.valueAt(row + i, column + j);
      if (value !== null && value !== '') items.push(String(value));
    }
  }
  return items;
}

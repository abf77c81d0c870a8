import type { Area } from '../../sheet/model';
import { isInSheet, readAddress } from '../book/address';
import type { Book } from '../book/book';
import { findName } from '../book/edit/names';
import { findTable } from '../book/edit/tables';
import type { Sheet } from '../book/sheet';
import { isModelObject } from './model-class';
import { invalidArgument, itemNotFound } from './model-error';
import type { RangeRef } from './session';

/** A text, or InvalidArgument. */
export function readText(value: unknown, what: string): string {
  if (typeof value !== 'string') throw invalidArgument(what);
  return value;
}

/** A whole number, or InvalidArgument. */
export function readInteger(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument(what);
  return value;
}

export function readBoolean(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(what);
  return value;
}

/** One of these texts, or InvalidArgument. */
export function readChoice<T extends string>(value: unknown, choices: readonly T[], what: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw invalidArgument(`${what}: ${String(value)}`);
  return found;
}

/** #RRGGBB in capitals; HTML names of the common colours are understood as in Excel. */
export function readColor(value: unknown, what: string): string {
  const text = readText(value, what).trim();
  const named = NAMED_COLORS[text.toLowerCase()];
  if (named) return named;
  if (!/^#?[0-9a-f]{6}$/i.test(text)) throw invalidArgument(`${what}: ${text}`);
  return `#${text.replace('#', '').toUpperCase()}`;
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  purple: '#800080',
};

/** The cells that an address or name means on a sheet. */
export function readArea(book: Book, sheet: Sheet, value: unknown): RangeRef {
  const text = readText(value, 'address');
  const named = findName(book, text);
  const holder = named && book.findSheet(named.sheet);
  if (named && holder) return { sheet: holder, area: named.area };
  const table = findTable(book, text);
  if (table && text.toLowerCase() === table.table.name.toLowerCase()) return { sheet: table.sheet, area: bodyOf(table.table.area) };
  const address = readAddress(text);
  if (!address || !isInSheet(address.area)) throw invalidArgument(`address: ${text}`);
  if (address.sheet !== null && address.sheet.toLowerCase() !== sheet.name.toLowerCase()) throw invalidArgument(`address: ${text}`);
  return { sheet, area: address.area };
}

/** A range given as an object, or as an address on the sheet (or with its sheet). */
export function readRange(book: Book, sheet: Sheet | null, value: unknown): RangeRef {
  if (isModelObject(value)) {
    if (value.type.name !== 'Range') throw invalidArgument('range');
    return value.self as RangeRef;
  }
  const text = readText(value, 'range');
  const address = readAddress(text);
  const named = address?.sheet ?? null;
  const holder = named === null ? sheet : book.findSheet(named);
  if (!holder) throw address ? itemNotFound(text) : invalidArgument(text);
  return readArea(book, holder, text);
}

export function bodyOf(area: Area): Area {
  return { ...area, row: area.row + 1, rows: area.rows - 1 };
}

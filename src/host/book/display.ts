import { fromSerial } from '../formula/calendar';
import { formatValue, type FormattedValue } from '../formula/number-format';
import type { Sheet } from './sheet';

/** What a cell shows: its value as its number format has it, with the format's own colour. */
export function displayAt(sheet: Sheet, row: number, column: number): FormattedValue {
  return formatValue(sheet.valueAt(row, column), sheet.styleAt(row, column).numberFormat ?? 'General');
}

/** The displayed text alone. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  return displayAt(sheet, row, column).text;
}

/** What stands in the formula bar and in the editor: the formula, or the constant in a form that can be typed again. */
export function editTextAt(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cellAt(row, column);
  if (!cell) return '';
  if (cell.formula !== null) return cell.formula;
  const { value } = cell;
  const format = cell.style.numberFormat ?? 'General';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return value ?? '';
  if (isDateFormat(format)) return editDate(value);
  return format.includes('%') ? `${Number((value * 100).toPrecision(15))}%` : String(value);
}

/** True for formats that show years, months or days, quoted text left aside. */
export function isDateFormat(format: string): boolean {
  return /[ymd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/^general$/i.test(format);
}

function editDate(serial: number): string {
  // A time of day, or what is no date at all, would be lost in a date's form.
  const day = Number.isInteger(serial) && serial >= 1 ? fromSerial(serial) : null;
  return day ? `${day.year}/${day.month}/${day.day}` : String(serial);
}

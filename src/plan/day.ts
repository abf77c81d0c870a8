import { PlanError } from './plan';

/** A day of the calendar: month 1 to 12, day 1 to 31. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

// Days from 1899-12-30 to 1970-01-01. Excel's count is true from 1900-03-01 (61) on; before, it holds a
// 29 February 1900 that never was.
const epoch = 25569;
const feigned = 60;

/** Days since 1970-01-01, by the proleptic Gregorian calendar, in integers only. */
function countDays(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfShiftedYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfShiftedYear;
  return era * 146097 + dayOfEra - 719468;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Excel serial number of a day, null where the calendar has no such day (2023-02-30). */
export function serialOf(year: number, month: number, day: number): number | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const serial = countDays(year, month, day) + epoch;
  return serial > feigned ? serial : serial - 1;
}

/** True for a text such as 2023-11-01 that is a day of the calendar. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && serialOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/**
 * The day that a text on its own means: 2023-12-25, 2023.12.25, 2023/12/25, 2023年12月25日 or 20231225, full-width
 * digits too. Null for any other text: an approximate day is none.
 */
export function readDay(text: string): number | null {
  const half = text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).trim();
  const parts =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(half) ??
    /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(half) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(half) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(half);
  return parts === null ? null : serialOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Excel serial number of a day as plans write it: 2023-11-01 is 45231. Throws PlanError for any other text. */
export function toSerial(text: string): number {
  const [year, month, day] = text.split('-').map(Number);
  const serial = isDay(text) ? serialOf(year ?? 0, month ?? 0, day ?? 0) : null;
  if (serial === null) throw new PlanError(`日期“${text}”不存在或写法不对，应为“年-月-日”，例如 2023-11-01。`);
  return serial;
}

/** The day of an Excel serial number; a time of day is dropped. Serial 60 is Excel's own 1900-02-29. */
export function fromSerial(serial: number): CalendarDay {
  const whole = Math.floor(serial);
  if (whole === feigned) return { year: 1900, month: 2, day: 29 };
  const shifted = (whole > feigned ? whole : whole + 1) - epoch + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

function serialIn(year: number, month: number, day: number): number {
  const serial = countDays(year, month, Math.min(day, daysInMonth(year, month))) + epoch;
  return serial > feigned ? serial : serial - 1;
}

export function addDays(serial: number, days: number): number {
  return Math.floor(serial) + days;
}

/** The same day some months later, or the month's last day where it has no such day (as Excel's EDATE). */
export function addMonths(serial: number, months: number): number {
  const { year, month, day } = fromSerial(serial);
  const count = year * 12 + month - 1 + months;
  return serialIn(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, day);
}

export function startOfMonth(serial: number): number {
  const { year, month } = fromSerial(serial);
  return serialIn(year, month, 1);
}

export function endOfMonth(serial: number): number {
  const { year, month } = fromSerial(serial);
  return serialIn(year, month, 31);
}

/** 1 for 1 January, 365 or 366 for 31 December. */
export function dayOfYear(serial: number): number {
  return Math.floor(serial) - serialIn(fromSerial(serial).year, 1, 1) + 1;
}

/** 2023-11-01 */
export function formatSerial(serial: number): string {
  const { year, month, day } = fromSerial(serial);
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

import { daysInMonth, fromSerial, toSerial, type Day } from '../calendar';
import { toNumber, toText } from '../coerce';
import { ofValues, type FunctionDefinition, type FunctionTable } from '../definition';
import { ERROR, isError, type FormulaError, type Scalar } from '../scalar';

/** A function of days (serials or texts that read as dates) and numbers. */
function ofSerials(min: number, max: number, apply: (...numbers: number[]) => Scalar): FunctionDefinition {
  return ofValues(min, max, (values) => {
    const numbers: number[] = [];
    for (const value of values) {
      const number = toNumber(value);
      if (isError(number)) return number;
      numbers.push(Math.floor(number));
    }
    return apply(...numbers);
  });
}

function readDay(serial: number): Day | FormulaError {
  return fromSerial(serial) ?? ERROR.number;
}

function part(name: keyof Day): FunctionDefinition {
  return ofSerials(1, 1, (serial) => {
    const day = readDay(serial!);
    return isError(day) ? day : day[name];
  });
}

/** The same day some months on, or that month's last day where it has no such day. */
function addMonths(serial: number, months: number, endOfMonth: boolean): Scalar {
  const day = readDay(serial);
  if (isError(day)) return day;
  const index = day.year * 12 + day.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const last = daysInMonth(year, month);
  return toSerial(year, month, endOfMonth ? last : Math.min(day.day, last)) ?? ERROR.number;
}

function weekday(serial: number, kind = 1): Scalar {
  if (serial < 0) return ERROR.number;
  const fromMonday = ((serial - 2) % 7 + 7) % 7;
  if (kind === 1) return ((fromMonday + 1) % 7) + 1;
  if (kind === 2) return fromMonday + 1;
  if (kind === 3) return fromMonday;
  return kind >= 11 && kind <= 17 ? ((fromMonday - (kind - 11) + 7) % 7) + 1 : ERROR.number;
}

/** Whole years, months or days between two days, and what is left beyond them. */
function difference(from: number, to: number, unit: string): Scalar {
  if (from > to) return ERROR.number;
  const a = readDay(from);
  const b = readDay(to);
  if (isError(a)) return a;
  if (isError(b)) return b;
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case 'D':
      return to - from;
    case 'M':
      return months;
    case 'Y':
      return Math.floor(months / 12);
    case 'YM':
      return months % 12;
    case 'MD': {
      const start = addMonths(from, months, false);
      return isError(start) ? start : to - (start as number);
    }
    case 'YD': {
      const start = addMonths(from, Math.floor(months / 12) * 12, false);
      return isError(start) ? start : to - (start as number);
    }
    default:
      return ERROR.number;
  }
}

function dateOf(year: number, month: number, day: number): Scalar {
  if (year < 0 || year > 9999) return ERROR.number;
  return toSerial(year < 1900 ? year + 1900 : year, month, day) ?? ERROR.number;
}

function timePart(scale: number, size: number): FunctionDefinition {
  return ofValues(1, 1, ([value]) => {
    const number = toNumber(value!);
    if (isError(number)) return number;
    const seconds = Math.round((number - Math.floor(number)) * 86400);
    return Math.floor(seconds / scale) % size;
  });
}

export const dateFunctions: FunctionTable = {
  DATE: ofSerials(3, 3, (year, month, day) => dateOf(year!, month!, day!)),
  YEAR: part('year'),
  MONTH: part('month'),
  DAY: part('day'),
  HOUR: timePart(3600, 24),
  MINUTE: timePart(60, 60),
  SECOND: timePart(1, 60),
  TODAY: ofValues(0, 0, (_, call) => Math.floor(call.book.now()), { volatile: 'clock' }),
  NOW: ofValues(0, 0, (_, call) => call.book.now(), { volatile: 'dynamic' }),
  EDATE: ofSerials(2, 2, (serial, months) => addMonths(serial!, months!, false)),
  EOMONTH: ofSerials(2, 2, (serial, months) => addMonths(serial!, months!, true)),
  WEEKDAY: ofSerials(1, 2, (serial, kind) => weekday(serial!, kind)),
  DAYS: ofSerials(2, 2, (to, from) => to! - from!),
  DATEVALUE: ofValues(1, 1, ([value]) => {
    const number = typeof value === 'string' ? toNumber(value) : ERROR.value;
    return isError(number) ? number : Math.floor(number);
  }),
  DATEDIF: ofValues(3, 3, ([from, to, unit]) => {
    const start = toNumber(from!);
    const end = toNumber(to!);
    const name = toText(unit!);
    if (isError(start)) return start;
    if (isError(end)) return end;
    return isError(name) ? name : difference(Math.floor(start), Math.floor(end), name);
  }),
};

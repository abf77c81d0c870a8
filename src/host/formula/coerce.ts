import { toSerial, daysInMonth } from './calendar';
import { ERROR, foldCase, type FormulaError, type Scalar } from './scalar';

const NUMBER = /^([+-]?)[¥￥$]?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)?\s*(%?)$/i;
const DAY = /^(\d{4})(?:([-/])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(?:(\d{1,2})日)?)(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const MONTH = /^(\d{4})[-/](\d{1,2})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

function readTime(hours: string | undefined, minutes: string | undefined, seconds: string | undefined): number {
  return (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86400;
}

function readDay(year: string, month: string, day: string): number | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m) ? null : toSerial(y, m, d);
}

/**
 * Number that Excel (Chinese locale) reads in a text: digits with thousands, percent, currency sign, exponent,
 * dates such as 2023-11-20, 2023/11/20, 2023年11月20日 (as serials) and times; null for any other text.
 */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim();
  const first = trimmed.charCodeAt(0);
  // Most texts are words: look no further unless it can begin a number.
  if (!((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46 || first === 36 || first === 165 || first === 65509)) {
    return null;
  }
  const number = NUMBER.exec(trimmed);
  if (number) {
    const value = Number(`${number[1]}${(number[2] ?? '').replaceAll(',', '')}${number[3] ?? ''}`);
    if (!Number.isFinite(value)) return null;
    return number[4] === '%' ? value / 100 : value;
  }
  const day = DAY.exec(trimmed);
  if (day) {
    const serial = readDay(day[1]!, day[3] ?? day[5]!, day[4] ?? day[6] ?? '1');
    return serial === null ? null : serial + readTime(day[7], day[8], day[9]);
  }
  const month = MONTH.exec(trimmed);
  if (month) return readDay(month[1]!, month[2]!, '1');
  const time = TIME.exec(trimmed);
  return time ? readTime(time[1], time[2], time[3]) : null;
}

/** Number of an operand or scalar argument; text that is no number gives #VALUE!. */
export function toNumber(value: Scalar): number | FormulaError {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return parseNumber(value) ?? ERROR.value;
  return value;
}

/** A number as General shows it in a text: at most 15 significant digits. */
export function numberToText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const rounded = Number(value.toPrecision(15));
  const size = Math.abs(rounded);
  if (size >= 1e21 || (size < 1e-9 && size > 0)) {
    return rounded.toExponential().replace(/e([+-])(\d)$/, 'E$10$2').replace('e', 'E');
  }
  if (size < 1e-6) return rounded.toFixed(20).replace(/0+$/, '');
  return size < 1e21 ? String(rounded) : String(value);
}

/** Text of an operand or scalar argument. */
export function toText(value: Scalar): string | FormulaError {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number') return numberToText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

/** Truth of a condition; texts other than TRUE and FALSE give #VALUE!. */
export function toBoolean(value: Scalar): boolean | FormulaError {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (typeof value === 'string') {
    const folded = foldCase(value);
    return folded === 'true' ? true : folded === 'false' ? false : ERROR.value;
  }
  return value;
}

/** Numbers that differ only in the last bits count as equal, as Excel's 15 digits have it. */
export function sameNumber(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 3.6e-15;
}

function rank(value: Scalar): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

/**
 * Order of two values as Excel's comparisons have it: numbers before texts before truth values; an empty cell
 * is 0, "" or FALSE as the other side needs. Negative, 0 or positive; errors must have been handled before.
 */
export function compareValues(a: Scalar, b: Scalar): number {
  const left = a ?? (typeof b === 'string' ? '' : typeof b === 'boolean' ? false : 0);
  const right = b ?? (typeof a === 'string' ? '' : typeof a === 'boolean' ? false : 0);
  if (typeof left === 'number' && typeof right === 'number') return sameNumber(left, right) ? 0 : left - right;
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return rank(left) - rank(right);
}

/** Order of texts without regard to case. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const left = foldCase(a);
  const right = foldCase(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

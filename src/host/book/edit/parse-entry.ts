import { fromSerial, toSerial } from '../../formula/calendar';
import { isErrorText, type Value } from '../value';

/** What a typed text means to Excel: a content and, where the text implies one, a number format. */
export interface Entry {
  readonly value: Value;
  readonly formula: string | null;
  /** Only for cells whose format is General. */
  readonly numberFormat?: string;
}

const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?$/i;

/**
 * Reads a text as Excel reads what is typed into a cell of that number format (Chinese locale), or what an add-in
 * writes as a string: formulas, numbers, percentages, dates, truth values; anything else, and everything in a text
 * cell (@), is text. `thisYear` completes dates typed without a year.
 */
export function parseEntry(text: string, numberFormat: string, thisYear: number): Entry {
  if (text === '') return { value: null, formula: null };
  if (numberFormat === '@') return { value: text, formula: null };
  if (text.startsWith("'")) return { value: text.slice(1), formula: null };
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text };
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE', formula: null };
  if (isErrorText(upper)) return { value: upper, formula: null };
  return parseNumber(trimmed) ?? parseDate(trimmed, thisYear) ?? parseTime(trimmed) ?? { value: text, formula: null };
}

function parseNumber(text: string): Entry | null {
  const percent = text.endsWith('%');
  const inBrackets = /^\(.+\)$/.test(text);
  const digits = inBrackets ? text.slice(1, -1) : percent ? text.slice(0, -1).trimEnd() : text;
  const match = NUMBER.exec(digits);
  if (!match || (match[1] === undefined && (match[3] ?? '.') === '.')) return null;
  const magnitude = Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(magnitude)) return null;
  // Excel keeps fifteen significant digits: an eighteen-digit number typed as such is damaged, as it is there.
  const kept = Number((inBrackets ? -magnitude : magnitude).toPrecision(15));
  const decimals = match[3] !== undefined && match[3].length > 1;
  if (percent) return { value: Number((kept / 100).toPrecision(15)), formula: null, numberFormat: decimals ? '0.00%' : '0%' };
  if (match[2] !== undefined) return { value: kept, formula: null, numberFormat: decimals ? '#,##0.00' : '#,##0' };
  if (match[4] !== undefined) return { value: kept, formula: null, numberFormat: '0.00E+00' };
  return { value: kept, formula: null };
}

function parseDate(text: string, thisYear: number): Entry | null {
  const full = /^(\d{4}|\d{2})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4}|\d{2})(年)(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (full) {
    const format = full[2] === '年' ? 'yyyy"年"m"月"d"日"' : 'yyyy/m/d';
    return dateEntry(fullYear(full[1]), Number(full[3]), Number(full[4]), format);
  }
  const month = /^(\d{4})([-/])(\d{1,2})$/.exec(text) ?? /^(\d{4})(年)(\d{1,2})月$/.exec(text);
  if (month) return dateEntry(Number(month[1]), Number(month[3]), 1, month[2] === '年' ? 'yyyy"年"m"月"' : 'mmm-yy');
  const day = /^(\d{1,2})[-/](\d{1,2})$/.exec(text) ?? /^(\d{1,2})月(\d{1,2})日$/.exec(text);
  return day && dateEntry(thisYear, Number(day[1]), Number(day[2]), 'm"月"d"日"');
}

function dateEntry(year: number, month: number, day: number, numberFormat: string): Entry | null {
  const serial = year < 1900 ? null : toSerial(year, month, day);
  const read = serial === null ? null : fromSerial(serial);
  // A day that the month does not have rolled over: Excel takes such a text for text.
  return read?.month === month && read.day === day ? { value: serial, formula: null, numberFormat } : null;
}

function fullYear(digits = ''): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 30 ? 2000 + year : 1900 + year;
}

function parseTime(text: string): Entry | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (minutes > 59 || seconds > 59) return null;
  const numberFormat = match[3] === undefined ? 'h:mm' : 'h:mm:ss';
  return { value: (hours * 3600 + minutes * 60 + seconds) / 86_400, formula: null, numberFormat };
}

import Big from 'big.js';
import type { Column, ColumnType, Value } from '../list/list';
import type { Plan } from '../plan/plan';
import { understandDay } from '../rule/understand';
import { isBlank } from '../rule/value';

const numeric: ReadonlySet<ColumnType> = new Set(['money', 'count', 'rate', 'points', 'index']);
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/** Programs write the last binary digits differently; beyond 15 digits no spreadsheet shows or keeps any. */
function writeNumber(value: number): string {
  return Number.isFinite(value) ? new Big(value.toPrecision(15)).toFixed() : String(value);
}

/**
 * What a cell says, as text: two values are the same where this is. Empty and blanks are one. Texts are compared
 * without blanks around them and with one kind of line break. In columns of numbers “12” is 12, in columns of dates
 * “2023.11.5” is the day that rules read in it; in columns of text 012 typed as text is not the number 12. 无 and — are
 * not empty here: somebody typed them. Nor is an alias its label: the better word is to be taken over.
 */
export function canonicalText(value: Value | undefined, column: Column, plan: Plan): string {
  if (isBlank(value)) return '';
  if (typeof value === 'boolean') return value ? '\u0001TRUE' : '\u0001FALSE';
  if (column.type === 'date' || column.type === 'month') {
    const day = typeof value === 'number' && !Number.isInteger(value) ? value : understandDay(value, column, plan);
    if (day !== null) return writeNumber(day);
  }
  if (typeof value === 'number') return writeNumber(value);
  const text = String(value).trim().replace(/\r\n?/g, '\n');
  if (numeric.has(column.type) && plainNumber.test(text)) return new Big(text.replace(/^\+/, '')).toFixed();
  return text;
}

export function isSameValue(a: Value | undefined, b: Value | undefined, column: Column, plan: Plan): boolean {
  return a === b || canonicalText(a, column, plan) === canonicalText(b, column, plan);
}

import Big from 'big.js';
import type { Value } from '../list/list';

/*
 * Figures are exact decimals. Where plain arithmetic is sure to give the very same number it is used, some fifty times
 * as fast: every test of the data goes by that, not by what figures usually are.
 */

/** Ten-thousandths: 亿元 are entered with four decimals. */
const fine = 10_000;
/** Below this many, a decimal of that many units and the number next to it name each other without doubt (15 digits). */
const certain = 1e15;

/** A number in ten-thousandths; NaN where it has more decimals, or too many digits to tell. */
function inFine(value: number): number {
  const units = Math.round(value * fine);
  return Math.abs(units) < certain && units / fine === value ? units : NaN;
}

/**
 * The nearest number. Beyond what a number holds it is the largest one: a spreadsheet program shows an error there,
 * and nobody's figures come near it, but a slip of the hand must not stop the work.
 */
function toNumber(exact: Big): number {
  const number = Number(exact);
  return Number.isFinite(number) ? number : Math.sign(number) * Number.MAX_VALUE;
}

/** Where a rounded figure is surely the same as in exact decimals: below this, and that far from half a unit. */
const surelyBelow = 1e9;
const surelyApart = 1e-5;

/**
 * Rounds a number that may be off by a few of its last binary digits; null where that might make a difference. Not for
 * more than 22 decimals, whose power of ten no number is.
 */
function roundSurely(value: number, decimals: number): number | null {
  const unit = 10 ** decimals;
  const size = Math.abs(value) * unit;
  if (!(size < surelyBelow) || decimals > 22) return null;
  const whole = Math.floor(size);
  const rest = size - whole;
  if (Math.abs(rest - 0.5) < surelyApart) return null;
  const rounded = (rest < 0.5 ? whole : whole + 1) / unit;
  return value < 0 ? 0 - rounded : rounded;
}

/** False for 0 and for numbers so small that they have lost digits. */
function isPrecise(value: number): boolean {
  return Math.abs(value) > 1e-290;
}

/** Rounds half away from zero in exact decimals, as ROUND does. */
export function roundTo(value: number, decimals: number): number {
  return roundSurely(value, decimals) ?? toNumber(new Big(value).round(decimals, Big.roundHalfUp));
}

/** Sum of the numbers among the values, in exact decimals; texts and empty cells are passed over, as SUM does. */
export function sumOf(values: readonly Value[]): number {
  let units = 0;
  let rest: Big | null = null;
  for (const value of values) {
    if (typeof value !== 'number') continue;
    const more = units + inFine(value);
    if (Number.isSafeInteger(more)) units = more;
    else rest = (rest ?? new Big(0)).plus(value);
  }
  return rest === null ? units / fine : toNumber(rest.plus(new Big(units).div(fine)));
}

/** Difference in exact decimals. */
export function subtract(a: number, b: number): number {
  const units = inFine(a) - inFine(b);
  return Number.isSafeInteger(units) ? units / fine : toNumber(new Big(a).minus(b));
}

/** Product in exact decimals. */
export function multiply(a: number, b: number): number {
  const product = a * b;
  return Number.isInteger(a) && Number.isInteger(b) && Number.isSafeInteger(product) ? product + 0 : toNumber(new Big(a).times(b));
}

/** a ÷ b rounded to 6 places, so that ties are the same for every reader. b must not be 0. */
export function divide(a: number, b: number, decimals = 6): number {
  const quotient = isPrecise(a) && isPrecise(b) ? roundSurely(a / b, decimals) : null;
  return quotient ?? toNumber(new Big(a).div(b).round(decimals, Big.roundHalfUp));
}

import Big from 'big.js';
import type { Value } from '../list/list';

/**
 * The nearest number. Beyond what a number holds it is the largest one: a spreadsheet program shows an error there,
 * and nobody's figures come near it, but a slip of the hand must not stop the work.
 */
function toNumber(exact: Big): number {
  const number = Number(exact);
  return Number.isFinite(number) ? number : Math.sign(number) * Number.MAX_VALUE;
}

/** Rounds half away from zero in exact decimals, as ROUND does. */
export function roundTo(value: number, decimals: number): number {
  return toNumber(new Big(value).round(decimals, Big.roundHalfUp));
}

/** Sum of the numbers among the values, in exact decimals; texts and empty cells are passed over, as SUM does. */
export function sumOf(values: readonly Value[]): number {
  let sum = new Big(0);
  for (const value of values) if (typeof value === 'number') sum = sum.plus(value);
  return toNumber(sum);
}

/** Difference in exact decimals. */
export function subtract(a: number, b: number): number {
  return toNumber(new Big(a).minus(b));
}

/** Product in exact decimals. */
export function multiply(a: number, b: number): number {
  return toNumber(new Big(a).times(b));
}

/** a ÷ b rounded to 6 places, so that ties are the same for every reader. b must not be 0. */
export function divide(a: number, b: number, decimals = 6): number {
  return toNumber(new Big(a).div(b).round(decimals, Big.roundHalfUp));
}

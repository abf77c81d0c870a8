import Big from 'big.js';

const scales = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] as const;

/**
 * An amount as a whole number of its last place (万元 with 2 decimals: 1.23 → 123), rounded half away
 * from zero in exact decimals. Whole numbers add and compare exactly up to 2^53, that is 9 × 10^11 亿元.
 */
export function toLastPlace(amount: number, decimals: number): number {
  const scaled = amount * (scales[decimals] ?? 10 ** decimals);
  const rounded = Math.round(scaled);
  const beyond = Math.abs(scaled - rounded);
  // Close to a half the binary product cannot be trusted (1.005 × 100 = 100.49999…).
  if (beyond < 0.499_999) return rounded;
  return Number(new Big(amount).round(decimals, Big.roundHalfUp).times(new Big(10).pow(decimals)));
}

/** Below 0 where a < b, 0 where equal to the last place, above 0 where a > b. */
export function compareMoney(a: number, b: number, decimals: number): number {
  return toLastPlace(a, decimals) - toLastPlace(b, decimals);
}

/** The exact sum, in the unit of the amounts. */
export function sumMoney(amounts: Iterable<number>, decimals: number): number {
  let total = 0;
  for (const amount of amounts) total += toLastPlace(amount, decimals);
  return total / (scales[decimals] ?? 10 ** decimals);
}

/** amount × factor in exact decimals: 0.07 亿元 × 10000 = 700 万元. */
export function timesExactly(amount: number, factor: number): number {
  return Number(new Big(amount).times(new Big(factor)));
}

/** What becomes of the scaled size of a number: Math.round, ceil or floor. */
export type Step = (value: number) => number;

/**
 * Rounds to decimals (negative: tens, hundreds). The number is taken as its 15 digits read, so that 1.005 is a
 * tie and not a little less.
 */
export function roundTo(value: number, digits: number, step: Step): number {
  const places = Math.trunc(digits);
  if (value === 0 || places > 20) return value;
  if (places < -20) return 0;
  const [mantissa, exponent] = Math.abs(value).toPrecision(15).split('e');
  const scaled = Number(`${mantissa}e${Number(exponent ?? 0) + places}`);
  const [rounded, power] = String(step(scaled)).split('e');
  return Math.sign(value) * Number(`${rounded}e${Number(power ?? 0) - places}`);
}

/** As ROUND does: ties away from 0. */
export function roundHalfUp(value: number, digits: number): number {
  return roundTo(value, digits, Math.round);
}

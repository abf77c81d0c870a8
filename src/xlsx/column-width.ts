/** Pixels of a digit in the default font, Calibri 11. */
const DIGIT = 7;

/** A column's width in pixels at 100 % as a file states it: in digits of the default font, to 1/256. */
export function toFileWidth(pixels: number): number {
  return Math.trunc((pixels / DIGIT) * 256) / 256;
}

/** Pixels at 100 % of a width in a file. */
export function fromFileWidth(width: number): number {
  return Math.round(width * DIGIT);
}

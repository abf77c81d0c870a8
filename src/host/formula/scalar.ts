import type { Formula } from '../../sheet/model';

/** What a cell holds for the outside: null is empty, an error is its text (#N/A). */
export type Value = Formula['value'];

/** Excel's error values. */
export type ErrorCode = '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#N/A' | '#NUM!' | '#NULL!';

/** An error as a value that runs through a calculation; one object per code, so that === compares. */
export class FormulaError {
  constructor(readonly code: ErrorCode) {}
}

export const ERROR = {
  divide: new FormulaError('#DIV/0!'),
  value: new FormulaError('#VALUE!'),
  reference: new FormulaError('#REF!'),
  name: new FormulaError('#NAME?'),
  notAvailable: new FormulaError('#N/A'),
  number: new FormulaError('#NUM!'),
  empty: new FormulaError('#NULL!'),
} as const;

/** One cell's worth of value inside the calculator; null is an empty cell or an omitted argument. */
export type Scalar = string | number | boolean | null | FormulaError;

const BY_CODE = new Map<string, FormulaError>(Object.values(ERROR).map((error) => [error.code, error]));

/** The error that a text such as #N/A stands for, or undefined. */
export function findError(text: string): FormulaError | undefined {
  return text.charCodeAt(0) === 35 ? BY_CODE.get(text.toUpperCase()) : undefined;
}

export function isError(value: unknown): value is FormulaError {
  return value instanceof FormulaError;
}

/** True where lower case can differ: Latin capitals, other alphabets, full-width letters; not Chinese characters. */
function mayHaveCase(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x2e80) || (code >= 0xa640 && code < 0xac00) || code >= 0xd800;
}

/** Text of Excel's comparisons: case does not count. Most texts of ours are Chinese and come back as they are. */
export function foldCase(text: string): string {
  for (let at = 0; at < text.length; at++) if (mayHaveCase(text.charCodeAt(at))) return text.toLowerCase();
  return text;
}

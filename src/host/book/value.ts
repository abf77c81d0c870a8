import type { Formula } from '../../sheet/model';

/** What a cell holds: null is empty, an error is its text (#N/A). */
export type Value = Formula['value'];

const ERRORS = new Set(['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!', '#SPILL!', '#CALC!']);

export function isErrorText(value: unknown): value is string {
  return typeof value === 'string' && ERRORS.has(value);
}

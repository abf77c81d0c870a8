import { parseA1Ref, stringifyA1Ref, tokenize } from '@borgar/fx';
import { MAXIMUM_ROWS } from './address';
import type { Area, RowMove } from './model';

/** Rows that move on one of the sheets. */
export interface RowShift extends RowMove {
  readonly sheet: string;
}

const REFERENCE_TOKENS: ReadonlySet<string> = new Set(['range', 'range_beam', 'range_ternary']);

/**
 * The formula as a spreadsheet adjusts it when rows are inserted or deleted. `home` is the sheet that the formula
 * stands on. A reference of which nothing is left becomes #REF!. Blind spots: references over several
 * sheets (A:B!C1) and into other workbooks stay as they are.
 */
export function shiftFormula(formula: string, home: string, shift: RowShift): string {
  let changed = false;
  const parts = tokenize(formula, { mergeRefs: true, allowTernary: true }).map((token) => {
    if (!REFERENCE_TOKENS.has(token.type)) return token.value;
    const reference = parseA1Ref(token.value, { allowTernary: true });
    if (!reference || !('range' in reference)) return token.value;
    const context = reference.context ?? [];
    if (context.length > 1) return token.value;
    if ((context[0] ?? home).toUpperCase() !== shift.sheet.toUpperCase()) return token.value;
    const { top, bottom } = reference.range;
    if (top === null) return token.value;
    const rows = shiftRows(top, bottom ?? top, shift);
    changed = true;
    if (!rows) return '#REF!';
    const range = { ...reference.range, top: rows.first, ...(typeof bottom === 'number' && { bottom: rows.last }) };
    return stringifyA1Ref({ ...reference, range });
  });
  return changed ? parts.join('') : formula;
}

/** The area after the shift, null where all its rows are deleted. */
export function shiftArea(area: Area, shift: RowShift): Area | null {
  const rows = shiftRows(area.row, area.row + area.rows - 1, shift);
  return rows && { ...area, row: rows.first, rows: rows.last - rows.first + 1 };
}

function shiftRows(first: number, last: number, shift: RowShift): { first: number; last: number } | null {
  if (shift.count >= 0) {
    return {
      first: Math.min(first >= shift.row ? first + shift.count : first, MAXIMUM_ROWS - 1),
      last: Math.min(last >= shift.row ? last + shift.count : last, MAXIMUM_ROWS - 1),
    };
  }
  const deletedEnd = shift.row - shift.count;
  const settle = (row: number, inside: number): number =>
    row < shift.row ? row : row >= deletedEnd ? row + shift.count : inside;
  const rows = { first: settle(first, shift.row), last: settle(last, shift.row - 1) };
  return rows.last < rows.first ? null : rows;
}

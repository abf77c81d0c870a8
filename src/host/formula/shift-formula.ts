import { moveReferences, type TextRange } from './reference-text';
import { SHEET_COLUMNS, SHEET_ROWS } from './resolve-reference';
import { foldCase } from './scalar';

export interface Shift {
  /** Sheet in which rows or columns come or go. */
  readonly sheet: string;
  readonly kind: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns';
  /** First row or column that comes or goes, 0-based. */
  readonly at: number;
  readonly count: number;
}

/** Where a span of rows or columns is afterwards; null when all of it is gone or pushed off the sheet. */
function shiftSpan(from: number, to: number, { kind, at, count }: Shift, size: number): [number, number] | null {
  if (kind === 'insertRows' || kind === 'insertColumns') {
    const first = from >= at ? from + count : from;
    const last = to >= at ? Math.min(to + count, size - 1) : to;
    return first >= size ? null : [first, last];
  }
  const end = at + count;
  if (from >= at && to < end) return null;
  const first = from >= end ? from - count : Math.min(from, at);
  const last = to >= end ? to - count : Math.min(to, at - 1);
  return [first, last];
}

/**
 * Formula as Excel keeps it when rows or columns of `shift.sheet` are inserted or deleted: references move, grow and
 * shrink, those to deleted cells become #REF!. `sheetOfFormula` is what references without a sheet mean.
 */
export function shiftFormula(formula: string, sheetOfFormula: string, shift: Shift): string {
  const target = foldCase(shift.sheet);
  const byRows = shift.kind === 'insertRows' || shift.kind === 'deleteRows';
  return moveReferences(formula, (reference): TextRange | null => {
    if (foldCase(reference.sheet ?? sheetOfFormula) !== target) return reference;
    const from = byRows ? reference.top : reference.left;
    const to = byRows ? reference.bottom : reference.right;
    if (from === null || to === null) return reference;
    const span = shiftSpan(Math.min(from, to), Math.max(from, to), shift, byRows ? SHEET_ROWS : SHEET_COLUMNS);
    if (!span) return null;
    return byRows ? { ...reference, top: span[0], bottom: span[1] } : { ...reference, left: span[0], right: span[1] };
  });
}

/** Formula as copied or filled some rows down and columns to the right: what has no $ goes along. */
export function translateFormula(formula: string, rows: number, columns: number): string {
  return moveReferences(formula, ({ top, bottom, left, right, fixed }) => ({
    top: top === null || fixed.top ? top : top + rows,
    bottom: bottom === null || fixed.bottom ? bottom : bottom + rows,
    left: left === null || fixed.left ? left : left + columns,
    right: right === null || fixed.right ? right : right + columns,
  }));
}

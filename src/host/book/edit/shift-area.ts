import type { Area } from '../../../sheet/model';

/** Rows or columns inserted before `at` (count > 0) or deleted from `at` on (count < 0). */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
  /** Columns (for rows) or rows (for columns) within which cells move; without it whole rows or columns do. */
  readonly band?: { readonly from: number; readonly size: number };
}

/** Whether the area lies within the band that moves. */
export function isInBand(area: Area, { axis, band }: Shift): boolean {
  if (!band) return true;
  const from = axis === 'row' ? area.column : area.row;
  const size = axis === 'row' ? area.columns : area.rows;
  return from >= band.from && from + size <= band.from + band.size;
}

/** Where a row or column is after the shift; null when it is deleted. */
export function shiftIndex(index: number, { at, count }: Shift): number | null {
  if (index < at) return index;
  if (count >= 0) return index + count;
  return index < at - count ? null : index + count;
}

/**
 * The area after the shift: it widens when rows are inserted within it; null when nothing is left of it. An area that
 * is not wholly within the band stays.
 */
export function shiftArea(area: Area, shift: Shift): Area | null {
  if (!isInBand(area, shift)) return area;
  const isRow = shift.axis === 'row';
  const first = isRow ? area.row : area.column;
  const size = isRow ? area.rows : area.columns;
  const span = shiftSpan(first, size, shift);
  if (!span) return null;
  return isRow ? { ...area, row: span.first, rows: span.size } : { ...area, column: span.first, columns: span.size };
}

function shiftSpan(first: number, size: number, { at, count }: Shift): { first: number; size: number } | null {
  if (count >= 0) {
    if (at <= first) return { first: first + count, size };
    return { first, size: at < first + size ? size + count : size };
  }
  const end = at - count;
  const lost = Math.max(0, Math.min(first + size, end) - Math.max(first, at));
  if (lost === size) return null;
  const before = Math.max(0, Math.min(first, end) - at);
  return { first: first - before, size: size - lost };
}

/** Keys of a map after the shift. */
export function shiftMap<T>(map: ReadonlyMap<number, T>, shift: Shift): Map<number, T> {
  const shifted = new Map<number, T>();
  for (const [index, value] of map) {
    const to = shiftIndex(index, shift);
    if (to !== null) shifted.set(to, value);
  }
  return shifted;
}

export function shiftSet(set: ReadonlySet<number>, shift: Shift): Set<number> {
  return new Set(shiftMap(new Map([...set].map((index) => [index, true])), shift).keys());
}

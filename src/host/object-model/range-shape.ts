import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../../sheet/address';
import { boundAreas, intersectAreas } from '../../sheet/area';
import type { Area } from '../../sheet/model';
import { isInSheet } from '../book/address';
import { readInteger, readRange } from './arguments';
import { NULL_OBJECT, objectOf, type ModelClass, type ModelObject } from './model-class';
import { invalidArgument, itemNotFound } from './model-error';
import { rangeClass } from './range';
import type { RangeRef } from './session';

/** Ranges made from a range: parts of it, its neighbours, its row and column. */
export const rangeShapes: NonNullable<ModelClass<RangeRef>['methods']> = {
  GetCell: (range, [row, column]: unknown[]) =>
    part(range, { row: at(row), column: at(column), rows: 1, columns: 1 }),
  GetRow: (range, [row]: [unknown]) => part(range, { row: at(row), column: 0, rows: 1, columns: range.area.columns }),
  GetColumn: (range, [column]: [unknown]) => part(range, { row: 0, column: at(column), rows: range.area.rows, columns: 1 }),
  GetLastRow: (range) => part(range, { row: range.area.rows - 1, column: 0, rows: 1, columns: range.area.columns }),
  GetLastColumn: (range) => part(range, { row: 0, column: range.area.columns - 1, rows: range.area.rows, columns: 1 }),
  GetLastCell: (range) => part(range, { row: range.area.rows - 1, column: range.area.columns - 1, rows: 1, columns: 1 }),
  GetEntireRow: ({ sheet, area }) => make({ sheet, area: { ...area, column: 0, columns: MAXIMUM_COLUMNS } }),
  GetEntireColumn: ({ sheet, area }) => make({ sheet, area: { ...area, row: 0, rows: MAXIMUM_ROWS } }),
  GetOffsetRange: (range, [rows, columns]: unknown[]) =>
    part(range, { row: at(rows), column: at(columns), rows: range.area.rows, columns: range.area.columns }),
  GetResizedRange: (range, [rows, columns]: unknown[]) =>
    part(range, { row: 0, column: 0, rows: range.area.rows + at(rows), columns: range.area.columns + at(columns) }),
  GetAbsoluteResizedRange: (range, [rows, columns]: unknown[]) => part(range, { row: 0, column: 0, rows: at(rows), columns: at(columns) }),
  GetBoundingRect: (range, [other]: [unknown], { book }) => {
    const second = readRange(book, range.sheet, other);
    return make({ sheet: range.sheet, area: boundAreas([range.area, second.area]) ?? range.area });
  },
  GetIntersection: (range, [other]: [unknown], { book }) => {
    const shared = intersectAreas(range.area, readRange(book, range.sheet, other).area);
    if (!shared) throw itemNotFound('intersection');
    return make({ sheet: range.sheet, area: shared });
  },
  GetIntersectionOrNullObject: (range, [other]: [unknown], { book }) => {
    const shared = intersectAreas(range.area, readRange(book, range.sheet, other).area);
    return shared ? make({ sheet: range.sheet, area: shared }) : NULL_OBJECT;
  },
  GetUsedRange: (range, [valuesOnly]: [unknown]) => {
    const used = usedPart(range, valuesOnly);
    return make({ sheet: range.sheet, area: used ?? { ...range.area, rows: 1, columns: 1 } });
  },
  GetUsedRangeOrNullObject: (range, [valuesOnly]: [unknown]) => {
    const used = usedPart(range, valuesOnly);
    return used ? make({ sheet: range.sheet, area: used }) : NULL_OBJECT;
  },
};

function make(range: RangeRef): ModelObject {
  if (!isInSheet(range.area)) throw invalidArgument('outside the sheet');
  return objectOf(rangeClass, range);
}

/** An area counted from the range's first cell. */
function part({ sheet, area }: RangeRef, inner: Area): ModelObject {
  return make({ sheet, area: { ...inner, row: area.row + inner.row, column: area.column + inner.column } });
}

function at(value: unknown): number {
  return readInteger(value, 'index');
}

/** The smallest area within the range that holds all that is used there. */
function usedPart({ sheet, area }: RangeRef, valuesOnly: unknown): Area | null {
  let used: Area | null = null;
  const within = intersectAreas(sheet.usedArea(valuesOnly === true) ?? { row: 0, column: 0, rows: 1, columns: 1 }, area);
  if (!within) return null;
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (let row = within.row; row < within.row + within.rows; row++) {
    for (const [column, cell] of sheet.state.rows.get(row) ?? []) {
      if (column < within.column || column >= within.column + within.columns) continue;
      if (valuesOnly === true && cell.formula === null && cell.value === null) continue;
      top = Math.min(top, row);
      bottom = row;
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  if (bottom >= 0) used = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  return used;
}

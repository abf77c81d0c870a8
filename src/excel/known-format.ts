import { isInArea, isSameArea, intersectAreas } from '../sheet/area';
import type { Area } from '../sheet/model';
import { wholePart } from './cell-block';
import type { Desk } from './request';

/** Number formats as Excel gave them, of part of a sheet. */
export interface KnownFormats {
  readonly sheet: string;
  /** What is known: cells of it that `formats` does not reach are bare. */
  readonly area: Area;
  readonly row: number;
  readonly column: number;
  readonly formats: readonly (readonly unknown[])[];
}

/** Asks for the formats of an area; the returned function gives them once the request has been answered. */
export function askForFormats(desk: Desk, sheet: string, area: Area): () => KnownFormats {
  const range = desk.range(sheet, area);
  range.load('numberFormat');
  return () => ({ sheet, area, row: area.row, column: area.column, formats: wholePart(sheet, area, range.numberFormat) });
}

export function coversArea(known: KnownFormats, sheet: string, area: Area): boolean {
  const common = intersectAreas(known.area, area);
  return known.sheet === sheet && common !== null && isSameArea(common, area);
}

/** True for a cell known to be formatted as text (@). */
export function isKnownText(known: readonly KnownFormats[], sheet: string, row: number, column: number): boolean {
  return known.some(
    (one) =>
      one.sheet === sheet && isInArea(one.area, row, column) && one.formats[row - one.row]?.[column - one.column] === '@',
  );
}

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

/** Tells of a cell whether it is known to be formatted as text (@). */
export type IsKnownText = (sheet: string, row: number, column: number) => boolean;

/** Rows that are looked for together: a merge asks about thousands of cells, of thousands of areas. */
const bandRows = 64;

export function findKnownTexts(known: readonly KnownFormats[]): IsKnownText {
  const bands = new Map<string, KnownFormats[]>();
  for (const one of known) {
    // Below the formats everything is bare.
    const end = Math.min(one.area.row + one.area.rows, one.row + one.formats.length);
    for (let band = bandOf(one.area.row); band * bandRows < end; band += 1) {
      const key = keyOf(one.sheet, band);
      const others = bands.get(key);
      if (others) others.push(one);
      else bands.set(key, [one]);
    }
  }
  return (sheet, row, column) =>
    (bands.get(keyOf(sheet, bandOf(row))) ?? []).some(
      (one) => isInArea(one.area, row, column) && one.formats[row - one.row]?.[column - one.column] === '@',
    );
}

function bandOf(row: number): number {
  return Math.floor(row / bandRows);
}

function keyOf(sheet: string, band: number): string {
  return `${band} ${sheet}`;
}

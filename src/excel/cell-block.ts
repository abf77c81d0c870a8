import type { Area, Formula } from '../sheet/model';
import { HostError } from '../job/port';
import type { Desk } from './request';
import { bytesOfText } from './cell-input';

export type Value = Formula['value'];

/** Values and formulas of one range, as read. */
export interface CellBlock {
  readonly area: Area;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** Asks for a bounded range; the returned function gives it once the request has been answered. */
export function askForBlock(desk: Desk, sheet: string, area: Area): () => CellBlock {
  const range = desk.range(sheet, area);
  range.load('values,formulas');
  return () => blockOf(sheet, area, range);
}

/**
 * The block as answered. Excel may answer a read that was too large with null instead of an error: that, or a
 * block of the wrong shape, is HostError incompleteRead and never taken for emptiness.
 */
export function blockOf(sheet: string, area: Area, range: Excel.Range): CellBlock {
  return { area, values: wholePart(sheet, area, range.values), formulas: wholePart(sheet, area, range.formulas) };
}

/** One property of a range's cells as answered. Throws HostError incompleteRead for what has not the area's shape, or holes. */
export function wholePart(sheet: string, area: Area, part: unknown): readonly (readonly unknown[])[] {
  if (!isWhole(part, area)) throw new HostError('incompleteRead', `incomplete answer for ${sheet}, row ${area.row + 1}`);
  return part;
}

function isWhole(part: unknown, area: Area): part is unknown[][] {
  return (
    Array.isArray(part) &&
    part.length === area.rows &&
    part.every(
      (line: unknown) =>
        Array.isArray(line) && line.length === area.columns && line.every((cell) => cell !== null && cell !== undefined),
    )
  );
}

/** Bytes that a cell took on average, value and formula together. */
export function bytesPerCell(block: CellBlock): number {
  let bytes = 0;
  for (const part of [block.values, block.formulas]) {
    for (const line of part) for (const cell of line) bytes += typeof cell === 'string' ? bytesOfText(cell) : 8;
  }
  return bytes / Math.max(1, block.area.rows * block.area.columns);
}

/** True where a cell with that value and formula holds a formula: a text that merely begins with = is given as its own. */
export function isFormulaStanding(value: unknown, formula: unknown): formula is string {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}

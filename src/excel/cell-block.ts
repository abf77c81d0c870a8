import type { Area, Formula, SheetContent } from '../sheet/model';
import { HostError } from '../job/port';
import type { Pieces } from './breathe';
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

/** Empty rows that are made in a piece. */
const ROWS_PER_PIECE = 2_000;

/** Blocks of one sheet put together, block by block: the rectangle over all cells that hold something. */
export function* assembleContent(
  sheet: Pick<SheetContent, 'name' | 'visibility' | 'tables'>,
  blocks: readonly CellBlock[],
): Pieces<SheetContent> {
  const bounds = yield* boundFilled(blocks);
  if (!bounds) return { ...sheet, row: 0, column: 0, values: [], formulas: [] };
  const { row, column, rows, columns } = bounds;
  const values: Value[][] = [];
  const formulas: (string | null)[][] = [];
  for (let at = 0; at < rows; at += 1) {
    values.push(new Array<Value>(columns).fill(null));
    formulas.push(new Array<string | null>(columns).fill(null));
    if (at % ROWS_PER_PIECE === 0) yield;
  }
  for (const { area, values: lines, formulas: formulaLines } of blocks) {
    for (let i = 0; i < lines.length; i += 1) {
      const valueLine = values[area.row + i - row];
      const formulaLine = formulas[area.row + i - row];
      if (!valueLine || !formulaLine) continue;
      const line = lines[i]!;
      for (let j = 0; j < line.length; j += 1) {
        const at = area.column + j - column;
        if (at < 0 || at >= columns) continue;
        const formula = toFormula(line[j], formulaLines[i]?.[j]);
        formulaLine[at] = formula;
        valueLine[at] = formula === null && line[j] === '' ? null : toValue(line[j]);
      }
    }
    yield;
  }
  return { ...sheet, row, column, values, formulas };
}

function toValue(value: unknown): Value {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

function toFormula(value: unknown, formula: unknown): string | null {
  return isFormulaStanding(value, formula) ? formula : null;
}

/** True where a cell with that value and formula holds a formula: a text that merely begins with = is given as its own. */
export function isFormulaStanding(value: unknown, formula: unknown): formula is string {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}

function* boundFilled(blocks: readonly CellBlock[]): Pieces<Area | null> {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const { area, formulas } of blocks) {
    formulas.forEach((line, i) => {
      const first = line.findIndex((cell) => cell !== '');
      if (first < 0) return;
      const last = line.findLastIndex((cell) => cell !== '');
      top = Math.min(top, area.row + i);
      bottom = Math.max(bottom, area.row + i);
      left = Math.min(left, area.column + first);
      right = Math.max(right, area.column + last);
    });
    yield;
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

import { boundAreas } from '../sheet/area';
import type { SheetContent } from '../sheet/model';
import type { Pieces } from './breathe';
import type { ContentBlock } from './content-block';

/** Blocks of one sheet put together: the rectangle over all cells that hold something. It takes the blocks' arrays over. */
export function* assembleContent(
  sheet: Pick<SheetContent, 'name' | 'visibility' | 'tables'>,
  blocks: readonly ContentBlock[],
): Pieces<SheetContent> {
  const bounds = boundAreas(blocks.flatMap(({ filled }) => filled ?? []));
  if (!bounds) return { ...sheet, row: 0, column: 0, values: [], formulas: [] };
  const { row, column, rows, columns } = bounds;
  const values = new Array<SheetContent['values'][number]>(rows);
  const formulas = new Array<SheetContent['formulas'][number]>(rows);
  for (const { area, values: lines, formulas: formulaLines } of blocks) {
    const isWhole = area.column === column && area.columns >= columns;
    for (let i = 0; i < lines.length; i += 1) {
      const at = area.row + i - row;
      if (at < 0 || at >= rows) continue;
      values[at] = isWhole ? cut(lines[i]!, columns) : placed(lines[i]!, area.column - column, values[at], columns);
      formulas[at] = isWhole ? cut(formulaLines[i]!, columns) : placed(formulaLines[i]!, area.column - column, formulas[at], columns);
    }
    yield;
  }
  const nothing = new Array<null>(columns).fill(null);
  for (let at = 0; at < rows; at += 1) {
    values[at] ??= nothing;
    formulas[at] ??= nothing;
  }
  return { ...sheet, row, column, values, formulas };
}

function cut<T>(line: T[], columns: number): T[] {
  if (line.length > columns) line.length = columns;
  return line;
}

/** A row with these cells in it, beside those that it holds already. */
function placed<T>(cells: readonly T[], at: number, before: readonly (T | null)[] | undefined, columns: number): readonly (T | null)[] {
  const line = before ? [...before] : new Array<T | null>(columns).fill(null);
  for (let j = Math.max(0, -at); j < cells.length && at + j < columns; j += 1) line[at + j] = cells[j]!;
  return line;
}

import type { Grid } from '../sheet/grid';
import type { Area, CellStyle, Content, SheetModel } from '../sheet/model';

/** Points of a line of text over its font size, with the space between lines. */
const lineSpace = 1.3;

/** Pixels that a cell keeps free at its sides. */
const padding = 7;

const defaultSize = 11;
const defaultWidth = 64;

/** Excel shows no row higher than this many points. */
const tallest = 409;

/** Wrapped text in a cell, by where it stands. */
interface WrappedArea {
  readonly area: Area;
  readonly size: number;
}

/**
 * Heights in points for rows that nobody gave one and whose wrapped text needs more than a line. A program fits
 * rows while one types, but not all of them do when they open a file, and a printed list must not cut a text.
 * Estimated: a Chinese character is as wide as its font is high, any other about half of that.
 */
export function fitRows(
  sheet: SheetModel,
  styled: readonly { readonly area: Area; readonly style: CellStyle }[],
  grid: Grid,
): ReadonlyMap<number, number> {
  const fixed = new Set(sheet.rowHeights.map(({ row }) => row));
  const widths = new Map(sheet.columnWidths.map(({ column, width, hidden }) => [column, hidden ? 0 : width]));
  const merged = mergedCells(sheet);
  const heights = new Map<number, number>();
  for (const { area, size } of wrappedAreas(styled)) {
    const end = Math.min(area.row + area.rows, lastRow(grid) + 1);
    for (let row = area.row; row < end; row += 1) {
      if (fixed.has(row)) continue;
      const cells = grid.get(row);
      if (cells === undefined) continue;
      for (let column = area.column; column < Math.min(area.column + area.columns, cells.length); column += 1) {
        const text = textOf(cells[column] ?? null);
        const width = widths.get(column) ?? defaultWidth;
        if (text === '' || width === 0 || merged.has(`${row},${column}`)) continue;
        const lines = countLines(text, width - padding, size);
        const height = Math.min(tallest, Math.ceil(lines * size * lineSpace) + 4);
        if (lines > 1 && height > (heights.get(row) ?? 0)) heights.set(row, height);
      }
    }
  }
  return heights;
}

function wrappedAreas(styled: readonly { readonly area: Area; readonly style: CellStyle }[]): WrappedArea[] {
  return styled.flatMap(({ area, style }) =>
    style.wrap === true ? [{ area, size: style.fontSize ?? defaultSize }] : [],
  );
}

function countLines(text: string, width: number, size: number): number {
  const pixels = (size * 4) / 3;
  return text.split('\n').reduce((lines, paragraph) => {
    let length = 0;
    for (const character of paragraph) length += character > '\u2e7f' ? pixels : pixels * 0.55;
    return lines + Math.max(1, Math.ceil(length / Math.max(width, pixels)));
  }, 0);
}

function textOf(content: Content): string {
  const value = typeof content === 'object' && content !== null ? content.value : content;
  return typeof value === 'string' ? value : '';
}

function mergedCells({ merges }: SheetModel): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const { row, column } of merges) cells.add(`${row},${column}`);
  return cells;
}

function lastRow(grid: Grid): number {
  let last = -1;
  for (const row of grid.keys()) if (row > last) last = row;
  return last;
}

import type { Block, Content } from './model';

/** Contents by row: a row is an array by column, where undefined is an empty cell too. Made for changing. */
export type Grid = Map<number, (Content | undefined)[]>;

/** Lays the blocks out; rows are copies, so that the grid can be changed. */
export function gridOf(blocks: readonly Block[]): Grid {
  const grid: Grid = new Map();
  for (const block of blocks) writeToGrid(grid, block.row, block.column, block.content);
  return grid;
}

/** Writes contents at a place; null clears. */
export function writeToGrid(grid: Grid, row: number, column: number, content: Block['content']): void {
  content.forEach((contents, offset) => {
    const at = row + offset;
    let cells = grid.get(at);
    if (!cells) {
      cells = [];
      grid.set(at, cells);
    }
    for (let i = cells.length; i < column; i += 1) cells[i] = null;
    for (let i = 0; i < contents.length; i += 1) cells[column + i] = contents[i];
  });
}

/** True for a cell that shows nothing: Excel clears a cell when "" is written to it. */
export function isEmptyContent(content: Content | undefined): boolean {
  return content === undefined || content === null || content === '';
}

/**
 * The grid as blocks in one settled form: each run of rows that hold anything is one block, as wide as the
 * run needs. Far-apart cells thus cost nothing.
 */
export function blocksOf(grid: Grid): readonly Block[] {
  const spans: { row: number; first: number; last: number }[] = [];
  for (const [row, cells] of grid) {
    let last = cells.length - 1;
    while (last >= 0 && isEmptyContent(cells[last])) last -= 1;
    if (last < 0) continue;
    let first = 0;
    while (isEmptyContent(cells[first])) first += 1;
    spans.push({ row, first, last });
  }
  spans.sort((a, b) => a.row - b.row);
  const blocks: Block[] = [];
  let start = 0;
  while (start < spans.length) {
    const top = spans[start]?.row ?? 0;
    let end = start;
    let first = Infinity;
    let last = 0;
    for (let span = spans[end]; span?.row === top + end - start; span = spans[end]) {
      first = Math.min(first, span.first);
      last = Math.max(last, span.last);
      end += 1;
    }
    const content: Content[][] = [];
    for (let row = top; row < top + end - start; row += 1) {
      const cells = grid.get(row) ?? [];
      const line: Content[] = new Array<Content>(last - first + 1);
      for (let i = first; i <= last; i += 1) {
        const cell = cells[i];
        line[i - first] = cell === undefined || cell === '' ? null : cell;
      }
      content.push(line);
    }
    blocks.push({ row: top, column: first, content });
    start = end;
  }
  return blocks;
}

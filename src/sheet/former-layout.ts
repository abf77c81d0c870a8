import type { Grid } from './grid';
import type { Content } from './model';

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}


/** 一、 to 十、, with which the sections of 说明 and 汇总 begin. */
const heading = /^[一二三四五六七八九十]、/;

/** Headers of figures, with the unit on a line of its own: whatever was counted had another name then. */
const figureHeader = /\n（(亿元|个|项)）$/;

/**
 * Tells what is ours among the cells of 说明 or 汇总 as an unknown version, or another plan, laid them: where every section
 * still begins where it did, nothing (what stands in a free cell is the user's); else, down to the first two empty rows
 * and as wide as the sheet is now, headings, figures, their headers, formulas, — and the words that are still used.
 * Blind spot: a figure that the user put between the sections then goes with them.
 */
export function findFormer(cells: readonly Cell[], next: Grid): (cell: Cell) => boolean {
  const moved = cells.some(({ row, column, content }) => column === 0 && isHeading(content) && next.get(row)?.[0] !== content);
  if (!moved) return () => false;
  const rows = new Set(cells.map(({ row }) => row));
  let end = Math.min(...rows);
  while (rows.has(end) || rows.has(end + 1)) end += 1;
  const width = Math.max(...[...next.values()].map((line) => line.length));
  const words = new Set([...next.values()].flatMap((line) => line.filter((content) => typeof content === 'string')));
  return ({ row, column, content }) =>
    row < end && column < width && (typeof content !== 'string' || content === '—' || isHeading(content) || figureHeader.test(content) || words.has(content));
}

function isHeading(content: Content): boolean {
  return typeof content === 'string' && heading.test(content);
}

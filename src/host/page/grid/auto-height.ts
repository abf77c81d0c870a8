import type { Sheet } from '../../book/sheet';
import type { RowCells } from '../../book/state';
import { DEFAULT_FONT } from '../../book/style';
import { countLines, lineHeight } from './cell-measure';

/** Height of a row where nobody set one. */
export const plainRowHeight = 20;

/** Excel grows a row no further than this many pixels. */
const tallest = 545;

/**
 * Heights in pixels fitted to wrapped text and large fonts. Kept per row content: rows are replaced when they are
 * edited, so a kept height is right until the column widths change (then make a new fitter).
 */
export class RowFitter {
  private readonly known = new WeakMap<RowCells, number>();

  constructor(private readonly columnPixels: (column: number) => number) {}

  /** Merged cells do not count, as in Excel. */
  fit(sheet: Sheet, row: number): number {
    const cells = sheet.state.rows.get(row);
    if (!cells) return plainRowHeight;
    const known = this.known.get(cells);
    if (known !== undefined) return known;
    const height = this.measure(sheet, row, cells);
    this.known.set(cells, height);
    return height;
  }

  private measure(sheet: Sheet, row: number, cells: RowCells): number {
    let height = plainRowHeight;
    for (const [column, cell] of cells) {
      const { fontSize = DEFAULT_FONT.size, bold, wrap } = cell.style;
      const content = cell.formula === null ? cell.value : null;
      if (content === null && fontSize <= DEFAULT_FONT.size) continue;
      let lines = 1;
      if (wrap && typeof content === 'string' && !isMerged(sheet, row, column)) {
        lines = countLines(content, this.columnPixels(column) - 7, fontSize, bold);
      }
      height = Math.max(height, lines * lineHeight(fontSize) + (lines > 1 ? 4 : 2));
    }
    return Math.min(height, tallest);
  }
}

function isMerged(sheet: Sheet, row: number, column: number): boolean {
  return sheet.state.merges.length > 0 && sheet.mergeAt(row, column) !== null;
}

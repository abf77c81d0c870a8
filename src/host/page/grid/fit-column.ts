import type { Sheet } from '../../book/sheet';
import { DEFAULT_FONT } from '../../book/style';
import { estimateWidth } from './cell-measure';
import type { CellReader } from './cell-paint';

/** Pixels that show every unwrapped text of a column; merged cells do not count. */
export function fitColumn(sheet: Sheet, column: number, reader: CellReader): number {
  let widest = 0;
  for (const [row, cells] of sheet.state.rows) {
    const cell = cells.get(column);
    if (!cell || (cell.value === null && cell.formula === null) || sheet.mergeAt(row, column)) continue;
    const { fontSize = DEFAULT_FONT.size, bold } = cell.style;
    for (const line of reader.readText(sheet, row, column).text.split('\n')) {
      widest = Math.max(widest, estimateWidth(line, fontSize, bold));
    }
  }
  return widest === 0 ? 64 : Math.min(600, Math.ceil(widest) + 9);
}

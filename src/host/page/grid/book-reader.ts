import { isInArea } from '../../../sheet/area';
import { type Appearance, appearanceAt } from '../../book/appearance';
import type { Book } from '../../book/book';
import { displayAt } from '../../book/display';
import type { Sheet } from '../../book/sheet';
import type { CellReader } from './cell-paint';

/**
 * Texts and looks from the book. What conditional formats give is kept until something changes, for their formulas
 * cost more than all the rest of a cell.
 */
export function readBook(book: Book): CellReader {
  let known = new WeakMap<Sheet, Map<string, Appearance>>();
  book.subscribe((event) => {
    // A format's formula may look at any sheet.
    if (event.kind === 'redraw') known = new WeakMap();
  });
  return {
    readText: displayAt,
    readAppearance: (sheet, row, column) => {
      if (!sheet.state.formats.some(({ format }) => isInArea(format.area, row, column))) {
        return { style: sheet.styleAt(row, column), bar: null };
      }
      const cells = known.get(sheet) ?? new Map<string, Appearance>();
      known.set(sheet, cells);
      const key = `${row},${column}`;
      const found = cells.get(key) ?? appearanceAt(book, sheet, row, column);
      cells.set(key, found);
      return found;
    },
  };
}

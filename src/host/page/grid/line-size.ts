import type { Book } from '../../book/book';
import { setColumnWidth, setRowHeight } from '../../book/edit/format-cells';
import { POINT } from './cell-measure';
import type { CellReader } from './cell-paint';
import type { Cursor } from './cursor';
import { tryEdit } from './entry';
import { fitColumn } from './fit-column';

/** Excel's largest column (255 characters) in pixels, and its tallest row in points. */
const widest = 1790;
const tallest = 409.5;

/** Sets the size of a line, or of all lines selected with it, in pixels. */
export function resizeLine(book: Book, cursor: Cursor, kind: 'row' | 'column', index: number, pixels: number): void {
  const { sheet } = cursor;
  const { from, count } = linesWith(cursor, kind, index);
  tryEdit(() => {
    if (kind === 'column') setColumnWidth(book, 'user', sheet, from, count, Math.min(widest, pixels));
    else setRowHeight(book, 'user', sheet, from, count, Math.min(tallest, pixels / POINT));
  });
}

/** Fits a line, or all lines selected with it, to its contents. */
export function fitLine(book: Book, cursor: Cursor, reader: CellReader, kind: 'row' | 'column', index: number): void {
  const { sheet } = cursor;
  const { from, count } = linesWith(cursor, kind, index);
  tryEdit(() =>
    book.transact('user', () => {
      if (kind === 'row') setRowHeight(book, 'user', sheet, from, count, undefined);
      else {
        for (let column = from; column < from + count; column += 1) {
          setColumnWidth(book, 'user', sheet, column, 1, fitColumn(sheet, column, reader));
        }
      }
    }),
  );
}

function linesWith(cursor: Cursor, kind: 'row' | 'column', index: number): { from: number; count: number } {
  const selected = kind === 'row' ? cursor.wholeRows : cursor.wholeColumns;
  const isIn = selected !== null && index >= selected.from && index < selected.from + selected.count && selected.count < 1000;
  return isIn ? selected : { from: index, count: 1 };
}

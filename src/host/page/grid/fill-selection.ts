import type { Book } from '../../book/book';
import { fillCells } from '../../book/edit/fill-cells';
import { copyCells, pasteClip } from '../../book/edit/paste-block';
import { writeContents } from '../../book/edit/write-contents';
import type { Cursor } from './cursor';
import { tryEdit } from './entry';

/** Ctrl+D and Ctrl+R: the first row or column of the selection goes into the rest of it. */
export function fillFromEdge(book: Book, cursor: Cursor, direction: 'down' | 'right'): void {
  const { sheet, area } = cursor;
  const source = direction === 'down' ? { ...area, rows: 1 } : { ...area, columns: 1 };
  if (source.rows === area.rows && source.columns === area.columns) return;
  tryEdit(() => fillCells(book, 'user', sheet, source, area));
}

/** Ctrl+Enter, once the text is in the active cell: every selected cell takes it, a formula moving along. */
export function fillSelection(book: Book, cursor: Cursor, text: string): void {
  const { sheet, area, activeArea } = cursor;
  if (area.rows === activeArea.rows && area.columns === activeArea.columns) return;
  tryEdit(() => {
    if (text.startsWith('=')) pasteClip(book, sheet, area, copyCells(sheet, { ...activeArea, rows: 1, columns: 1 }));
    else {
      const line = Array.from({ length: area.columns }, () => text);
      writeContents(book, 'user', sheet, area.row, area.column, Array.from({ length: area.rows }, () => line));
    }
  });
}

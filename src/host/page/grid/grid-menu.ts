import type { Book } from '../../book/book';
import { tellUser } from '../dialog';
import { openMenu } from '../menu';
import type { CellEditor } from './cell-editor';
import type { GridClipboard } from './clipboard';
import { listContextItems } from './context-menu';
import type { Cursor } from './cursor';
import { openFilterMenu } from './filter-menu';

/** What the menus work on; the focus goes back to the editor when one closes. */
export interface MenuGround {
  readonly book: Book;
  readonly cursor: Cursor;
  readonly editor: CellEditor;
  readonly clipboard: GridClipboard;
}

/** The menu behind the filter button of a table's header cell. */
export function openHeaderMenu({ book, cursor, editor }: MenuGround, row: number, column: number, button: HTMLElement): void {
  const { sheet } = cursor;
  const table = sheet.tableAt(row, column);
  if (!table) return;
  const box = button.getBoundingClientRect();
  openFilterMenu(book, sheet, table, column - table.area.column, { x: box.left, y: box.bottom + 2 }, () => editor.focus());
}

/** The menu of the right button, at a point of the screen. */
export function openCellMenu({ book, cursor, editor, clipboard }: MenuGround, x: number, y: number): void {
  const command = (name: 'copy' | 'cut') => (): void => {
    editor.focus();
    document.execCommand(name);
  };
  const items = listContextItems(book, cursor.sheet, cursor.area, {
    copy: command('copy'),
    cut: command('cut'),
    paste: () =>
      void clipboard.pasteFromSystem().then((done) => {
        if (!done) void tellUser('请用键盘粘贴', '浏览器不允许从菜单读取剪贴板。请按 Ctrl+V 粘贴。', 'information');
      }),
  });
  openMenu({ x, y }, items, () => editor.focus());
}

import type { Area } from '../../../sheet/model';
import { isEntireColumns, isEntireRows } from '../../book/address';
import type { Book } from '../../book/book';
import { clearContents, clearFormats } from '../../book/edit/clear-cells';
import { hideColumns, hideRows } from '../../book/edit/format-cells';
import { deleteColumns, deleteRows, insertColumns, insertRows } from '../../book/edit/shift-lines';
import { sortTable } from '../../book/edit/sort-table';
import type { Sheet } from '../../book/sheet';
import type { MenuItem } from '../menu';
import { tryEdit } from './entry';

export interface ContextActions {
  copy(): void;
  cut(): void;
  paste(): void;
}

/** What the right button offers for the selection. */
export function listContextItems(book: Book, sheet: Sheet, area: Area, actions: ContextActions): MenuItem[] {
  const rows = isEntireRows(area);
  const columns = isEntireColumns(area);
  const item = (label: string, work: () => void): MenuItem => ({ label, run: () => void tryEdit(work) });
  const rowItems: MenuItem[] = [
    item(`在上方插入 ${area.rows} 行`, () => insertRows(book, 'user', sheet, area.row, area.rows)),
    item(`删除 ${area.rows} 行`, () => deleteRows(book, 'user', sheet, area.row, area.rows)),
  ];
  const columnItems: MenuItem[] = [
    item(`在左侧插入 ${area.columns} 列`, () => insertColumns(book, 'user', sheet, area.column, area.columns)),
    item(`删除 ${area.columns} 列`, () => deleteColumns(book, 'user', sheet, area.column, area.columns)),
  ];
  const hidden: MenuItem[] = [
    ...(rows && !columns
      ? [
          item('隐藏行', () => hideRows(book, 'user', sheet, area.row, area.rows, true)),
          item('取消隐藏行', () => hideRows(book, 'user', sheet, area.row, area.rows, false)),
        ]
      : []),
    ...(columns && !rows
      ? [
          item('隐藏列', () => hideColumns(book, 'user', sheet, area.column, area.columns, true)),
          item('取消隐藏列', () => hideColumns(book, 'user', sheet, area.column, area.columns, false)),
        ]
      : []),
  ];
  return [
    { label: '剪切', hint: 'Ctrl+X', run: actions.cut },
    { label: '复制', hint: 'Ctrl+C', run: actions.copy },
    { label: '粘贴', hint: 'Ctrl+V', run: actions.paste },
    'separator',
    ...(columns ? [] : rowItems),
    ...(rows ? [] : columnItems),
    ...(hidden.length > 0 ? (['separator', ...hidden] as MenuItem[]) : []),
    'separator',
    item('清除内容', () => clearContents(book, 'user', sheet, area)),
    item('清除格式', () => clearFormats(book, 'user', sheet, area)),
    ...sortItems(book, sheet, area),
  ];
}

function sortItems(book: Book, sheet: Sheet, area: Area): MenuItem[] {
  const table = sheet.tableAt(area.row, area.column);
  if (!table) return [];
  const column = area.column - table.area.column;
  const sort = (label: string, descending: boolean): MenuItem => ({
    label,
    run: () => void tryEdit(() => sortTable(book, 'user', sheet, table, [{ column, descending }])),
  });
  return ['separator', sort('按本列升序排列', false), sort('按本列降序排列', true)];
}

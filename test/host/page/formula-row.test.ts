import { FormulaRow } from '../../../src/host/page/formula-row';
import type { Grid } from '../../../src/host/page/grid/grid';
import { listBook } from '../book/list-book';

/** The row above a grid that shows A1 of the first sheet; of the grid only what the row asks it for. */
function openRow() {
  const { book, list } = listBook();
  const element = document.createElement('textarea');
  const cell = { row: 0, column: 0, rows: 1, columns: 1 };
  const grid = {
    cursor: { sheet: list, area: cell, active: { row: 0, column: 0 }, activeArea: cell },
    editor: { element, isEditing: false, focus: () => element.focus() },
    activeText: () => '清单',
    goTo: jest.fn(),
  };
  const row = new FormulaRow(book, grid as unknown as Grid);
  const other = document.createElement('button');
  document.body.replaceChildren(row.element, element, other);
  row.show();
  const typeName = (text: string): void => {
    row.nameBox.focus();
    row.nameBox.value = text;
    row.nameBox.dispatchEvent(new Event('input'));
  };
  const press = (key: string): void => void row.nameBox.dispatchEvent(new KeyboardEvent('keydown', { key }));
  return { row, grid, other, typeName, press };
}

test('what is typed into the name box stays while the sheet is drawn again and the pane takes the focus', () => {
  const { row, grid, other, typeName, press } = openRow();
  typeName('B5');
  row.show();
  other.focus();
  row.show();
  expect(row.nameBox.value).toBe('B5');
  row.nameBox.focus();
  press('Enter');
  expect(grid.goTo).toHaveBeenCalledWith({ row: 4, column: 1, rows: 1, columns: 1 });
});

test.each([
  ['Esc', (press: (key: string) => void) => press('Escape')],
  ['going to the grid', (_press: (key: string) => void, grid: { editor: { focus: () => void } }) => grid.editor.focus()],
])('%s gives it up', (_name, leave) => {
  const { row, grid, typeName, press } = openRow();
  expect(row.nameBox.value).toBe('A1');
  typeName('B5');
  leave(press, grid);
  row.show();
  expect(row.nameBox.value).toBe('A1');
});

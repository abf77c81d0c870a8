import { Book } from '../../../src/host/book/book';
import { hideRows } from '../../../src/host/book/edit/format-cells';
import { writeContents } from '../../../src/host/book/edit/write-contents';
import { nextInBlock } from '../../../src/host/page/grid/cursor';
import { filterChoices } from '../../../src/host/page/grid/dropdown';
import { awaitsReference, writeReference } from '../../../src/host/page/grid/point-reference';
import { fillTarget } from '../../../src/host/page/grid/pointer';
import { showForEdit } from '../../../src/host/page/grid/shown-for-edit';
import { enterText } from '../../../src/host/book/edit/enter-text';
import { summarise } from '../../../src/host/page/status-bar';

test('Enter goes down the columns of a selected block, Tab along its rows, both round', () => {
  const block = { row: 1, column: 1, rows: 2, columns: 2 };
  expect(nextInBlock(block, { row: 2, column: 1 }, 'down')).toEqual({ row: 1, column: 2 });
  expect(nextInBlock(block, { row: 1, column: 2 }, 'right')).toEqual({ row: 2, column: 1 });
  expect(nextInBlock(block, { row: 1, column: 1 }, 'left')).toEqual({ row: 2, column: 2 });
});

test('typing filters the list: what begins with the text comes first', () => {
  const counties = ['城区', '泽州县', '高平市', '阳城县', '陵川县', '沁水县', '开发区', '市本级'];
  expect(filterChoices(counties, '城')).toEqual(['城区', '阳城县']);
  expect(filterChoices(counties, ' ')).toEqual(counties);
  expect(filterChoices(counties, '太原')).toEqual([]);
});

test('the fill handle fills one way, the one dragged further', () => {
  const from = { row: 5, column: 5, rows: 2, columns: 2 };
  expect(fillTarget(from, { row: 9, column: 7 })).toEqual({ row: 5, column: 5, rows: 5, columns: 2 });
  expect(fillTarget(from, { row: 6, column: 9 })).toEqual({ row: 5, column: 5, rows: 2, columns: 5 });
  expect(fillTarget(from, { row: 2, column: 5 })).toEqual({ row: 2, column: 5, rows: 5, columns: 2 });
  expect(fillTarget(from, { row: 6, column: 6 })).toBeNull();
});

test('a click puts a reference into a formula only where one can stand', () => {
  expect(awaitsReference('=SUM(', 5)).toBe(true);
  expect(awaitsReference('=A1+', 4)).toBe(true);
  expect(awaitsReference('=A1', 3)).toBe(false);
  expect(awaitsReference('=IF(A1="', 8)).toBe(false);
  expect(awaitsReference('沁水(', 3)).toBe(false);
  expect(writeReference({ row: 1, column: 26, rows: 2, columns: 1 })).toBe('AA2:AA3');
});

test('confirming a shown text leaves the cell as it was', () => {
  for (const typed of ['2023-11-5', "'0123", "'=1+1", '12.5%', '=1+1', 'TRUE', '沁水县', "''"]) {
    const book = Book.empty();
    const sheet = book.activeSheet;
    enterText(book, sheet, 0, 0, typed);
    const before = sheet.cellAt(0, 0);
    enterText(book, sheet, 0, 0, showForEdit(sheet, 0, 0));
    expect(sheet.cellAt(0, 0)).toEqual(before);
  }
});

test('the status bar counts what is seen of the selection', () => {
  const book = Book.empty();
  const sheet = book.activeSheet;
  writeContents(book, 'user', sheet, 0, 0, [[1], [2], ['文字'], [null], ['=A1+A2']]);
  const all = { row: 0, column: 0, rows: 6, columns: 3 };
  expect(summarise(sheet, all)).toEqual({ count: 4, numbers: 3, sum: 6 });
  hideRows(book, 'user', sheet, 1, 1, true);
  expect(summarise(sheet, all)).toEqual({ count: 3, numbers: 2, sum: 4 });
});

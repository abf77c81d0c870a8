import { Book } from '../../../src/host/book/book';
import { hideRows, mergeCells, setColumnWidth } from '../../../src/host/book/edit/format-cells';
import { changeSheet } from '../../../src/host/book/edit/tabs';
import { writeContents } from '../../../src/host/book/edit/write-contents';
import type { Sheet } from '../../../src/host/book/sheet';
import { coverMerges } from '../../../src/host/page/grid/area';
import { RowFitter } from '../../../src/host/page/grid/auto-height';
import { Axis } from '../../../src/host/page/grid/axis';
import { headerHeight, headerWidth, layOut, revealStretch, toSheet } from '../../../src/host/page/grid/layout';
import { jumpFrom, stepFrom } from '../../../src/host/page/grid/move';
import { reachOf, Scene } from '../../../src/host/page/grid/scene';

function sceneOf(sheet: Sheet): Scene {
  return new Scene(sheet, reachOf(sheet, { rows: 0, columns: 0 }), new RowFitter((column) => sheet.columnWidth(column)));
}

describe('sizes of lines', () => {
  const axis = new Axis(5, (index) => [10, 0, 20, 0, 30][index]!);

  test('a position finds the visible line that contains it', () => {
    expect([0, 9, 10, 29, 30, 59, 1000].map((at) => axis.at(at))).toEqual([0, 0, 2, 2, 4, 4, 4]);
  });

  test('steps leave out hidden lines and stop at the edge', () => {
    expect(axis.step(0, 1)).toBe(2);
    expect(axis.step(4, -2)).toBe(0);
    expect(axis.step(4, 3)).toBe(4);
  });
});

describe('where things are drawn', () => {
  const book = Book.empty();
  const sheet = book.activeSheet;
  setColumnWidth(book, 'user', sheet, 0, 1, 100);
  changeSheet(book, 'user', sheet, { freeze: { rows: 2, columns: 1 } });
  const scene = sceneOf(sheet);

  test('four panes: the frozen ones stay, the others scroll', () => {
    const { panes, frozenWidth, frozenHeight } = layOut(scene, 800, 500, 300, 1000);
    expect([frozenWidth, frozenHeight]).toEqual([100, 40]);
    expect(panes.map(({ shiftX, shiftY }) => [shiftX, shiftY])).toEqual([
      [0, 0],
      [400, 0],
      [0, 1040],
      [400, 1040],
    ]);
    expect(panes[3]!.left).toBe(headerWidth + 100);
    expect(panes[3]!.top).toBe(headerHeight + 40);
    expect(panes[0]!.rows).toEqual({ from: 0, to: 2 });
  });

  test('the drawn window covers all that is seen', () => {
    const body = layOut(scene, 800, 500, 300, 1000).panes[3]!;
    expect(scene.rows.start(body.rows.from)).toBeLessThanOrEqual(body.shiftY);
    expect(scene.rows.start(body.rows.to)).toBeGreaterThanOrEqual(body.shiftY + body.height);
    expect(scene.columns.start(body.columns.from)).toBeLessThanOrEqual(body.shiftX);
    expect(scene.columns.start(body.columns.to)).toBeGreaterThanOrEqual(body.shiftX + body.width);
  });

  test('a point in the window is found on the sheet on either side of the freeze line', () => {
    const layout = layOut(scene, 800, 500, 300, 1000);
    expect(toSheet(layout, headerWidth + 50, headerHeight + 10)).toEqual({ x: 50, y: 10 });
    expect(toSheet(layout, headerWidth + 150, headerHeight + 50)).toEqual({ x: 450, y: 1050 });
  });

  test('frozen lines that would fill a small window scroll with the rest', () => {
    expect(layOut(scene, 800, headerHeight + 45, 0, 0).frozenRows).toBe(0);
  });

  test('revealing scrolls no further than needed', () => {
    expect(revealStretch(100, 150, 170, 40, 200)).toBe(100);
    expect(revealStretch(100, 60, 80, 40, 200)).toBe(20);
    expect(revealStretch(0, 400, 420, 40, 200)).toBe(180);
  });
});

describe('row heights', () => {
  test('a wrapped text makes its row higher, and the row follows the width', () => {
    const book = Book.empty();
    const sheet = book.activeSheet;
    writeContents(book, 'user', sheet, 0, 0, [['晋城市重点工程项目建设指挥部办公室'], ['短']]);
    book.transact('user', (transaction) => transaction.restyle(sheet, { row: 0, column: 0, rows: 2, columns: 1 }, (style) => ({ ...style, wrap: true })));
    const before = sceneOf(sheet);
    expect(before.rows.size(0)).toBeGreaterThan(before.rows.size(1));
    expect(before.rows.size(1)).toBe(20);
    setColumnWidth(book, 'user', sheet, 0, 1, 500);
    expect(sceneOf(sheet).rows.size(0)).toBe(20);
  });

  test('hidden rows have no height', () => {
    const book = Book.empty();
    hideRows(book, 'user', book.activeSheet, 3, 2, true);
    const scene = sceneOf(book.activeSheet);
    expect([2, 3, 4, 5].map((row) => scene.rows.isHidden(row))).toEqual([false, true, true, false]);
  });
});

describe('moving', () => {
  const book = Book.empty();
  const sheet = book.activeSheet;
  writeContents(book, 'user', sheet, 0, 0, [['标题', null, null], ['a', 'b', null], ['c', 'd', null], [null, null, null], ['e', null, null]]);
  mergeCells(book, 'user', sheet, { row: 0, column: 0, rows: 1, columns: 3 });
  const scene = sceneOf(sheet);
  const last = { row: 4, column: 1 };

  test('a merged cell is one step, and is entered at its first cell', () => {
    expect(stepFrom(scene, { row: 0, column: 0 }, 'right')).toEqual({ row: 0, column: 3 });
    expect(stepFrom(scene, { row: 1, column: 2 }, 'up')).toEqual({ row: 0, column: 0 });
  });

  test('Ctrl and an arrow run to the edge of the block, then to the next one', () => {
    expect(jumpFrom(scene, { row: 1, column: 0 }, 'down', last)).toEqual({ row: 2, column: 0 });
    expect(jumpFrom(scene, { row: 2, column: 0 }, 'down', last)).toEqual({ row: 4, column: 0 });
    expect(jumpFrom(scene, { row: 1, column: 0 }, 'right', last)).toEqual({ row: 1, column: 1 });
  });

  test('a selection grows over every merge that it touches', () => {
    const area = coverMerges({ row: 0, column: 1, rows: 2, columns: 1 }, sheet.state.merges);
    expect(area).toEqual({ row: 0, column: 0, rows: 2, columns: 3 });
  });
});

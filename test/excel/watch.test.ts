import type { Edit } from '../../src/job/port';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { openBook } from './open-book';

const model = workbookOf(sheetOf({ name: '清单', blocks: [{ row: 0, column: 0, content: [['甲']] }] }), sheetOf({ name: '旁表' }));

test('edits by the user are reported with sheet and area, until told to stop', async () => {
  const { port, edit } = await openBook(model);
  const edits: Edit[] = [];
  const stop = await port.watch((one) => edits.push(one));
  await edit('旁表', 3, 2, '乙');
  expect(edits).toEqual([{ sheet: '旁表', area: { row: 3, column: 2, rows: 1, columns: 1 }, remote: false }]);
  await stop();
  await edit('旁表', 4, 2, '丙');
  expect(edits).toHaveLength(1);
});

test('what the add-in writes is not reported', async () => {
  const { port, edit } = await openBook(model);
  const edits: Edit[] = [];
  await port.watch((one) => edits.push(one));
  await port.apply([{ kind: 'writeCells', sheet: '清单', row: 0, column: 0, content: [['改']] }]);
  await edit('清单', 1, 0, '乙');
  expect(edits.map(({ area }) => area?.row)).toEqual([1]);
});

test('a cell is shown to the user', async () => {
  const { book, port } = await openBook(model);
  await port.select('旁表', 6, 1);
  expect(book.activeSheet.name).toBe('旁表');
  expect(book.activeSheet.selection.area).toEqual({ row: 6, column: 1, rows: 1, columns: 1 });
  await expect(port.select('没有', 0, 0)).rejects.toMatchObject({ fault: 'notFound' });
});

test('a cell on a sheet that the user has hidden is not shown, and the hidden sheet is named as the reason', async () => {
  const { book, port } = await openBook(workbookOf(sheetOf({ name: '清单' }), sheetOf({ name: '旁表', visibility: 'hidden' })));
  await expect(port.select('旁表', 6, 1)).rejects.toMatchObject({ fault: 'hidden' });
  expect(book.activeSheet.name).toBe('清单');
});

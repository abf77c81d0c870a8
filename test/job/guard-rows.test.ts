import { guardRows } from '../../src/job/guard-rows';
import type { CellsWritten } from '../../src/sheet/write-content';
import { project, readKnown, type } from './exchange-office';
import { newWorkbook } from './workbook';

test('a write into single rows says which rows it means: by 行标识, else by 项目名称, and not at all in a blank row', async () => {
  const port = await newWorkbook({ scope: { kind: 'unit', unit: 'shibenji' } });
  const free = (await readKnown(port)).reading.entries.lists['5']!.values['projectName']!.indexOf(null);
  await type(port, '5', free, { ...project('甲项目', '', 1), unit: null, identity: '5-01HGVR3GK5AC3C5Z4YN5PXGW9V' });
  await type(port, '5', free + 1, { projectName: '乙项目' });
  const known = await readKnown(port);
  const { sheetName: sheet, firstRow, rowCount, at } = known.reading.entries.lists['5']!;
  const write = (row: number, rows: number): CellsWritten => ({ kind: 'writeCells', sheet, row: firstRow + free + row, column: at['phone']!, content: Array.from({ length: rows }, () => ['1']) });
  const identity = { kind: 'writeCells', sheet, row: firstRow + free, column: at['identity'], content: [['5-01HGVR3GK5AC3C5Z4YN5PXGW9V']] };
  const name = { kind: 'writeCells', sheet, row: firstRow + free + 1, column: at['projectName'], content: [['乙项目']] };
  const byColumn = (cells: readonly CellsWritten[]) => [...cells].sort((a, b) => a.row - b.row);
  expect(byColumn(guardRows(known, [write(0, 3)]))).toEqual([identity, name]);
  expect(guardRows(known, [write(2, 1)])).toEqual([]);
  expect(guardRows(known, [write(-free, rowCount)])).toEqual([]);
});

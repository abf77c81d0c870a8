import { createMemoryPort } from '../../src/job/memory-port';
import { FileError } from '../../src/xlsx/file-error';
import { openFile } from '../../src/xlsx/file-port';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { fullModel } from './full-model';
import { foreignFile, worksheet } from './package-of';

it('opens a file, changes it like any workbook, and saves it', async () => {
  const port = await openFile(await writeWorkbook(fullModel), createMemoryPort);
  await port.apply([{ kind: 'writeCells', sheet: '5 前期项目', row: 9, column: 1, content: [['新项目']] }]);
  const again = await openFile(await port.save(), createMemoryPort);
  const sheet = (await again.read({ sheets: ['5 前期项目'] })).sheets[0];
  expect(sheet?.values[9]?.[1]).toBe('新项目');
  expect(sheet?.formulas[7]?.[0]).toBe('=ROW()-ROW(t5_list[[#Headers],[序号]])');
  expect(sheet?.tables).toEqual([{ name: 't5_list', area: { row: 6, column: 0, rows: 4, columns: 6 } }]);
});

it('refuses what is no workbook', async () => {
  await expect(openFile(new Uint8Array([1, 2, 3]), createMemoryPort)).rejects.toThrow(FileError);
});

it('says what a file holds that would not be saved', async () => {
  const file = foreignFile(worksheet(''), { 'xl/comments1.xml': '<x/>', 'xl/media/image1.png': 'x', 'xl/vbaProject.bin': 'x' });
  expect((await openFile(file, createMemoryPort)).unknown).toEqual(['comment', 'picture', 'macro']);
  expect((await openFile(await writeWorkbook(fullModel), createMemoryPort)).unknown).toEqual([]);
});

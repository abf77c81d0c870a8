import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { unzipSync, strFromU8 } from 'fflate';
import { sheetOf, workbookOf } from '../sheet/small-model';

const long = '建设内容：新建厂房一万平方米，配套道路、给排水、供电和绿化工程，分两期实施。';
const wide = { row: 0, column: 0, rows: 4, columns: 1 };

async function rowsOf(sheet: Parameters<typeof sheetOf>[0]): Promise<string[]> {
  const parts = unzipSync(await writeWorkbook(workbookOf(sheetOf(sheet))));
  return strFromU8(parts['xl/worksheets/sheet1.xml']!).match(/<row [^>]*>/g) ?? [];
}

test('a row with wrapped text of several lines is high enough in a program that does not fit rows itself', async () => {
  const [first, second] = await rowsOf({
    blocks: [{ row: 0, column: 0, content: [[long], ['短']] }],
    styles: [{ area: wide, style: { wrap: true, fontSize: 11 } }],
    columnWidths: [{ column: 0, width: 200 }],
  });
  expect(Number(/ht="(\d+)"/.exec(first!)?.[1])).toBeGreaterThan(40);
  expect(first).not.toContain('customHeight');
  expect(second).not.toContain('ht=');
});

test('text that is not wrapped, in a merged cell, or in a row of set height is left alone', async () => {
  const blocks = [{ row: 0, column: 0, content: [[long]] }];
  const columnWidths = [{ column: 0, width: 200 }];
  const wrapped = [{ area: wide, style: { wrap: true } }];
  expect((await rowsOf({ blocks, columnWidths }))[0]).not.toContain('ht=');
  const merges = [{ row: 0, column: 0, rows: 1, columns: 2 }];
  expect((await rowsOf({ blocks, columnWidths, styles: wrapped, merges }))[0]).not.toContain('ht=');
  const set = await rowsOf({ blocks, columnWidths, styles: wrapped, rowHeights: [{ row: 0, height: 20 }] });
  expect(set[0]).toContain('ht="20" customHeight="1"');
});

test('a fitted height is not read back as one that somebody set', async () => {
  const sheet = sheetOf({
    blocks: [{ row: 0, column: 0, content: [[long]] }],
    styles: [{ area: wide, style: { wrap: true } }],
    columnWidths: [{ column: 0, width: 200 }],
  });
  expect((await readWorkbook(await writeWorkbook(workbookOf(sheet)))).sheets[0]!.rowHeights).toEqual([]);
});

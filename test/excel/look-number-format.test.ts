import { formatBands, numberFormatsOf } from '../../src/excel/look-number-format';
import { formatCells } from '../../src/host/book/edit/format-cells';
import { recogniseWorkbook } from '../../src/job/recognise';
import { repairWorkbook } from '../../src/job/repair';
import { findLosses } from '../../src/job/structure';
import { builtInPlan } from '../../src/plan/built-in';
import type { Area } from '../../src/sheet/model';
import { lookOfSheet, type SheetLook } from '../../src/sheet/sheet-look';
import { lossLines } from '../../src/text/repair';
import { halfFilled, makeSurroundings } from '../job/workbook';
import { sheetOf } from '../sheet/small-model';
import { openBook } from './open-book';

// A workbook is opened, read and repaired, on machines that do more than that.
jest.setTimeout(60_000);

const plans = [builtInPlan];
const around = makeSurroundings();

const column = (at: number, rows: number): Area => ({ row: 6, column: at, rows, columns: 1 });

/** A list of three columns, of which the last shows what it is given. */
const listOf = (rows: number, name = '清单'): SheetLook =>
  lookOfSheet(
    sheetOf({
      name,
      styles: [
        { area: column(0, rows), style: { numberFormat: '@' } },
        { area: column(1, rows), style: { numberFormat: 'yyyy-mm-dd' } },
        { area: column(2, rows), style: { bold: true } },
      ],
    }),
  );

const asked = (looks: readonly SheetLook[], most?: number) =>
  formatBands(looks.map((look) => ({ look, sheet: look.name })), most).map((bands) => bands.map(({ sheet, area }) => [sheet, area.row, area.rows, area.columns]));

describe('the number formats of a list', () => {
  test('are asked for in every row', () => {
    expect(asked([listOf(200), listOf(300, '台账')])).toEqual([[['清单', 6, 200, 2], ['台账', 6, 300, 2]]]);
  });

  test('are asked for in the first rows and in the last of lists that are too long', () => {
    expect(asked([listOf(90_000), listOf(300, '台账')], 4_000)).toEqual([[['清单', 6, 1_000, 2], ['清单', 90_005, 1, 2], ['台账', 6, 300, 2]]]);
  });

  test('are asked for in several requests where one cannot hold the answer', () => {
    expect(asked([listOf(46_000)])).toEqual([
      [['清单', 6, 10_000, 2], ['清单', 10_006, 10_000, 2]],
      [['清单', 20_006, 10_000, 2], ['清单', 30_006, 10_000, 2]],
      [['清单', 40_006, 6_000, 2]],
    ]);
  });

  test('are told once each, so that a list pasted over row by row is no longer than another', () => {
    const look = listOf(4);
    const [[band]] = formatBands([{ look, sheet: look.name }]) as [[ReturnType<typeof formatBands>[number][number]]];
    const formats = [['@', 'General'], ['@', '0.00'], ['General', 'General'], ['@', 'yyyy-mm-dd']];
    expect(numberFormatsOf(look, [{ ...band, formats }])).toEqual([
      { area: column(0, 4), style: { numberFormat: '@' } },
      { area: { row: 8, column: 0, rows: 1, columns: 1 }, style: { numberFormat: 'General' } },
      { area: column(1, 4), style: { numberFormat: 'yyyy-mm-dd' } },
      { area: { row: 6, column: 1, rows: 1, columns: 1 }, style: { numberFormat: 'General' } },
      { area: { row: 7, column: 1, rows: 1, columns: 1 }, style: { numberFormat: '0.00' } },
    ]);
  });
});

describe('a date in the midst of a list, pasted with a format of its own', () => {
  const whole = halfFilled({ scope: { kind: 'unit', unit: 'zezhou' }, seed: 5 });

  async function open() {
    const { book, port, host } = await openBook(whole);
    const known = recogniseWorkbook(await port.read(), plans, around);
    const { sheetName, firstRow, at } = known.reading.entries.lists['5']!;
    const sheet = book.findSheet(sheetName)!;
    const cell = { row: firstRow + 7, column: at['plannedStart']!, rows: 1, columns: 1 };
    formatCells(book, 'user', sheet, cell, { numberFormat: 'General' });
    return { port, host, known, formatNow: () => sheet.styleAt(cell.row, cell.column).numberFormat };
  }

  test('is told and repaired', async () => {
    const { port, known, formatNow } = await open();
    expect(lossLines((await findLosses(port, known))!)).toEqual(['5 未开工项目：日期、文本等格式 1 列']);
    const { left } = await repairWorkbook(port, plans, around);
    expect(left).toEqual([]);
    expect(formatNow()).toBe('yyyy-mm-dd');
  });

  test('is an incomplete read, and no loss, where Excel answers with nothing', async () => {
    const { port, host, known } = await open();
    host.failSync(1, { kind: 'nulls', cells: 20 });
    await expect(findLosses(port, known)).rejects.toMatchObject({ name: 'HostError', fault: 'incompleteRead' });
  });
});

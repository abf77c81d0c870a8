import { hideColumns, hideRows, setColumnWidth } from '../../src/host/book/edit/format-cells';
import { filterTable } from '../../src/host/book/edit/filter-table';
import { protectSheet, unprotectSheet } from '../../src/host/book/edit/protect';
import { setVisibility } from '../../src/host/book/edit/tabs';
import { recogniseWorkbook } from '../../src/job/recognise';
import { repairWorkbook } from '../../src/job/repair';
import { findLosses } from '../../src/job/structure';
import { builtInPlan } from '../../src/plan/built-in';
import type { SheetModel } from '../../src/sheet/model';
import { lossLines } from '../../src/text/repair';
import { halfFilled, makeSurroundings } from '../job/workbook';
import { openBook, type OpenBook } from './open-book';

const plans = [builtInPlan];
const whole = halfFilled({ scope: { kind: 'unit', unit: 'zezhou' }, seed: 5 });
const FIVE = '5 未开工项目';
const laid = sheetIn(whole.sheets, FIVE);
const [header, first] = [laid.tables[0]!.area.row, laid.tables[0]!.area.row + 1];
const identity = laid.tables[0]!.headers.indexOf('行标识');

describe('what somebody hid in a workbook open in Excel', () => {
  it('is told and shown again: columns, rows and a list, while 行标识 stays hidden', async () => {
    const open = await openBook(whole);
    const { book } = open;
    const five = book.findSheet(FIVE)!;
    hideColumns(book, 'user', five, 2, 2, true);
    // As narrow as nothing: Excel takes it for hidden, too.
    setColumnWidth(book, 'user', five, 9, 1, 0);
    hideRows(book, 'user', five, first + 1, 2, true);
    hideColumns(book, 'user', book.findSheet('1 投资目标任务')!, 0, 25, true);
    setVisibility(book, 'user', book.findSheet('8 问题困难交办')!, 'hidden');
    setVisibility(book, 'user', book.findSheet('9 前期手续办理')!, 'veryHidden');
    hideRows(book, 'user', book.findSheet('6 已开工未入统项目')!, 0, 3, true);
    expect(await toldOf(open)).toEqual([
      '1 投资目标任务：25 列被隐藏',
      `${FIVE}：3 列被隐藏、有行被隐藏`,
      '6 已开工未入统项目：有行被隐藏',
      '8 问题困难交办、9 前期手续办理：工作表被隐藏',
    ]);
    const { left } = await repairWorkbook(open.port, plans, makeSurroundings());
    expect(left).toEqual([]);
    const model = book.toModel();
    for (const name of [FIVE, '1 投资目标任务', '6 已开工未入统项目']) {
      const sheet = sheetIn(model.sheets, name);
      expect({ name, widths: sheet.columnWidths, hiddenRows: sheet.hiddenRows }).toEqual({ name, widths: sheetIn(whole.sheets, name).columnWidths, hiddenRows: undefined });
    }
    expect(sheetIn(model.sheets, FIVE).columnWidths.find(({ column }) => column === identity)!.hidden).toBe(true);
    expect(model.sheets.filter(({ visibility }) => visibility !== 'visible').map(({ name }) => name)).toEqual(['_数据']);
  });

  it('is not what a filter hides, nor a column of the user’s own; the lines above the table are nobody’s to hide', async () => {
    const open = await openBook(whole);
    const { book, host } = open;
    const five = book.findSheet(FIVE)!;
    const [table] = five.state.tables;
    filterTable(book, 'user', five, table!, 1, new Set());
    expect(five.isRowHidden(first)).toBe(true);
    const right = table!.area.column + table!.area.columns + 1;
    hideColumns(book, 'user', five, right, 1, true);
    host.resetStatistics();
    expect(await toldOf(open)).toEqual([]);
    hideRows(book, 'user', five, header - 1, 1, true);
    expect(await toldOf(open)).toEqual([`${FIVE}：有行被隐藏`]);
    await repairWorkbook(open.port, plans, makeSurroundings());
    expect(five.isRowHidden(header - 1)).toBe(false);
    expect(five.isRowHidden(first)).toBe(true);
    expect(five.isColumnHidden(right)).toBe(true);
  });

  it('is shown again on a protected sheet, which is protected as before', async () => {
    const open = await openBook(whole);
    const { book } = open;
    const one = book.findSheet('1 投资目标任务')!;
    const { protection } = one.state;
    unprotectSheet(book, 'user', one);
    hideRows(book, 'user', one, 0, 2, true);
    protectSheet(book, 'user', one, protection!);
    expect((await repairWorkbook(open.port, plans, makeSurroundings())).left).toEqual([]);
    expect(one.isRowHidden(1)).toBe(false);
    expect(one.state.protection).toEqual(protection);
  });
});

async function toldOf({ port }: OpenBook): Promise<string[]> {
  const known = recogniseWorkbook(await port.read(), plans, makeSurroundings());
  return lossLines((await findLosses(port, known)) ?? []);
}

function sheetIn(sheets: readonly SheetModel[], name: string): SheetModel {
  return sheets.find((sheet) => sheet.name === name)!;
}

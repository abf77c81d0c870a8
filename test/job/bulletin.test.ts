import { changeAsOf } from '../../src/job/change-as-of';
import { bulletinOf, bulletinWorkbook, layBulletin, readBulletin, readOlderTotals } from '../../src/job/bulletin';
import { judgeWorkbook } from '../../src/job/check';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { contentOf, contentOfSheet } from '../../src/sheet/content-of';
import type { SheetModel, WorkbookModel } from '../../src/sheet/model';
import { sheetOf } from '../sheet/small-model';
import { around, cityOffice, opened, rowOf, split, type } from './exchange-office';
import { findSheet, renameSheet } from './mishap';
import { newWorkbook } from './workbook';

/** A city workbook of 5 December in which 泽州县 leads, and the same of 25 December when 高平市 has overtaken it. */
async function makeMonths(): Promise<{ older: WorkbookModel; newer: WorkbookModel }> {
  const city = await cityOffice();
  const started = { startState: '已开工', actualStart: toSerial('2023-11-10') };
  await type(city, '5', await rowOf(city, '5', '甲项目'), started);
  await type(city, '5', await rowOf(city, '5', '乙项目'), { startState: '未开工' });
  const older = city.model();
  await changeAsOf(city, [plan], toSerial('2023-12-25'), around);
  await type(city, '5', await rowOf(city, '5', '甲项目'), { startState: '未开工', actualStart: null });
  await type(city, '5', await rowOf(city, '5', '乙项目'), started);
  return { older, newer: city.model() };
}

let months: { older: WorkbookModel; newer: WorkbookModel };
beforeAll(async () => {
  months = await makeMonths();
});

const twoMonths = (): { older: WorkbookModel; city: MemoryPort } => ({ older: months.older, city: createMemoryPort(months.newer) });

const olderOf = (model: WorkbookModel, name = '上旬.xlsx') => ({ name, content: contentOf(model) });
const linesOf = (sheet: SheetModel) => contentOfSheet(sheet).values.map((cells) => [...cells]);
const firstRanking = (sheet: SheetModel) => {
  const lines = linesOf(sheet);
  const head = lines.findIndex((line) => line[0] === '名次');
  return lines.slice(head + 1, head + 3).map((line) => line.slice(0, 8));
};

describe('排名通报', () => {
  it('is laid last among the sheets in sight, ranked against the older workbook, and shown', async () => {
    const { older, city } = twoMonths();
    const before = city.model().sheets.map(({ name }) => name);
    const totals = readOlderTotals(olderOf(older), plan, [plan], around);
    expect(await layBulletin(city, totals, [plan], around)).toBe('排名通报');
    const { sheets, activeSheet } = city.model();
    expect(activeSheet).toBe('排名通报');
    expect(sheets.map(({ name }) => name)).toEqual([...before.slice(0, -1), '排名通报', '_数据']);
    // 高平市 1 of 31, 泽州县 0 of 10; before, 泽州县 1 of 10.
    expect(firstRanking(findSheet(city.model(), '排名通报'))).toEqual([
      [1, '高平市', 31, 1, 0.032258, 2, 0, '升1位'],
      [2, '泽州县', 10, 0, 0, 1, 0.1, '降1位'],
    ]);
  });

  it('is laid over the beginning of one, which Excel left when it went', async () => {
    const { city } = twoMonths();
    const whole = createMemoryPort(city.model());
    await layBulletin(whole, null, [plan], around);
    const { blocks } = findSheet(whole.model(), '排名通报');
    const model = city.model();
    const half = createMemoryPort({ ...model, sheets: [...model.sheets, sheetOf({ name: '排名通报', blocks: blocks.slice(0, 2) })] });
    expect(await layBulletin(half, null, [plan], around)).toBe('排名通报');
    expect(linesOf(findSheet(half.model(), '排名通报'))).toEqual(linesOf(findSheet(whole.model(), '排名通报')));
  });

  it('is laid over an earlier one, compared or not, whatever its tab is called; a sheet of the user’s of that name stays', async () => {
    const { older, city } = twoMonths();
    const own = sheetOf({ name: '排名通报', blocks: [{ row: 0, column: 0, content: [['我的表']] }] });
    const port = createMemoryPort({ ...city.model(), sheets: [...city.model().sheets, own] });
    expect(await layBulletin(port, readOlderTotals(olderOf(older), plan, [plan], around), [plan], around)).toBe('排名通报 (2)');
    const renamed = createMemoryPort(renameSheet(port.model(), '排名通报 (2)', '下旬通报'));
    expect(await layBulletin(renamed, null, [plan], around)).toBe('下旬通报');
    expect(findSheet(renamed.model(), '排名通报')).toEqual(own);
    expect(renamed.model().sheets).toHaveLength(port.model().sheets.length);
    expect(firstRanking(findSheet(renamed.model(), '下旬通报'))[0]!.slice(0, 6)).toEqual([1, '高平市', 31, 1, 0.032258, null]);
  });

  it('changes nothing of what is entered or judged', async () => {
    const { city } = twoMonths();
    const before = await judgeWorkbook(city, [plan], around);
    await layBulletin(city, null, [plan], around);
    const after = await judgeWorkbook(city, [plan], around);
    expect(after.entries).toEqual(before.entries);
    expect(after.result.counts).toEqual(before.result.counts);
    expect(bulletinOf(after, null)).toEqual(bulletinOf(before, null));
  });

  it('is the same whether read from the workbook or from what was judged', async () => {
    const { older, city } = twoMonths();
    const read = await readBulletin(city, olderOf(older), [plan], around);
    const judged = bulletinOf(await judgeWorkbook(city, [plan], around), readOlderTotals(olderOf(older), plan, [plan], around));
    expect(judged).toEqual(read);
    expect(read.olderFile).toBe('上旬.xlsx');
    expect(bulletinWorkbook(read).sheets.map(({ name }) => name)).toEqual(['排名通报']);
  });

  it('counts as overdue what the rules of a check warn of', async () => {
    const port = await newWorkbook({ scope: { kind: 'unit', unit: 'qinshui' }, asOf: toSerial('2023-12-25'), sample: { kind: 'clean', seed: 1 } });
    // Late enough for much to be overdue.
    await changeAsOf(port, [plan], toSerial('2024-03-31'), around);
    const report = await judgeWorkbook(port, [plan], around);
    const { rankings, dispatch } = bulletinOf(report, null).bulletin;
    const warnings = (code: string) => report.result.issues.filter((issue) => issue.code === code && issue.severity === 'warning').length;
    const [start, statistics, , problem] = rankings.map(({ overdue }) => overdue.total);
    expect([start, statistics, problem, dispatch.total]).toEqual(['row/start-late', 'row/statistics-overdue', 'row/problem-overdue', 'row/dispatch-overdue'].map(warnings));
    expect([start, statistics, problem, dispatch.total].filter((count) => !(Number(count) > 0))).toEqual([]);
  });

  it('refuses an older workbook of one unit or of another plan, and a unit’s own workbook', async () => {
    const { city } = twoMonths();
    const sent = await split(city);
    const zezhou = opened(sent, 'zezhou');
    expect(() => readOlderTotals(olderOf(zezhou.model()), plan, [plan], around)).toThrow('对比文件是泽州县的工作簿');
    const next = { ...plan, id: 'next-year' };
    expect(() => readOlderTotals(olderOf(city.model()), next, [plan, next], around)).toThrow('指标不同，不能比较名次');
    await expect(layBulletin(zezhou, null, [plan], around)).rejects.toThrow('没有名次可排');
    await expect(readBulletin(zezhou, null, [plan], around)).rejects.toThrow('没有名次可排');
    const own = bulletinOf(await judgeWorkbook(zezhou, [plan], around), readOlderTotals(olderOf(city.model()), plan, [plan], around));
    expect([own.olderFile, own.bulletin.olderAsOf, own.bulletin.units.map(({ key }) => key)]).toEqual([null, null, ['zezhou']]);
  });
});

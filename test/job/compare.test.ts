import { compareWithOlder, comparisonWorkbook, layComparison } from '../../src/job/compare';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { schemaVersion } from '../../src/list/schema-version';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { changeAsOf } from '../../src/job/change-as-of';
import { contentOf, contentOfSheet } from '../../src/sheet/content-of';
import { labelOf } from '../../src/plan/choice';
import type { SheetModel, WorkbookModel } from '../../src/sheet/model';
import { sheetOf } from '../sheet/small-model';
import { around, cityOffice, opened, project, readKnown, rowOf, split, type } from './exchange-office';
import { findSheet, renameSheet } from './mishap';

/** A city workbook of November, and the same in December after some things happened. */
async function twoMonths(): Promise<{ older: WorkbookModel; city: MemoryPort }> {
  const city = await cityOffice();
  await split(city);
  const older = city.model();
  await changeAsOf(city, [plan], toSerial('2023-12-25'), around);
  await type(city, '5', await rowOf(city, '5', '甲项目'), { startState: labelOf(plan, 'startState', 'started'), actualStart: toSerial('2023-12-10'), responsiblePerson: '换了人' });
  await type(city, '5', (await rowOf(city, '5', '丙项目')) + 1, project('新项目', '高平市', 8));
  const gone = Object.fromEntries(Object.keys(project('', '', 1)).map((key) => [key, null]));
  await type(city, '5', await rowOf(city, '5', '乙项目'), { ...gone, identity: null });
  return { older, city };
}

const report = async ({ older, city }: { older: WorkbookModel; city: MemoryPort }) =>
  compareWithOlder(city, { name: '11月.xlsx', content: contentOf(older) }, [plan], around);

const linesOf = (sheet: SheetModel) => contentOfSheet(sheet).values.map((cells) => [...cells]);

describe('比上月', () => {
  it('counts per unit and list what was started, added, dropped and changed, and lists it project by project', async () => {
    const months = await twoMonths();
    const tab = await layComparison(months.city, await report(months));
    expect(tab).toBe('比上月');
    const { sheets, activeSheet } = months.city.model();
    expect(activeSheet).toBe('比上月');
    expect(sheets.map(({ name }) => name).slice(-3)).toEqual(['交换记录', '比上月', '_数据']);
    const lines = linesOf(findSheet(months.city.model(), '比上月'));
    expect(lines[0]![0]).toMatch(/“九张清单”变化情况$/);
    expect(lines[1]![0]).toBe('统计截止日：2023年12月5日 至 2023年12月25日　　对比文件：11月.xlsx');
    const counts = (unit: string, list: string) => lines.find((line) => line[1] === unit && line[2] === list)!.slice(3, 9);
    // 新开工 新入统 新销号 新增 减少 变更
    expect(counts('泽州县', '全部清单')).toEqual([1, 0, 0, 0, 0, 1]);
    expect(counts('高平市', '全部清单')).toEqual([0, 0, 0, 1, 1, 0]);
    expect(counts('全市', '全部清单')).toEqual([1, 0, 0, 1, 1, 1]);
    expect(counts('泽州县', '5 未开工项目')).toEqual([1, 0, 0, 0, 0, 1]);
    const details = lines.slice(lines.findIndex((line) => line[0] === '序号') + 1);
    expect(details).toEqual([
      [1, '泽州县', '5 未开工项目', '√', null, null, null, null, '√', '甲项目', '实际开工日期：空 → 2023年12月10日；状态：空 → 已开工'],
      [2, '高平市', '5 未开工项目', null, null, null, '√', null, null, '新项目', null],
      [3, '高平市', '5 未开工项目', null, null, null, null, '√', null, '乙项目', null],
    ]);
  });

  it('begins the projects on a page of their own where the figures before them fill one', async () => {
    const months = await twoMonths();
    const breaksOf = async (): Promise<unknown> => {
      await layComparison(months.city, await report(months));
      return findSheet(months.city.model(), '比上月').print!.breaks;
    };
    expect(await breaksOf()).toBeUndefined();
    // One more line of figures for each unit and list.
    const { lists } = (await readKnown(months.city)).reading.entries;
    for (const list of ['5', '6', '7']) {
      const { sheetName, firstRow, at, values } = lists[list]!;
      const first = firstRow + values['projectName']!.findLastIndex((name) => name !== null) + 1;
      const put = (column: string, cells: readonly string[]) => months.city.edit(sheetName, first, at[column]!, cells.map((cell) => [cell]));
      put('projectName', plan.units.map((_, index) => `又一项目${index}`));
      put('unit', plan.units.map(({ name }) => name));
    }
    const breaks = await breaksOf();
    const lines = linesOf(findSheet(months.city.model(), '比上月'));
    expect(breaks).toEqual([lines.findIndex((line) => line[0] === '序号') - 1]);
  });

  it('is laid over an earlier one, whatever its tab is called by now; a sheet of the user’s of that name stays', async () => {
    const months = await twoMonths();
    const own = sheetOf({ name: '比上月', blocks: [{ row: 0, column: 0, content: [['我的表']] }] });
    const city = createMemoryPort({ ...months.city.model(), sheets: [...months.city.model().sheets, own] });
    expect(await layComparison(city, await report(months))).toBe('比上月 (2)');
    const renamed = createMemoryPort(renameSheet(city.model(), '比上月 (2)', '12月对比'));
    expect(await layComparison(renamed, await report(months))).toBe('12月对比');
    expect(findSheet(renamed.model(), '比上月')).toEqual(own);
    expect(renamed.model().sheets).toHaveLength(city.model().sheets.length);
  });

  it('says so where nothing changed, and where the days say that the files were mixed up', async () => {
    const { older, city } = await twoMonths();
    const same = await compareWithOlder(createMemoryPort(older), { name: '同.xlsx', content: contentOf(older) }, [plan], around);
    const lines = linesOf(comparisonWorkbook(same).sheets[0]!);
    expect(lines[2]![0]).toContain('请核对是否选对了上月的文件');
    expect(lines.at(-1)!.at(-1)).toBe('两个工作簿之间没有变化。');
    const swapped = await compareWithOlder(createMemoryPort(older), { name: '12月.xlsx', content: contentOf(city.model()) }, [plan], around);
    expect(linesOf(comparisonWorkbook(swapped).sheets[0]!)[2]![0]).toContain('可能选反了');
  });

  it('says of the older file, not of the open workbook, why it cannot be compared', async () => {
    const { older, city } = await twoMonths();
    const told = async (name: string, model: WorkbookModel) =>
      compareWithOlder(city, { name, content: contentOf(model) }, [plan], around).then(() => 'compared', ({ message }: Error) => message);
    const withData = (from: string, to: string): WorkbookModel => {
      const blocks = findSheet(older, '_数据').blocks.map((block) => ({ ...block, content: block.content.map((cells) => cells.map((cell) => (cell === from ? to : cell))) }));
      return { ...older, sheets: older.sheets.map((sheet) => (sheet.name === '_数据' ? { ...sheet, blocks } : sheet)) };
    };
    expect(await told('去年.xlsx', withData(plan.id, '晋市政办函2022-20'))).toBe(
      '对比文件“去年.xlsx”依据的是“晋市政办函2022-20”，当前工作簿依据的是“晋市政办函2023-31”，两者的清单不同，无法比较。请选择同一文件下较早的工作簿。',
    );
    expect(await told('通讯录.xlsx', { sheets: [sheetOf({ name: 'Sheet1' })], names: [], activeSheet: 'Sheet1' })).toMatch(/^对比文件“通讯录.xlsx”不是“九张清单”工作簿，.*请重新选择/);
    expect(await told('新.xlsx', withData(String(schemaVersion), '99'))).toMatch(/^对比文件“新.xlsx”由更新版本的加载项生成，.*请更新加载项/);
  });

  it("compares a unit's file with the city's workbook for that unit alone, and refuses two different units", async () => {
    const { older, city } = await twoMonths();
    const later = await split(city);
    const zezhou = await compareWithOlder(opened(later, 'zezhou'), { name: '11月.xlsx', content: contentOf(older) }, [plan], around);
    expect(zezhou.comparison.units.map(({ unit }) => unit)).toEqual(['zezhou']);
    expect(zezhou.comparison.counts).toMatchObject({ started: 1, changed: 1, added: 0, dropped: 0 });
    const gaoping = { name: '高平.xlsx', content: contentOf(opened(later, 'gaoping').model()) };
    await expect(compareWithOlder(opened(later, 'zezhou'), gaoping, [plan], around)).rejects.toThrow('对比文件是高平市的，当前工作簿是泽州县的');
  });
});

import fc from 'fast-check';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { changeAsOf } from '../../src/job/change-as-of';
import { checkWorkbook, judgeWorkbook, recalculateSummary, rejudge } from '../../src/job/check';
import { generateWorkbook } from '../../src/job/generate';
import { journalState } from '../../src/job/journal';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { CancelledError } from '../../src/job/port';
import type { CheckReport } from '../../src/job/report';
import { WorkbookError } from '../../src/job/workbook-error';
import { targetColumn } from '../../src/list/target-list';
import { differences } from '../../src/sheet/difference';
import { contentOf } from '../../src/sheet/content-of';
import type { SheetContent, WorkbookModel } from '../../src/sheet/model';
import { countUndecided } from '../../src/text/ui-sentence';
import { deleteSheet, findSheet, insertRows, renameSheet, withSheet } from './mishap';
import { emptyModel, halfFilled, makeSurroundings, newWorkbook } from './workbook';

const around = makeSurroundings();
const asOf = toSerial('2023-12-25');
const tab5 = '5 未开工项目';

const checkOf = (model: WorkbookModel) => checkWorkbook(createMemoryPort(model), [plan], around);
const codes = (report: CheckReport) => report.result.issues.map(({ code }) => code);
const errorsOf = (report: CheckReport) => report.result.issues.filter(({ severity }) => severity === 'error').map(({ id }) => id);
const contentNow = (port: MemoryPort, name: string) => contentOf(port.model()).sheets.find((sheet) => sheet.name === name) as SheetContent;

describe('一键校验', () => {
  let mistakes: WorkbookModel;
  beforeAll(async () => {
    mistakes = (await newWorkbook({ sample: { kind: 'mistakes', seed: 3 }, asOf })).model();
  });

  it('writes 校验提示, 行标识, 校验结果 and its time, and nothing that was entered', async () => {
    const port = createMemoryPort(mistakes);
    const report = await checkWorkbook(port, [plan], around);
    expect(report.result.counts.error).toBeGreaterThan(10);
    for (const sheet of contentOf(mistakes).sheets) {
      const after = contentNow(port, sheet.name);
      if (sheet.name === '校验结果') {
        expect(after.values.length).toBe(7 + report.result.issues.length);
        // As the tab in the pane counts it.
        expect(after.values.slice(0, 6).flat().join()).toContain(`；暂无法核对 ${countUndecided(report.result.undecided)} 项。`);
        continue;
      }
      const marks = after.tables.length > 0 ? after.values[after.tables[0]!.area.row]!.indexOf('校验提示') : -1;
      const changed = after.values.flatMap((cells, row) =>
        cells.flatMap((value, column) => (value === (sheet.values[row]?.[column] ?? null) ? [] : [[row, column]])),
      );
      if (sheet.name === '_数据') expect(changed).toEqual([[5, 1]]);
      else expect(changed.filter(([, column]) => column !== marks)).toEqual([]);
      expect(after.formulas.flat().filter((formula) => formula !== null)).toEqual(sheet.formulas.flat().filter((formula) => formula !== null));
    }
  });

  it('says in 校验提示 what is wrong, with the header in the brackets of its severity, and takes it back when it is right', async () => {
    const port = createMemoryPort(mistakes);
    const report = await checkWorkbook(port, [plan], around);
    const issue = report.result.issues.find(({ code }) => code === 'cell/range')!;
    const entries = report.entries.lists[issue.list!]!;
    const markAt = () => contentNow(port, entries.sheetName).values[entries.firstRow + issue.rowIndex!]![entries.at['mark']!];
    expect(markAt()).toMatch(/【总投资（万元）】.*12-05 校验/);
    port.edit(entries.sheetName, entries.firstRow + issue.rowIndex!, entries.at['totalInvestment']!, [[9000]]);
    await checkWorkbook(port, [plan], around);
    expect(markAt() ?? '').not.toContain('【总投资（万元）】');
  });

  it('colours what is marked by three conditional formats over the whole table, laid again at each check', async () => {
    const port = createMemoryPort(withSheet(mistakes, tab5, { conditionalFormats: [], validations: [] }));
    await checkWorkbook(port, [plan], around);
    const [before, after] = [findSheet(mistakes, tab5), findSheet(port.model(), tab5)];
    expect(after.conditionalFormats).toEqual(before.conditionalFormats);
    expect(after.validations).toEqual(before.validations);
  });

  it('writes the same when nothing was changed', async () => {
    const port = createMemoryPort(mistakes);
    await checkWorkbook(port, [plan], around);
    const once = port.model();
    await checkWorkbook(port, [plan], { ...around, now: () => Date.UTC(2023, 11, 5, 1, 5) });
    expect(differences(port.model(), once)).toEqual([]);
  });

  it('puts formulas back in rows that were added in another program, with their values', async () => {
    const port = createMemoryPort(mistakes);
    const sheet = findSheet(mistakes, '7 未按序时进度项目');
    const { area, headers } = sheet.tables[0]!;
    const [first, last] = [area.row + 1, area.row + 3];
    for (const header of ['序号', '完成率', '时序进度', '滞后百分点']) {
      port.edit(sheet.name, first, headers.indexOf(header), Array.from({ length: last - first }, () => [null]));
    }
    const report = await checkWorkbook(port, [plan], around);
    expect(report.result.issues.filter(({ code }) => code === 'cell/formula-error')).toEqual([]);
    const [now, was] = [contentNow(port, sheet.name), contentOf(mistakes).sheets.find(({ name }) => name === sheet.name)!];
    expect(now.formulas).toEqual(was.formulas);
    const without = (content: SheetContent) => content.values.map((cells) => cells.filter((_, at) => at !== headers.indexOf('校验提示')));
    expect(without(now)).toEqual(without(was));
  });

  it('gives new rows an identity, and of copied rows the one as issued keeps it', async () => {
    const port = await newWorkbook({});
    const { area, headers } = findSheet(port.model(), tab5).tables[0]!;
    const [name, identity] = [headers.indexOf('项目名称'), headers.indexOf('行标识')];
    const issued = contentNow(port, tab5).values[area.row + 1]![identity];
    const empty = area.row + 20;
    port.edit(tab5, empty, name, [['新项目']]);
    port.edit(tab5, empty + 1, name, [['抄来的项目']]);
    port.edit(tab5, empty + 1, identity, [[issued!]]);
    await checkWorkbook(port, [plan], around);
    const now = (row: number) => contentNow(port, tab5).values[row]![identity];
    expect(now(area.row + 1)).toBe(issued);
    expect(now(empty)).toMatch(/^5-[0-9A-Z]{26}$/);
    expect(now(empty + 1)).toMatch(/^5-[0-9A-Z]{26}$/);
    expect(now(empty + 1)).not.toBe(issued);
    expect(now(empty + 5)).toBeNull();
  });

  it('says of a copied row at once what it says when it is asked again', async () => {
    const port = await newWorkbook({ asOf });
    const { area } = findSheet(port.model(), tab5).tables[0]!;
    const issued = contentNow(port, tab5).values[area.row + 1]!;
    port.edit(tab5, area.row + 20, area.column, [[...issued]]);
    const first = await checkWorkbook(port, [plan], around);
    const again = await checkWorkbook(port, [plan], around);
    expect(first.result.issues.filter(({ list, rowIndex }) => list === '5' && rowIndex === 19).length).toBeGreaterThan(0);
    expect(again.result.issues).toEqual(first.result.issues);
  });

  it('leaves the workbook as it was when it is cancelled', async () => {
    const port = createMemoryPort(mistakes);
    let asked = 0;
    const cancelled = checkWorkbook(port, [plan], { ...around, now: stepping() }, { isCancelled: () => (asked += 1) > 3 });
    await expect(cancelled).rejects.toThrow(CancelledError);
    expect(port.model()).toBe(mistakes);
  });

  it('reports its progress', async () => {
    const stages: string[] = [];
    await checkWorkbook(createMemoryPort(mistakes), [plan], { ...around, now: stepping() }, { onProgress: ({ stage, done, total }) => (expect(done).toBeLessThanOrEqual(total), stages.push(stage)) });
    expect([...new Set(stages)]).toEqual(['read', 'compute', 'write']);
  });

  it('says what to do in a workbook that is not ours', async () => {
    await expect(checkOf(emptyModel)).rejects.toThrow(/请先点“生成”/);
    await expect(judgeWorkbook(createMemoryPort(mistakes), [{ ...plan, id: '另一文件' }], around)).rejects.toThrow(/没有这一文件的数据/);
  });
});

describe('a workbook just generated', () => {
  it.each([
    ['city', { kind: 'city' }],
    ['城区', { kind: 'unit', unit: 'chengqu' }],
    ['市本级', { kind: 'unit', unit: 'shibenji' }],
  ] as const)('of %s has no error and says how much waits, before and after the list-due day', async (_, scope) => {
    for (const day of ['2023-11-10', '2023-11-30', '2024-01-31']) {
      const report = await checkWorkbook(await newWorkbook({ scope, asOf: toSerial(day) }), [plan], around);
      expect(errorsOf(report)).toEqual([]);
      const isDue = day >= plan.dates.listDue;
      expect(codes(report).includes('list/unfilled')).toBe(isDue);
      const waiting = report.result.waiting.filter(({ list }) => list === '5').reduce((sum, each) => sum + each.waitingRows, 0);
      const named = plan.namedProjects.filter(({ list, unit }) => list === '5' && (scope.kind === 'city' || unit === scope.unit));
      expect(waiting).toBe(named.length);
    }
  });

  it('has no error when it is the clean sample, for the city and for a unit', async () => {
    for (const scope of [{ kind: 'city' }, { kind: 'unit', unit: 'kaifaqu' }, { kind: 'unit', unit: 'shibenji' }] as const) {
      expect(errorsOf(await checkWorkbook(await newWorkbook({ scope, asOf, sample: { kind: 'clean', seed: 11 } }), [plan], around))).toEqual([]);
    }
  });
});

describe('values that a file was saved with', () => {
  it('blame nobody: what a formula comes to is worked out anew', async () => {
    const clean = (await newWorkbook({ sample: { kind: 'clean', seed: 4 }, asOf })).model();
    const stale: WorkbookModel = {
      ...clean,
      sheets: clean.sheets.map((sheet) => ({
        ...sheet,
        blocks: sheet.blocks.map((block) => ({
          ...block,
          content: block.content.map((cells) => cells.map((cell) => (typeof cell === 'object' && cell !== null ? { ...cell, value: 4321.5 } : cell))),
        })),
      })),
    };
    const [now, then] = [await checkOf(stale), await checkOf(clean)];
    expect(now.result.issues.map(({ id }) => id)).toEqual(then.result.issues.map(({ id }) => id));
    for (const key of ['1', '2', '3', '7']) expect(now.entries.lists[key]!.values).toEqual(then.entries.lists[key]!.values);
  });

  it('stay where a formula was typed over, and what follows follows from them', async () => {
    const port = await newWorkbook({ asOf });
    const { firstRow, at } = (await judgeWorkbook(port, [plan], around)).entries.lists['1']!;
    const key = (part: string) => targetColumn('fixedAssetInvestment', part);
    port.edit('1 投资目标任务', firstRow, at[key('done')]!, [[1]]);
    const report = await judgeWorkbook(port, [plan], around);
    const { values } = report.entries.lists['1']!;
    const target = values[key('target')]![0] as number;
    expect(values[key('done')]![0]).toBe(1);
    expect(values[key('rate')]![0]).toBeCloseTo(1 / target, 6);
    expect(codes(report)).toContain('cell/formula-error');
    expect(codes(report)).not.toContain('cross-county/total');
  });

  it('are errors where a formula shows one', async () => {
    const port = await newWorkbook({ asOf });
    const { firstRow, at } = (await judgeWorkbook(port, [plan], around)).entries.lists['2']!;
    port.edit('2 项目储备目标任务', firstRow, at[targetColumn('reserveCount', 'done')]!, [[{ formula: '=COUNTIFS(#REF!)', value: '#REF!' }]]);
    expect(codes(await judgeWorkbook(port, [plan], around))).toContain('cell/formula-error');
  });

  it('of 全市合计 are judged where they were typed over only', async () => {
    const port = await newWorkbook({ asOf });
    const { at } = (await judgeWorkbook(port, [plan], around)).entries.lists['1']!;
    const column = at[targetColumn('fixedAssetInvestment', 'm10')]!;
    const cell = contentNow(port, '1 投资目标任务');
    expect(cell.formulas[3]![column]).toMatch(/^=IF\(COUNT/);
    port.edit('1 投资目标任务', 3, column, [[{ formula: cell.formulas[3]![column]!, value: 1 }]]);
    expect(codes(await judgeWorkbook(port, [plan], around))).not.toContain('cross-county/total');
    port.edit('1 投资目标任务', 3, column, [[1]]);
    expect(codes(await judgeWorkbook(port, [plan], around))).toContain('cross-county/total');
  });
});

describe('judging again after an edit', () => {
  it('gives what judging everything gives, for any edits', async () => {
    const base = halfFilled({ scope: { kind: 'unit', unit: 'kaifaqu' }, seed: 21 });
    const tabs = base.sheets.filter(({ tables }) => tables.length > 0 && tables[0]!.name !== 'tResult_list');
    const cell = fc.oneof(fc.constantFrom<(string | number | null)[]>(null, '沁水', '2023.11.5', '2000万', -3, '已开工', '是'), fc.integer({ min: -5, max: 60_000 }), fc.string());
    const edit = fc.record({ sheet: fc.nat(tabs.length - 1), row: fc.nat(25), column: fc.nat(30), value: cell });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const port = createMemoryPort(base);
        let report = await judgeWorkbook(port, [plan], around);
        for (const { sheet, row, column, value } of edits) {
          const { name, tables } = tabs[sheet]!;
          const { area } = tables[0]!;
          const at = { row: area.row + row, column: Math.min(column, area.columns - 1) };
          port.edit(name, at.row, at.column, [[value]]);
          report = await rejudge(port, report, [{ sheet: name, area: { ...at, rows: 1, columns: 1 }, remote: false }], around);
        }
        const whole = await judgeWorkbook(port, [plan], around);
        expect(report.result).toEqual(whole.result);
      }),
      { numRuns: 8 },
    );
  });

  it('gives it too where rows came or went, and from a report that is not the latest', async () => {
    const base = halfFilled({ scope: { kind: 'unit', unit: 'kaifaqu' }, seed: 22 });
    const port = createMemoryPort(base);
    const first = await judgeWorkbook(port, [plan], around);
    const { firstRow, rowCount, at } = first.entries.lists['5']!;
    const edit = (row: number) => [{ sheet: tab5, area: { row, column: 0, rows: 1, columns: 1 }, remote: false }];
    port.edit(tab5, firstRow + rowCount - 1, at['projectName']!, [['新增的项目']]);
    const second = await rejudge(port, first, edit(firstRow + rowCount - 1), around);
    expect(second.result).toEqual((await judgeWorkbook(port, [plan], around)).result);
    port.edit(tab5, firstRow, 0, [Array.from({ length: Object.keys(at).length }, () => null)]);
    const [third, again] = await Promise.all([rejudge(port, second, edit(firstRow), around), rejudge(port, second, edit(firstRow), around)]);
    const whole = await judgeWorkbook(port, [plan], around);
    expect(third.result).toEqual(whole.result);
    expect(again.result).toEqual(whole.result);
    expect((await rejudge(port, first, edit(firstRow), around)).result).toEqual(whole.result);
  });

  it('writes nothing, and reads everything where it does not know the sheet', async () => {
    const port = await newWorkbook({ asOf });
    const report = await judgeWorkbook(port, [plan], around);
    const renamed = createMemoryPort(renameSheet(port.model(), tab5, '改名'));
    const after = await rejudge(renamed, report, [{ sheet: '改名', area: null, remote: false }], around);
    expect(after.entries.lists['5']!.sheetName).toBe('改名');
  });
});

describe('统计截止日', () => {
  it('is changed in its cell, also where 说明 was renamed, and judging follows', async () => {
    const port = await newWorkbook({ asOf: toSerial('2023-11-10') });
    await changeAsOf(port, [plan], toSerial('2023-12-31'), around);
    const report = await judgeWorkbook(port, [plan], around);
    expect(report.entries.asOf).toBe(toSerial('2023-12-31'));
    expect(codes(report)).toContain('list/unfilled');
  });

  it('is not forgotten where 说明 is gone: judging and 生成 again go by the day it was', async () => {
    const asOf = toSerial('2023-11-15');
    const port = createMemoryPort(deleteSheet((await newWorkbook({ asOf })).model(), '说明'));
    expect((await judgeWorkbook(port, [plan], around)).entries.asOf).toBe(asOf);
    await generateWorkbook(port, { plan, scope: { kind: 'city' } }, around);
    expect((await judgeWorkbook(port, [plan], around)).entries.asOf).toBe(asOf);
    expect(port.model().sheets[0]?.name).toBe('说明');
  });

  it('cannot be changed where 说明 is gone; the sentence says that 生成 brings it back', async () => {
    const port = createMemoryPort(deleteSheet((await newWorkbook({})).model(), '说明'));
    await expect(changeAsOf(port, [plan], asOf, around)).rejects.toThrow(/点“重新生成”/);
    expect((await judgeWorkbook(port, [plan], around)).entries.asOf).toBe(toSerial('2023-12-05'));
  });
});

describe('重算汇总', () => {
  it('lays 汇总 anew over what is entered now and leaves every list as it is', async () => {
    const port = await newWorkbook({ sample: { kind: 'clean', seed: 2 }, asOf });
    const shown = () => port.model().sheets.filter(({ name }) => name !== '_数据');
    const before = shown();
    port.edit('汇总', 7, 3, [['坏了']]);
    await recalculateSummary(port, [plan], around);
    expect(shown()).toEqual(before);
    expect(journalState(await port.read())).toBe('none');
  });

  it('makes 汇总 after 说明 where it is gone', async () => {
    const port = createMemoryPort(deleteSheet((await newWorkbook({})).model(), '汇总'));
    await recalculateSummary(port, [plan], around);
    expect(port.model().sheets[1]!.name).toBe('汇总');
  });

  it('asks for the sheet or header first that its formulas read', async () => {
    const port = createMemoryPort(deleteSheet((await newWorkbook({})).model(), 'A 储备项目库'));
    await expect(recalculateSummary(port, [plan], around)).rejects.toThrow(WorkbookError);
  });
});

describe('rows inserted above the header', () => {
  it('move the marks along', async () => {
    const port = createMemoryPort(insertRows((await newWorkbook({ sample: { kind: 'mistakes', seed: 3 }, asOf })).model(), tab5, 3, 2));
    const report = await checkWorkbook(port, [plan], around);
    const { firstRow, at } = report.entries.lists['5']!;
    const row = report.result.issues.find(({ list }) => list === '5')!.rowIndex!;
    expect(contentNow(port, tab5).values[firstRow + row]![at['mark']!]).toMatch(/校验/);
    expect(findSheet(port.model(), tab5).conditionalFormats[0]).toMatchObject({ area: { row: firstRow }, formula: expect.stringContaining(`A$${firstRow}`) });
  });
});

/** A clock that runs fast enough for every step of judging to take a breath. */
function stepping(): () => number {
  let time = Date.UTC(2023, 11, 5, 1, 5);
  return () => (time += 50);
}

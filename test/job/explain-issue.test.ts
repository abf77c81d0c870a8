import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { checkWorkbook, judgeWorkbook, rejudge } from '../../src/job/check';
import { explainIssue, withdrawExplanation } from '../../src/job/explain-issue';
import { generateWorkbook, restoreBackup } from '../../src/job/generate';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { CancelledError } from '../../src/job/port';
import type { CheckReport } from '../../src/job/report';
import { WorkbookError } from '../../src/job/workbook-error';
import type { Value } from '../../src/list/list';
import { mayExplain } from '../../src/rule/permission';
import { contentOf } from '../../src/sheet/content-of';
import type { Content, SheetContent, WorkbookModel } from '../../src/sheet/model';
import { openFile } from '../../src/xlsx/file-port';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { deleteSheet } from './mishap';
import { makeSurroundings, newWorkbook } from './workbook';

// Workbooks are generated, judged, saved and opened here, on machines that do more than that.
jest.setTimeout(30_000);

const around = makeSurroundings();
const scope = { kind: 'unit', unit: 'lingchuan' } as const;
const asOf = toSerial('2023-12-25');
const tab5 = '5 未开工项目';
const reason = { who: '县发改局 张某', why: '外地联系人，号码已核实' };

const contentNow = (port: MemoryPort, name: string) => contentOf(port.model()).sheets.find((sheet) => sheet.name === name) as SheetContent;
const find = (report: CheckReport, code: string, list = '5') => {
  const issue = report.result.issues.find((each) => each.code === code && each.list === list);
  if (!issue) throw new Error(`no ${code} on ${list}`);
  return issue;
};

/** A unit's workbook as issued, with a telephone number on list 5 that is none, checked. */
let checked: WorkbookModel;
beforeAll(async () => {
  const port = await newWorkbook({ scope, asOf });
  edit(port, await judgeWorkbook(port, [plan], around), 0, 'phone', '123');
  await checkWorkbook(port, [plan], around);
  checked = port.model();
});

function edit(port: MemoryPort, report: CheckReport, row: number, column: string, value: Value, list = '5'): void {
  const { sheetName, firstRow, at } = report.entries.lists[list]!;
  port.edit(sheetName, firstRow + row, at[column]!, [[value]]);
}

function cellNow(port: MemoryPort, report: CheckReport, row: number, column: string): Value {
  const { sheetName, firstRow, at } = report.entries.lists['5']!;
  return contentNow(port, sheetName).values[firstRow + row]![at[column]!] ?? null;
}

async function start(model = checked) {
  const port = createMemoryPort(model);
  return { port, report: await judgeWorkbook(port, [plan], around) };
}

const linesOf = (port: MemoryPort) => contentNow(port, '校验结果').values.slice(7);

describe('说明情况', () => {
  it('shows the issue as 已说明 with who and why: in the report, in the row without a colour, and in 校验结果', async () => {
    const { port, report } = await start();
    expect(cellNow(port, report, 0, 'mark')).toContain('〔联系电话〕');
    const before = linesOf(port);
    const after = await explainIssue(port, report, find(report, 'cell/phone'), reason, around);
    expect(find(after, 'cell/phone').explained).toEqual(reason);
    expect(after.result.counts).toEqual({ ...report.result.counts, warning: report.result.counts.warning - 1, explained: 1 });
    const mark = cellNow(port, after, 0, 'mark');
    expect(mark).toContain('“联系电话”');
    expect(mark).toContain('（已说明）');
    expect(mark).not.toContain('〔联系电话〕');
    const at = before.findIndex((cells) => cells[5] === 'cell/phone');
    const line = linesOf(port)[at]!;
    expect(line.slice(1, 6)).toEqual(['已说明', tab5, before[at]![3], '陵川县', 'cell/phone']);
    expect(line[6]).toContain('已说明（县发改局 张某：外地联系人，号码已核实）。');
    expect(contentNow(port, '校验结果').values[2]![0]).toContain('另有已说明 1 条');
  });

  it('says what judging the workbook anew says, and is remembered by judging after an edit elsewhere', async () => {
    const { port, report } = await start();
    const after = await explainIssue(port, report, find(report, 'cell/phone'), reason, around);
    expect((await judgeWorkbook(port, [plan], around)).result).toEqual(after.result);
    edit(port, after, 0, 'developer', '另一单位', '6');
    const edited = await rejudge(port, after, [{ sheet: '6 已开工未入统项目', area: null, remote: false }], around);
    expect(find(edited, 'cell/phone').explained).toEqual(reason);
  });

  it('changes the hidden sheet, 校验提示 and 校验结果 and nothing else, in one read and one write', async () => {
    const { port, report } = await start();
    const calls: string[] = [];
    const counted = {
      ...port,
      read: (...args: Parameters<MemoryPort['read']>) => (calls.push('read'), port.read(...args)),
      apply: (...args: Parameters<MemoryPort['apply']>) => (calls.push('apply'), port.apply(...args)),
    };
    await explainIssue(counted, report, find(report, 'cell/phone'), reason, around);
    expect(calls).toEqual(['read', 'apply']);
    for (const before of contentOf(checked).sheets.filter(({ name }) => name !== '校验结果')) {
      const after = contentNow(port, before.name);
      const changed = after.values.flatMap((cells, row) =>
        cells.flatMap((value, column) => (value === (before.values[row]?.[column] ?? null) ? [] : [column])),
      );
      if (before.name === '_数据') expect([...new Set(changed)]).toEqual([12, 13, 14, 15, 16]);
      else expect([...new Set(changed)]).toEqual(before.name === tab5 ? [report.entries.lists['5']!.at['mark']] : []);
      expect(after.formulas.flat().filter(Boolean)).toEqual(before.formulas.flat().filter(Boolean));
    }
  });

  it('lapses as soon as the value changes and holds again when it is what it was', async () => {
    const { port, report } = await start();
    const after = await explainIssue(port, report, find(report, 'cell/phone'), reason, around);
    edit(port, after, 0, 'phone', '1234');
    expect(find(await judgeWorkbook(port, [plan], around), 'cell/phone')).not.toHaveProperty('explained');
    edit(port, after, 0, 'phone', '123');
    expect(find(await judgeWorkbook(port, [plan], around), 'cell/phone').explained).toEqual(reason);
  });

  it('goes with its row when rows are sorted, and is kept, harmless, when the row is gone', async () => {
    const { port, report } = await start();
    const after = await explainIssue(port, report, find(report, 'cell/phone'), reason, around);
    const { sheetName, firstRow } = after.entries.lists['5']!;
    const rows = contentNow(port, sheetName);
    const content = (row: number): Content[] => rows.values[row]!.map((value, at) => (rows.formulas[row]![at] === null ? value : { formula: rows.formulas[row]![at]!, value }));
    port.edit(sheetName, firstRow, 0, [content(firstRow + 1), content(firstRow)]);
    const sorted = await checkWorkbook(port, [plan], around);
    expect(find(sorted, 'cell/phone')).toMatchObject({ rowIndex: 1, explained: reason });
    port.edit(sheetName, firstRow + 1, 0, [rows.values[0]!.map(() => null)]);
    const gone = await checkWorkbook(port, [plan], around);
    expect(gone.result.issues.filter(({ code }) => code === 'cell/phone')).toEqual([]);
    expect(gone.entries.explanations).toEqual(after.entries.explanations);
  });

  it('is for one row: not for a copy of it, and also for a row that has no 行标识 yet', async () => {
    const { port, report } = await start();
    const { firstRow, sheetName, at, rowCount } = report.entries.lists['5']!;
    const copied = contentNow(port, sheetName).values[firstRow]!;
    const copy = rowCount - 1;
    for (const key of ['projectName', 'developer', 'totalInvestment', 'phone', 'identity']) {
      port.edit(sheetName, firstRow + copy, at[key]!, [[key === 'projectName' ? '另一个项目' : (copied[at[key]!] ?? null)]]);
    }
    const now = await judgeWorkbook(port, [plan], around);
    const [first, second] = now.result.issues.filter(({ code }) => code === 'cell/phone');
    expect(first!.row).toBe(second!.row);
    const after = await explainIssue(port, now, second!, reason, around);
    const explained = after.result.issues.filter(({ code }) => code === 'cell/phone').map((issue) => [issue.rowIndex, issue.explained !== undefined]);
    expect(explained).toEqual([[0, false], [copy, true]]);
    expect(cellNow(port, after, copy, 'identity')).toMatch(/^5-[0-9A-Z]{26}$/);

    port.edit(sheetName, firstRow + copy, at['identity']!, [[null]]);
    const nameless = await judgeWorkbook(port, [plan], around);
    const again = await explainIssue(port, nameless, nameless.result.issues.find((each) => each.code === 'cell/phone' && each.rowIndex === copy)!, reason, around);
    expect(again.result.issues.find((each) => each.code === 'cell/phone' && each.rowIndex === copy)?.explained).toEqual(reason);
    expect((await judgeWorkbook(port, [plan], around)).result).toEqual(again.result);
  });

  it('works for what is about no row, for one list and not the others', async () => {
    const { port, report } = await start((await newWorkbook({ scope, asOf })).model());
    const open = (of: CheckReport) => of.result.issues.filter(({ code, explained }) => code === 'list/unfilled' && !explained).map(({ list }) => list);
    const before = open(report);
    expect(before).toContain('6');
    const after = await explainIssue(port, report, find(report, 'list/unfilled', '6'), { who: '统计局', why: '本月无变化' }, around);
    expect(open(after)).toEqual(before.filter((list) => list !== '6'));
    expect(linesOf(port).filter((cells) => cells[1] === '已说明')).toHaveLength(1);
  });

  it('tells units apart on target lists, whose rows have no 行标识', async () => {
    const city = await start((await newWorkbook({ asOf })).model());
    for (const row of [0, 1]) edit(city.port, city.report, row, 'fixedAssetInvestment.m10', -1, '1');
    const now = await judgeWorkbook(city.port, [plan], around);
    const negative = now.result.issues.filter(({ code, list }) => code === 'cell/range' && list === '1');
    expect(negative).toHaveLength(2);
    const after = await explainIssue(city.port, now, negative[0]!, reason, around);
    expect(after.result.issues.filter(({ code, list }) => code === 'cell/range' && list === '1').map(({ unit, explained }) => [unit, explained !== undefined])).toEqual([
      [negative[0]!.unit, true],
      [negative[1]!.unit, false],
    ]);
  });

  it('is replaced when the same is explained again', async () => {
    const { port, report } = await start();
    const once = await explainIssue(port, report, find(report, 'cell/phone'), reason, around);
    const twice = await explainIssue(port, once, find(once, 'cell/phone'), { who: '李某', why: '短号' }, around);
    expect(twice.entries.explanations).toHaveLength(1);
    expect(find(twice, 'cell/phone').explained).toEqual({ who: '李某', why: '短号' });
  });
});

describe('an explanation is refused, and nothing is written,', () => {
  it.each([
    ['without a name', { who: ' \u200b', why: '属实' }, /说明人没有填写/],
    ['without a reason', { who: '张某', why: '\n　' }, /情况说明没有填写/],
    ['with a name that is a story', { who: '张'.repeat(51), why: '属实' }, /说明人超过 50 个字/],
    ['with a reason nobody reads', { who: '张某', why: '字'.repeat(301) }, /情况说明超过 300 个字/],
  ])('%s', async (_, given, sentence) => {
    const { port, report } = await start();
    await expect(explainIssue(port, report, find(report, 'cell/phone'), given, around)).rejects.toThrow(sentence);
    expect(port.model()).toBe(checked);
  });

  it('of what has to be put right', async () => {
    const { port, report } = await start();
    edit(port, report, 0, 'unit', '沁水');
    const wrong = await judgeWorkbook(port, [plan], around);
    const issue = wrong.result.issues.find(({ severity }) => severity === 'error')!;
    expect(mayExplain(issue)).toBe(false);
    await expect(explainIssue(port, wrong, issue, reason, around)).rejects.toThrow(/不能用说明代替改正/);
  });

  it('where the value was changed after the user saw it, or the issue is gone', async () => {
    for (const value of ['1234', '13812345678']) {
      const { port, report } = await start();
      edit(port, report, 0, 'phone', value);
      const before = port.model();
      const refused = explainIssue(port, report, find(report, 'cell/phone'), reason, around);
      await expect(refused).rejects.toThrow(WorkbookError);
      await expect(refused).rejects.toThrow(/在查看之后有改动/);
      expect(port.model()).toBe(before);
    }
  });

  it('where it is cancelled', async () => {
    const { port, report } = await start();
    const cancelled = explainIssue(port, report, find(report, 'cell/phone'), reason, around, { isCancelled: () => true });
    await expect(cancelled).rejects.toThrow(CancelledError);
    expect(port.model()).toBe(checked);
  });
});

describe('撤回说明', () => {
  it('leaves the workbook as it was before, but for the time of the check', async () => {
    const { port, report } = await start();
    const after = await explainIssue(port, report, find(report, 'cell/phone'), reason, around);
    const back = await withdrawExplanation(port, after, find(after, 'cell/phone'), around);
    expect(back.result).toEqual(report.result);
    expect(cellNow(port, back, 0, 'mark')).toContain('〔联系电话〕');
    expect(contentNow(port, '_数据').values.map((cells) => cells.slice(2))).toEqual(contentOf(checked).sheets.find(({ name }) => name === '_数据')!.values.map((cells) => cells.slice(2)));
  });

  it('takes back one of several and keeps the others', async () => {
    const { port, report } = await start();
    edit(port, report, 1, 'phone', '456');
    let now = await judgeWorkbook(port, [plan], around);
    for (const row of [0, 1]) {
      const issue = now.result.issues.find((each) => each.code === 'cell/phone' && each.rowIndex === row)!;
      now = await explainIssue(port, now, issue, { who: '张某', why: `第 ${row} 行` }, around);
    }
    const back = await withdrawExplanation(port, now, now.result.issues.find((each) => each.code === 'cell/phone' && each.rowIndex === 0)!, around);
    expect(back.entries.explanations.map(({ why }) => why)).toEqual(['第 1 行']);
    expect((await judgeWorkbook(port, [plan], around)).entries.explanations).toEqual(back.entries.explanations);
  });

  it('says so where it was taken back already', async () => {
    const { port, report } = await start();
    const after = await explainIssue(port, report, find(report, 'cell/phone'), reason, around);
    await withdrawExplanation(port, after, find(after, 'cell/phone'), around);
    await expect(withdrawExplanation(port, after, find(after, 'cell/phone'), around)).rejects.toThrow(/可能已被撤回/);
  });
});

describe('what was said stays', () => {
  const said = async () => {
    const { port, report } = await start();
    await explainIssue(port, report, find(report, 'cell/phone'), { who: '=张某', why: '"引号"、<尖括号> 与 &' }, around);
    return port;
  };
  const stands = async (port: MemoryPort) =>
    expect(find(await judgeWorkbook(port, [plan], around), 'cell/phone').explained).toEqual({ who: '=张某', why: '"引号"、<尖括号> 与 &' });

  it('through 生成 again', async () => {
    const port = await said();
    await generateWorkbook(port, { plan, scope }, around);
    await stands(port);
  });

  it('through a file that is saved, checked with its marks written, and opened again', async () => {
    const file = await openFile(await writeWorkbook((await said()).model()), createMemoryPort);
    await checkWorkbook(file, [plan], around);
    await stands(await openFile(await file.save(), createMemoryPort));
  });

  it('through 恢复 after a 生成 that was interrupted', async () => {
    const port = await said();
    let writes = 0;
    const broken = { ...port, apply: async (...[changes, options]: Parameters<MemoryPort['apply']>) => {
      writes += 1;
      await port.apply(changes.slice(0, 3), options);
      throw new Error('Excel went away');
    } };
    await expect(generateWorkbook(broken, { plan, scope }, around)).rejects.toThrow('Excel went away');
    expect(writes).toBe(1);
    const lost = createMemoryPort(deleteSheet(port.model(), '_数据'));
    await restoreBackup(lost, [plan], around);
    await stands(lost);
  });
});

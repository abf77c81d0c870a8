import type { ProblemAdvance } from '../../src/dispatch/problem-advance';
import { judgeAdvance } from '../../src/dispatch/problem-advance';
import { advanceProblem } from '../../src/job/advance-problem';
import { checkWorkbook, judgeWorkbook } from '../../src/job/check';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { CancelledError } from '../../src/job/port';
import type { CheckReport } from '../../src/job/report';
import type { Value } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { contentOf } from '../../src/sheet/content-of';
import type { Content, WorkbookModel } from '../../src/sheet/model';
import { enter, foundProblem as found, handing } from './dispatch-scene';
import { deleteSheet } from './mishap';
import { makeSurroundings, newWorkbook } from './workbook';

// A workbook is generated and judged here, on machines that do more than that.
jest.setTimeout(30_000);

const around = makeSurroundings();
const scope = { kind: 'unit', unit: 'lingchuan' } as const;
const asOf = toSerial('2023-12-25');
const tab8 = '8 问题困难交办';

const assign: ProblemAdvance = { row: 0, to: 'assigned', values: handing };

/** Two problems found, checked, so that both have their 行标识. */
let checked: WorkbookModel;
beforeAll(async () => {
  const port = await newWorkbook({ scope, asOf });
  const report = await judgeWorkbook(port, [plan], around);
  write(port, report, 0, found);
  write(port, report, 1, { ...found, problemNumber: 'LC-002', description: '电力线路没有迁改' });
  await checkWorkbook(port, [plan], around);
  checked = port.model();
});

const write = (port: MemoryPort, report: CheckReport, row: number, cells: Readonly<Record<string, Value>>): void => enter(port, report, '8', row, cells);

async function start(model = checked) {
  const port = createMemoryPort(model);
  return { port, report: await judgeWorkbook(port, [plan], around) };
}

const sheetNow = (port: MemoryPort, name: string) => contentOf(port.model()).sheets.find((sheet) => sheet.name === name)!;

/** The row of the sheet as it can be written again. */
function rowNow(port: MemoryPort, row: number): Content[] {
  const { values, formulas } = sheetNow(port, tab8);
  return values[row]!.map((value, at) => (formulas[row]![at] === null ? value : { formula: formulas[row]![at]!, value }));
}

const errorsOf = (report: CheckReport, row: number) =>
  report.result.issues.filter((issue) => issue.list === '8' && issue.rowIndex === row && issue.severity === 'error').map(({ code }) => code);

/** Carries a step out that is expected to be refused; what it says, and that nothing was written. */
async function refusalOf(port: MemoryPort, report: CheckReport, move: ProblemAdvance): Promise<string> {
  const before = port.model();
  const said = await advanceProblem(port, report, move, around).then(
    () => 'nothing',
    (cause: unknown) => String((cause as { sentence?: string }).sentence),
  );
  // A port that was written to has another model.
  expect(port.model()).toBe(before);
  return said;
}

describe('推进', () => {
  it('writes the cells of the step and no other of the row, and reports the workbook as it is then', async () => {
    const { port, report } = await start();
    const own = report.entries.lists['8']!;
    const before = sheetNow(port, tab8).values[own.firstRow]!;
    const after = await advanceProblem(port, report, assign, around);
    const now = sheetNow(port, tab8).values[own.firstRow]!;
    const changed = Object.keys(own.at).filter((key) => now[own.at[key]!] !== before[own.at[key]!]);
    expect(changed.filter((key) => key !== 'mark').sort()).toEqual([...Object.keys(handing), 'problemState'].sort());
    expect(now[own.at['problemState']!]).toBe('交办');
    expect(errorsOf(after, 0)).toEqual([]);
    expect((await judgeWorkbook(port, [plan], around)).result).toEqual(after.result);
  });

  it('goes all the way to 销号 by steps, 13710督办 with 督办', async () => {
    const { port, report } = await start();
    const handed = await advanceProblem(port, report, assign, around);
    const pressed = await advanceProblem(port, handed, { row: 0, to: 'supervised', values: {} }, around);
    expect(pressed.entries.lists['8']!.values['supervised13710']![0]).toBe('是');
    const closed = await advanceProblem(port, pressed, { row: 0, to: 'closed', values: { closedOn: asOf, closedBasis: '县林业局批复' } }, around);
    expect(closed.entries.lists['8']!.values['problemState']![0]).toBe('销号');
    expect(errorsOf(closed, 0)).toEqual([]);
    expect((await judgeWorkbook(port, [plan], around)).result).toEqual(closed.result);
  });

  it('leaves no error on the row in a full check that was not told before', async () => {
    const { port, report } = await start();
    write(port, report, 0, { problemKind: null, deadline: toSerial('2024-01-31') });
    const seen = await judgeWorkbook(port, [plan], around);
    const { refusals, standing } = judgeAdvance(seen.entries, plan, seen.lists, assign);
    expect(refusals).toEqual([]);
    await advanceProblem(port, seen, assign, around);
    expect(errorsOf(await checkWorkbook(port, [plan], around), 0)).toEqual(standing.map(({ code }) => code));
    expect(standing.map(({ code }) => code)).toEqual(['cell/required']);
  });

  it('takes one read and one write', async () => {
    const { port, report } = await start();
    const calls: string[] = [];
    const counted = {
      ...port,
      read: (...args: Parameters<MemoryPort['read']>) => (calls.push('read'), port.read(...args)),
      apply: (...args: Parameters<MemoryPort['apply']>) => (calls.push('apply'), port.apply(...args)),
    };
    await advanceProblem(counted, report, assign, around);
    expect(calls).toEqual(['read', 'apply']);
  });

  it('is refused in the rule’s own words, and nothing is written', async () => {
    const { port, report } = await start();
    expect(await refusalOf(port, report, { ...assign, values: { ...handing, section: null } })).toMatch(/^没有推进。《8 问题困难交办》第 \d+ 行“责任科室”/);
    expect(await refusalOf(port, report, { ...assign, values: { ...handing, assignedOn: asOf + 1 } })).toMatch(/“交办日期”.*截止日/);
    expect(await refusalOf(port, report, { row: 0, to: 'closed', values: {} })).toMatch(/另有 \d 处同样需要改正。$/);
  });

  it('finds the row again where it went', async () => {
    const { port, report } = await start();
    const { firstRow } = report.entries.lists['8']!;
    const [first, second] = [rowNow(port, firstRow), rowNow(port, firstRow + 1)];
    port.edit(tab8, firstRow, 0, [second, first]);
    const after = await advanceProblem(port, report, assign, around);
    const { values } = after.entries.lists['8']!;
    expect([values['problemNumber']![1], values['problemState']![1], values['problemState']![0]]).toEqual(['LC-001', '交办', '发现']);
    expect((await judgeWorkbook(port, [plan], around)).result).toEqual(after.result);
  });

  it('finds a row without 行标识 by what it holds', async () => {
    const { port, report } = await start();
    write(port, report, 0, { identity: null });
    const seen = await judgeWorkbook(port, [plan], around);
    const after = await advanceProblem(port, seen, assign, around);
    expect(after.entries.lists['8']!.values['problemState']!.slice(0, 2)).toEqual(['交办', '发现']);
  });

  it('writes nothing into a row that was changed since, is gone, or cannot be told from its copy', async () => {
    const changed = await start();
    write(changed.port, changed.report, 0, { description: '另一件事' });
    expect(await refusalOf(changed.port, changed.report, assign)).toMatch(/^这个问题所在的行在查看之后有改动，没有写入。/);

    const gone = await start();
    const { firstRow } = gone.report.entries.lists['8']!;
    gone.port.edit(tab8, firstRow, 0, [sheetNow(gone.port, tab8).values[0]!.map(() => null)]);
    expect(await refusalOf(gone.port, gone.report, assign)).toMatch(/^这个问题在清单中已经找不到/);

    const copied = await start();
    const row = rowNow(copied.port, firstRow);
    copied.port.edit(tab8, firstRow + 2, 0, [row]);
    copied.port.edit(tab8, firstRow + 3, 0, [row]);
    write(copied.port, copied.report, 0, { remark: '改动' });
    expect(await refusalOf(copied.port, copied.report, assign)).toMatch(/^这个问题所在的行在查看之后有改动/);
  });

  it('says what to do where the sheet or a column is gone', async () => {
    const lost = await start();
    const without = createMemoryPort(deleteSheet(lost.port.model(), tab8));
    expect(await refusalOf(without, lost.report, assign)).toMatch(/请点“一键校验”/);

    const { port, report } = await start();
    const { headerRow, at } = report.entries.lists['8']!;
    port.edit(tab8, headerRow, at['deadline']!, [['不认识的列']]);
    const seen = await judgeWorkbook(port, [plan], around);
    expect(seen.entries.lists['8']!.values['deadline']).toBeUndefined();
    expect(await refusalOf(port, seen, assign)).toMatch(/缺少要写入的列，没有写入。请先点“一键校验”/);
  });

  it('writes nothing once it is cancelled', async () => {
    const { port, report } = await start();
    const before = port.model();
    await expect(advanceProblem(port, report, assign, around, { isCancelled: () => true })).rejects.toThrow(CancelledError);
    expect(port.model()).toBe(before);
  });
});

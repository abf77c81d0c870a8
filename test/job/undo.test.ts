import { advanceProblem } from '../../src/job/advance-problem';
import { changeAsOf } from '../../src/job/change-as-of';
import { checkWorkbook } from '../../src/job/check';
import { explainIssue, withdrawExplanation } from '../../src/job/explain-issue';
import { applyFixes } from '../../src/job/fix';
import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { HostError } from '../../src/job/port';
import type { CheckReport } from '../../src/job/report';
import { changeRuleSetting } from '../../src/job/rule-setting';
import { takeBack } from '../../src/job/undo';
import { undoableOf } from '../../src/job/undoable';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { fixesOf } from '../../src/rule/fix';
import { contentOf } from '../../src/sheet/content-of';
import type { WorkbookModel } from '../../src/sheet/model';
import { base, enter, foundProblem, handing, judgeNow, refusal, rowOf } from './dispatch-scene';
import { faultyPort } from './faulty-port';
import { makeSurroundings, newWorkbook } from './workbook';

// Workbooks are generated, judged and marked here, on machines that do more than that.
jest.setTimeout(60_000);

const around = makeSurroundings();
const scope = { kind: 'unit', unit: 'lingchuan' } as const;
const tab5 = '5 未开工项目';
const who = { who: '张三', why: '情况属实' };

let stage: WorkbookModel;
let issued: WorkbookModel;
beforeAll(async () => {
  const port = await newWorkbook({ scope, asOf: toSerial('2023-12-25') });
  issued = port.model();
  const report = await judgeNow(port);
  enter(port, report, '5', 1, { ...base, phone: '1391234567', startState: ' 未开工' });
  enter(port, report, '8', 0, foundProblem);
  const { area } = findTable(port.model());
  port.edit(tab5, area.row, report.entries.lists['5']!.at['responsiblePerson']!, [['负责人']]);
  await checkWorkbook(port, [plan], around);
  stage = port.model();
});

const findTable = (model: WorkbookModel) => model.sheets.find(({ name }) => name === tab5)!.tables[0]!;

async function start(model = stage) {
  const port = createMemoryPort(model);
  return { port, seen: await judgeNow(port) };
}

type Operation = (port: MemoryPort, seen: CheckReport) => Promise<object>;

const phone = (seen: CheckReport) => seen.result.issues.find(({ code }) => code === 'cell/phone')!;
const explain: Operation = (port, seen) => explainIssue(port, seen, phone(seen), who, around);
const fix: Operation = (port, seen) => applyFixes(port, seen, fixesOf(seen.result), around);
const operations: readonly (readonly [string, Operation])[] = [
  ['修正', fix],
  ['推进', (port, seen) => advanceProblem(port, seen, { row: 0, to: 'assigned', values: handing }, around)],
  ['说明情况', explain],
  ['规则设置', (port, seen) => changeRuleSetting(port, seen, { code: 'cell/phone', severity: 'off', ...who }, around)],
  ['统计截止日', (port) => changeAsOf(port, [plan], toSerial('2023-12-31'), around)],
];

/** Everything on the sheets but what a check writes, and the record. */
function held({ entries, lists }: CheckReport, port: MemoryPort) {
  const cells = lists.map(({ key, columns }) => columns.filter(({ role }) => role === 'entry').map((column) => entries.lists[key]!.values[column.key]));
  const { area } = findTable(port.model());
  const headers = contentOf(port.model()).sheets.find(({ name }) => name === tab5)!.values[area.row];
  return { cells, headers, explanations: entries.explanations, ruleSettings: entries.ruleSettings, asOf: entries.asOf, found: report(entries) };
}
const report = ({ findings }: CheckReport['entries']) => findings.map(({ kind }) => kind);

describe.each(operations)('撤销 %s', (_, run) => {
  it('puts back what stood there, once, and judges it', async () => {
    const { port, seen } = await start();
    const before = held(seen, port);
    const result = await run(port, seen);
    const done = await judgeNow(port);
    expect(held(done, port)).not.toEqual(before);
    const after = await takeBack(port, done, result, around);
    const now = await judgeNow(port);
    expect(held(now, port)).toEqual(before);
    expect(after.result.counts).toEqual(now.result.counts);
    expect(await refusal(takeBack(port, after, result, around))).toContain('已经撤销过');
  });

  it('leaves what was entered elsewhere since', async () => {
    const { port, seen } = await start();
    const result = await run(port, seen);
    enter(port, seen, '6', 0, { remark: '后来填的' });
    await takeBack(port, await judgeNow(port), result, around);
    expect(rowOf(await judgeNow(port), '6', 0)['remark']).toBe('后来填的');
  });

  it('can be tried again where its answer was lost', async () => {
    const { port, seen } = await start();
    const before = held(seen, port);
    const result = await run(port, seen);
    const done = await judgeNow(port);
    await expect(takeBack(faultyPort(port, { kind: 'lost', fault: 'unanswered' }), done, result, around)).rejects.toBeInstanceOf(HostError);
    await takeBack(port, done, result, around);
    expect(held(await judgeNow(port), port)).toEqual(before);
  });
});

describe('撤销上次操作', () => {
  it('finds the rows again where they were sorted since', async () => {
    const { port, seen } = await start();
    const result = await fix(port, seen);
    const { firstRow, at } = seen.entries.lists['5']!;
    const { values, formulas } = contentOf(port.model()).sheets.find(({ name }) => name === tab5)!;
    const line = (row: number) => values[row]!.map((value, column) => (formulas[row]![column] === null ? value : { formula: formulas[row]![column]!, value }));
    const [first, second] = [line(firstRow), line(firstRow + 1)];
    port.edit(tab5, firstRow, 0, [second, first]);
    await takeBack(port, await judgeNow(port), result, around);
    const column = (await judgeNow(port)).entries.lists['5']!;
    expect(column.values['startState']![0]).toBe(' 未开工');
    expect(at['startState']).toBe(column.at['startState']);
  });

  it.each<readonly [string, Operation, (port: MemoryPort, seen: CheckReport) => Promise<unknown> | void, RegExp]>([
    ['修正', fix, (port, seen) => enter(port, seen, '5', 1, { startState: '已开工' }), /《5 未开工项目》第 \d+ 行在上次操作之后又有改动/],
    ['推进', operations[1]![1], (port, seen) => enter(port, seen, '8', 0, { person: '赵某' }), /《8 问题困难交办》第 \d+ 行在上次操作之后又有改动/],
    ['说明情况', explain, async (port) => { const now = await judgeNow(port); await withdrawExplanation(port, now, phone(now), around); await explainIssue(port, await judgeNow(port), phone(now), { ...who, why: '另一个理由' }, around); }, /说明或规则设置在上次操作之后又有改动/],
    ['统计截止日', operations[4]![1], (port) => changeAsOf(port, [plan], toSerial('2024-01-05'), around), /《说明》第 \d+ 行在上次操作之后又有改动/],
  ])('refuses %s where what it wrote was edited since, and writes nothing', async (_, run, edit, said) => {
    const { port, seen } = await start();
    const result = await run(port, seen);
    await edit(port, await judgeNow(port));
    const before = port.model();
    expect(await refusal(takeBack(port, await judgeNow(port), result, around))).toMatch(said);
    expect(port.model()).toBe(before);
  });

  it('takes a sample back out of a workbook that was issued', async () => {
    const { port, seen } = await start(issued);
    const before = held(seen, port).cells;
    const result = await generateWorkbook(port, { plan, scope, sample: { kind: 'clean', seed: 1 } }, around);
    expect(held(await judgeNow(port), port).cells).not.toEqual(before);
    const back = await takeBack(port, await judgeNow(port), result, around);
    const filled = ({ entries }: CheckReport) => Object.values(entries.lists).map(({ values }) => (values['projectName'] ?? []).filter((name) => name !== null));
    expect(filled(back)).toEqual(filled(seen));
  });

  it('is not offered for what changed nothing, nor for the first 生成', async () => {
    const port = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
    const first = await generateWorkbook(port, { plan, scope, asOf: toSerial('2023-12-25') }, around);
    expect(undoableOf(first)).toBeNull();
    const again = await generateWorkbook(port, { plan, scope }, around);
    expect(undoableOf(again)).toBeNull();
    expect(undoableOf(await changeAsOf(port, [plan], toSerial('2023-12-25'), around))).toBeNull();
    const seen = await judgeNow(port);
    expect(undoableOf(await applyFixes(port, seen, [], around))).toBeNull();
  });
});

import { carryFor } from '../../src/dispatch/carry';
import { openBook } from '../../src/dispatch/move-book';
import { advanceProblem } from '../../src/job/advance-problem';
import { carryIn } from '../../src/job/carry-in';
import { checkWorkbook, recalculateSummary } from '../../src/job/check';
import { explainIssue } from '../../src/job/explain-issue';
import { applyFixes } from '../../src/job/fix';
import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { moveProjects } from '../../src/job/move-project';
import { EditedMeanwhileError, HostError, type WorkbookPort } from '../../src/job/port';
import { inspectWorkbook } from '../../src/job/inspect';
import type { CheckReport } from '../../src/job/report';
import { changeRuleSetting } from '../../src/job/rule-setting';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { fixesOf } from '../../src/rule/fix';
import { contentOf } from '../../src/sheet/content-of';
import type { WorkbookModel } from '../../src/sheet/model';
import { base, enter, foundProblem, handing, judgeNow, moveOf, refusal, rowOf, startTold, waitingStart } from './dispatch-scene';
import { faultyPort, type Mishap } from './faulty-port';
import { findSheet, insertRows } from './mishap';
import { tab5, unitScope, unitStage } from './unit-stage';
import { makeSurroundings } from './workbook';

// Workbooks are generated, judged and marked here, on machines that do more than that.
jest.setTimeout(60_000);

const around = makeSurroundings();

/** A unit's workbook in which there is something to move on, to carry in, to advance, to explain and to mend. */
let stage: WorkbookModel;
beforeAll(async () => {
  stage = await unitStage((port, report) => {
    enter(port, report, '5', 0, waitingStart);
    enter(port, report, '5', 1, { ...base, phone: '1391234567', startState: ' 未开工' });
    enter(port, report, '7', report.entries.lists['7']!.values['projectName']!.indexOf(null), { projectName: rowOf(report, '5', 0)['projectName']! });
    enter(port, report, '8', 0, foundProblem);
  });
});

interface Job {
  readonly name: string;
  readonly run: (port: WorkbookPort, seen: CheckReport) => Promise<unknown>;
}

const who = { who: '张三', why: '情况属实' };
const move: Job = { name: '流转', run: (port, seen) => moveProjects(port, seen, [{ move: moveOf(seen), answers: startTold }], around) };
const carry: Job = {
  name: '自动带入',
  run: (port, seen) => {
    const row = seen.entries.lists['7']!.values['projectName']!.indexOf(rowOf(seen, '5', 0)['projectName']!);
    return carryIn(port, seen, [{ carry: carryFor(openBook(seen.entries, plan, seen.lists), '7', row)!, chosen: {} }], around);
  },
};
const advance: Job = { name: '推进', run: (port, seen) => advanceProblem(port, seen, { row: 0, to: 'assigned', values: handing }, around) };
const explain: Job = { name: '说明情况', run: (port, seen) => explainIssue(port, seen, seen.result.issues.find(({ code }) => code === 'cell/phone')!, who, around) };
const setRule: Job = { name: '规则设置', run: (port, seen) => changeRuleSetting(port, seen, { code: 'cell/phone', severity: 'off', ...who }, around) };
const fix: Job = { name: '修正', run: (port, seen) => applyFixes(port, seen, fixesOf(seen.result), around) };
const jobs: readonly Job[] = [move, carry, advance, explain, setRule, fix];

/** What people entered and decided, and which row is which. */
function entered({ entries, lists }: CheckReport) {
  const cells = lists.map((list) => {
    const { values } = entries.lists[list.key]!;
    return list.columns.filter(({ role }) => role === 'entry' || role === 'identity').map(({ key }) => (values[key] ?? []).map((value) => value ?? ''));
  });
  return { cells, explanations: entries.explanations, ruleSettings: entries.ruleSettings, asOf: entries.asOf };
}

async function start(model = stage) {
  const port = createMemoryPort(model);
  const seen = await judgeNow(port);
  return { port, seen, before: entered(seen) };
}

/** What the job leads to where nothing befalls it. */
async function outcome({ run }: Job) {
  const { port, seen } = await start();
  await run(port, seen);
  return entered(await judgeNow(port));
}

/** New 行标识 differ from run to run. */
const withoutIdentities = ({ cells, ...rest }: ReturnType<typeof entered>) => ({ ...rest, cells: cells.map((list) => list.slice(0, -1)) });

async function strike(job: Job, mishap: Mishap) {
  const { port, seen, before } = await start();
  const faulty = faultyPort(port, mishap);
  const cause: unknown = await job.run(faulty, seen).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { port, seen, before, cause, struck: faulty.struck() };
}

describe.each(jobs)('$name', (job) => {
  it('leaves what was entered as it was, wherever Excel fails', async () => {
    const whole = await strike(job, { kind: 'lost' });
    const mishaps: Mishap[] = [...whole.struck.keys()].map((after) => ({ kind: 'cut', after }));
    for (const mishap of [...mishaps.filter((_, at) => at < 3 || at % 7 === 0), { kind: 'lost' } as const]) {
      const { port, before, cause } = await strike(job, mishap);
      expect(cause).toBeInstanceOf(HostError);
      expect(entered(await judgeNow(port))).toEqual(before);
    }
  });

  it('is not done twice where its answer was lost and the user tries again', async () => {
    const { port, seen, cause } = await strike(job, { kind: 'lost', fault: 'unanswered' });
    expect(cause).toMatchObject({ fault: 'unanswered' });
    const done = entered(await judgeNow(port));
    expect(withoutIdentities(done)).toEqual(withoutIdentities(await outcome(job)));
    await job.run(port, seen);
    expect(entered(await judgeNow(port))).toEqual(done);
  });

  it('keeps what another author typed elsewhere between its reading and its writing', async () => {
    const { port, cause } = await strike(job, { kind: 'edited', edit: (other) => other.edit(tab5, 20, 30, [['旁注']]) });
    expect(cause).toBeNull();
    expect(findSheet(port.model(), tab5).blocks.some(({ content }) => content.flat().includes('旁注'))).toBe(true);
    expect(withoutIdentities(entered(await judgeNow(port)))).toEqual(withoutIdentities(await outcome(job)));
  });

  it('is refused while a backup waits for 恢复', async () => {
    const { port, seen } = await start();
    await generateWorkbook(faultyPort(port, { kind: 'cut', after: 3 }), { plan, scope: unitScope }, around).catch(() => null);
    expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: true });
    const before = port.model();
    expect(await refusal(job.run(port, seen))).toContain('请先点“恢复”');
    expect(port.model()).toBe(before);
  });
});

describe('another author who is quicker', () => {
  it('keeps the cell that 推进 was to write, and the user is told that the row was changed', async () => {
    const { seen } = await start();
    const { firstRow, at } = seen.entries.lists['8']!;
    const type = (other: MemoryPort) => other.edit('8 问题困难交办', firstRow, at['department']!, [['县水利局']]);
    const { port, cause, before } = await strike(advance, { kind: 'edited', edit: type });
    expect(cause).toMatchObject({ sentence: expect.stringContaining('在查看之后有改动') as unknown });
    const now = await judgeNow(port);
    expect(rowOf(now, '8', 0)).toMatchObject({ department: '县水利局', problemState: '发现', assignedOn: null });
    expect(entered(now).explanations).toEqual(before.explanations);
  });

  it('keeps the value in a cell that 修正 was to mend, which is reported as skipped', async () => {
    const { seen } = await start();
    const { firstRow, at } = seen.entries.lists['5']!;
    const { port, cause } = await strike(fix, { kind: 'edited', edit: (other) => other.edit(tab5, firstRow + 1, at['startState']!, [['已开工']]) });
    expect(cause).toBeNull();
    expect(rowOf(await judgeNow(port), '5', 1)['startState']).toBe('已开工');
  });

  it('inserts a row while 校验 is at work: every row keeps its own 行标识', async () => {
    const { port, seen } = await start();
    const { firstRow, at } = seen.entries.lists['5']!;
    // A row without 行标识, so that the check writes that column.
    port.edit(tab5, firstRow + 2, at['identity']!, [[null]]);
    enter(port, seen, '5', 2, base);
    const pairs = (report: CheckReport) => (report.entries.lists['5']!.values['projectName'] ?? []).map((name, row) => [name, report.entries.lists['5']!.values['identity']![row]]).filter(([name, id]) => name !== null && id !== null);
    const before = pairs(await judgeNow(port));
    let model: WorkbookModel | null = null;
    const inserting: WorkbookPort = {
      ...port,
      read: (options) => (model === null ? port.read(options) : Promise.resolve(contentOf(model))),
      async apply(changes, options) {
        if (model !== null) {
          const next = createMemoryPort(model);
          await next.apply(changes, options);
          model = next.model();
          return;
        }
        model = insertRows(port.model(), tab5, firstRow, 1);
        const next = createMemoryPort(model);
        await faultyPort(next, { kind: 'edited', edit: () => {} })
          .apply(changes, options)
          .finally(() => (model = next.model()));
      },
    };
    await checkWorkbook(inserting, [plan], around);
    const after = pairs(await judgeNow(createMemoryPort(model!)));
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('writes beside 汇总 while it is laid anew: the note stays where it is', async () => {
    const { port } = await start();
    const noted = faultyPort(port, { kind: 'edited', edit: (other) => other.edit('汇总', 150, 3, [['核对过']]) });
    await recalculateSummary(noted, [plan], around);
    expect(contentOf(port.model()).sheets.find(({ name }) => name === '汇总')!.values.flat()).toContain('核对过');
    // And what was noted before is kept by the next one.
    await recalculateSummary(port, [plan], around);
    expect(contentOf(port.model()).sheets.find(({ name }) => name === '汇总')!.values.flat()).toContain('核对过');
  });

  it('fills in a row while everything is laid anew, time after time: nothing of it is lost', async () => {
    const { port, seen } = await start();
    const { firstRow, at } = seen.entries.lists['6']!;
    const type = (other: MemoryPort, time: number) => other.edit('6 已开工未入统项目', firstRow + time, at['projectName']!, [[`新项目${time}`]]);
    await generateWorkbook(faultyPort(port, { kind: 'edited', edit: type, times: 3 }), { plan, scope: unitScope }, around);
    const names = (await judgeNow(port)).entries.lists['6']!.values['projectName'];
    expect(names).toEqual(expect.arrayContaining(['新项目1', '新项目2', '新项目3']));
    expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: false });
  });

  it('makes a job give up after three times, with everything as the other author left it', async () => {
    const { seen } = await start();
    const { firstRow, at } = seen.entries.lists['5']!;
    const type = (other: MemoryPort, time: number) => other.edit(tab5, firstRow, at['mark']!, [[`第${time}次`]]);
    const { port, cause } = await strike(move, { kind: 'edited', edit: type, times: 9 });
    expect(cause).toBeInstanceOf(EditedMeanwhileError);
    expect(rowOf(await judgeNow(port), '5', 0)).toMatchObject({ startState: '未开工', mark: '第3次' });
  });
});

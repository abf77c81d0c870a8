import { changeAsOf } from '../../src/job/change-as-of';
import { recalculateSummary } from '../../src/job/check';
import { applyFixes } from '../../src/job/fix';
import { generateWorkbook, restoreBackup } from '../../src/job/generate';
import { inspectWorkbook } from '../../src/job/inspect';
import { dropJournal, journalState, readJournal } from '../../src/job/journal';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { moveProjects } from '../../src/job/move-project';
import { HostError, type WorkbookPort } from '../../src/job/port';
import type { CheckReport } from '../../src/job/report';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { fixesOf } from '../../src/rule/fix';
import { asOfCell, dataColumns } from '../../src/sheet/build-data';
import { contentOf } from '../../src/sheet/content-of';
import { hiddenSheet } from '../../src/sheet/hidden-sheet';
import type { WorkbookModel } from '../../src/sheet/model';
import { base, enter, judgeNow, moveOf, refusal, rowOf, startTold, waitingStart } from './dispatch-scene';
import { faultyPort } from './faulty-port';
import { deleteSheet, findSheet, insertRows, renameSheet, withSheet } from './mishap';
import { tab5, unitScope, unitStage } from './unit-stage';
import { makeSurroundings } from './workbook';

// Workbooks are generated, judged and mended here, on machines that do more than that.
jest.setTimeout(60_000);

const around = makeSurroundings();

/** A unit's workbook with a project that can move on, and one with three mistakes that 修正 mends. */
let stage: WorkbookModel;
beforeAll(async () => {
  stage = await unitStage((port, report) => {
    enter(port, report, '5', 0, waitingStart);
    enter(port, report, '5', 1, { ...base, phone: '139 1234 5678', totalInvestment: '3200', startState: ' 未开工' });
  });
});

const mended = ['phone', 'totalInvestment', 'startState'] as const;
const mendedOf = (report: CheckReport, row = 1) => mended.map((key) => rowOf(report, '5', row)[key]);
const asOf = toSerial('2023-12-25');
const restore = (port: MemoryPort) => restoreBackup(port, [plan], around);

type Job = (port: Parameters<typeof applyFixes>[0], seen: CheckReport) => Promise<unknown>;
const fix: Job = (port, seen) => applyFixes(port, seen, fixesOf(seen.result), around);
const move: Job = (port, seen) => moveProjects(port, seen, [{ move: moveOf(seen), answers: startTold }], around);

/** The workbook as Excel leaves it that is gone for good after so many changes of the job's first write. */
async function goneAfter(job: Job, after: number, model = stage) {
  const port = createMemoryPort(model);
  const seen = await judgeNow(port);
  const faulty = faultyPort(port, { kind: 'cut', after, fault: 'unavailable' });
  await job(faulty, seen).catch(() => null);
  return { port, seen, struck: faulty.struck() };
}

const setDay: Job = (port) => changeAsOf(port, [plan], toSerial('2023-12-31'), around);
const recalculate: Job = (port) => recalculateSummary(port, [plan], around);

const enteredOf = ({ entries, lists }: CheckReport) =>
  lists.map(({ key, columns }) => columns.filter(({ role }) => role === 'entry').map((column) => (entries.lists[key]!.values[column.key] ?? []).map((value) => value ?? '')));

/** A port over one in memory that carries out so many changes in all, and is gone then. */
function countSteps(port: MemoryPort, most = Infinity) {
  let steps = 0;
  const counting: WorkbookPort = {
    ...port,
    apply: async (changes, options) => {
      const left = most - steps;
      steps += changes.length;
      await port.apply(changes.slice(0, left), options);
      if (left < changes.length) throw new HostError('unavailable', 'staged');
    },
  };
  return { port: counting, count: () => steps };
}

describe.each([
  ['修正', fix],
  ['流转', move],
  ['统计截止日', setDay],
])('%s that Excel does not live to finish', (_, job) => {
  it('is put back by 恢复 as it was, wherever it ended', async () => {
    const { struck } = await goneAfter(job, 0);
    const before = enteredOf(await judgeNow(createMemoryPort(stage)));
    // The last change takes the journal away.
    for (let after = 1; after < struck.length; after += Math.ceil(struck.length / 6)) {
      const { port } = await goneAfter(job, after);
      expect(await inspectWorkbook(port, [plan])).toMatchObject({ kind: 'ours', hasBackup: true });
      await restore(port);
      const now = await judgeNow(port);
      expect(enteredOf(now)).toEqual(before);
      expect([now.entries.asOf, (await port.read()).sheets.find(({ name }) => name === '_数据')!.values[asOfCell(0).row]![asOfCell(0).column]]).toEqual([asOf, String(asOf)]);
      expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: false });
    }
  });

  it('leaves no journal where it is done, nor where it fails and is put back', async () => {
    const port = createMemoryPort(stage);
    await job(port, await judgeNow(port));
    expect(journalState(await port.read())).toBe('none');
    const failed = createMemoryPort(stage);
    await expect(job(faultyPort(failed, { kind: 'cut', after: 4, fault: 'busy' }), await judgeNow(failed))).rejects.toThrow();
    expect(journalState(await failed.read())).toBe('none');
  });
});

describe('恢复 of some cells', () => {
  /** 修正 with all of its cells written but the last. */
  async function cutFix() {
    const whole = await goneAfter(fix, 0);
    const writes = whole.struck.flatMap((change, at) => (change.kind === 'writeCells' && change.sheet === tab5 ? [at] : []));
    return goneAfter(fix, writes.at(-1)!);
  }

  it('keeps a cell that somebody has edited since, and says so', async () => {
    const { port, seen } = await cutFix();
    const { firstRow, at } = seen.entries.lists['5']!;
    const [was, is] = [mendedOf(seen), mendedOf(await judgeNow(port))];
    const changed = mended.filter((_, each) => was[each] !== is[each]);
    expect(changed.length).toBeGreaterThan(1);
    port.edit(tab5, firstRow + 1, at[changed[0]!]!, [['县水利局']]);
    expect(await restore(port)).toMatchObject({ edited: 1, kept: { '5': changed.length - 1 } });
    const now = rowOf(await judgeNow(port), '5', 1);
    expect(now[changed[0]!]).toBe('县水利局');
    expect(now[changed[1]!]).toBe(rowOf(seen, '5', 1)[changed[1]!]);
  });

  it('finds its rows where others were put above them and the sheet was renamed', async () => {
    const { port, seen } = await cutFix();
    const moved = createMemoryPort(renameSheet(insertRows(port.model(), tab5, seen.entries.lists['5']!.firstRow, 2), tab5, '五'));
    await restore(moved);
    expect(mendedOf(await judgeNow(moved), 3)).toEqual(mendedOf(seen));
  });

  it('comes before any other operation', async () => {
    const { port, seen } = await cutFix();
    for (const job of [fix, move, () => generateWorkbook(port, { plan, scope: unitScope }, around)]) expect(await refusal(job(port, seen))).toContain('请先点“恢复”');
  });

  it('can be broken off and done again, whatever step of it Excel ends at', async () => {
    const { port: cut, seen } = await cutFix();
    const whole = createMemoryPort(cut.model());
    const steps = countSteps(whole);
    await restoreBackup(steps.port, [plan], around);
    for (let end = 0; end < steps.count(); end += Math.ceil(steps.count() / 8)) {
      const port = createMemoryPort(cut.model());
      await expect(restoreBackup(countSteps(port, end).port, [plan], around)).rejects.toThrow();
      expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: true });
      await restore(port);
      expect(mendedOf(await judgeNow(port))).toEqual(mendedOf(seen));
      expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: false });
    }
  });

  it('is offered also where nobody’s cells were written, and lays a sheet whole that was half', async () => {
    const note = '县里的备注';
    const noted = createMemoryPort(stage);
    noted.edit('汇总', 1, 60, [[note]]);
    const whole = findSheet(noted.model(), '汇总');
    const { port } = await goneAfter(recalculate, 1, noted.model());
    // As Excel leaves it: cleared, and nothing written yet.
    const half = createMemoryPort(withSheet(port.model(), '汇总', { blocks: [], merges: [], styles: [], conditionalFormats: [], freeze: undefined, protection: undefined }));
    await restore(half);
    const held = (model: WorkbookModel) => contentOf(model).sheets.find(({ name }) => name === '汇总')!;
    const { merges, freeze, protection, styles } = findSheet(half.model(), '汇总');
    expect({ merges, freeze, protection, styles }).toEqual({ merges: whole.merges, freeze: whole.freeze, protection: whole.protection, styles: whole.styles });
    expect(held(half.model()).formulas).toEqual(held(noted.model()).formulas);
    expect(held(half.model()).values[1]![60]).toBe(note);
  });
});

describe('恢复 of a half 汇总 on which another author writes meanwhile', () => {
  it('keeps what he wrote', async () => {
    const { port } = await goneAfter(recalculate, 1);
    await restoreBackup(faultyPort(port, { kind: 'edited', edit: (other) => other.edit('汇总', 1, 60, [['同时写的']]) }), [plan], around);
    expect(findSheet(port.model(), '汇总').blocks.flatMap(({ content }) => content.flat())).toContain('同时写的');
    expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: false });
  });
});

describe('恢复 of a half 汇总 where somebody has deleted a list since', () => {
  it('lays the list with it: Excel takes no formula that names a table that is gone', async () => {
    const { port } = await goneAfter(recalculate, 1);
    const half = createMemoryPort(deleteSheet(withSheet(port.model(), '汇总', { blocks: [], merges: [], styles: [] }), tab5));
    const faulty = faultyPort(createMemoryPort(half.model()), { kind: 'lost' });
    await restoreBackup(faulty, [plan], around).catch(() => null);
    expect(faulty.struck().flatMap((change) => (change.kind === 'laySheet' ? [change.sheet.name] : []))).toEqual([tab5, '汇总']);
    await restore(half);
    expect(half.model().sheets.map(({ name }) => name).sort()).toEqual(port.model().sheets.map(({ name }) => name).sort());
  });
});

describe('恢复 where a list is gone that the write had nothing to do with', () => {
  it('lays it with the rest, and takes its own journal for nobody’s edit', async () => {
    const { port } = await goneAfter(setDay, 2);
    const under = createMemoryPort(deleteSheet(port.model(), tab5));
    const careful = faultyPort(under, { kind: 'edited', edit: () => {}, times: Infinity });
    const faults: unknown[] = [];
    const told: WorkbookPort = { ...careful, apply: (...call) => careful.apply(...call).catch((cause: unknown) => (faults.push(cause), Promise.reject(cause as Error))) };
    await restoreBackup(told, [plan], around);
    expect(faults).toEqual([]);
    expect(await inspectWorkbook(under, [plan])).toMatchObject({ hasBackup: false });
    expect((await judgeNow(under)).entries).toMatchObject({ asOf, findings: [] });
  });
});

describe('a write where a backup was cut before', () => {
  it('begins with its journal all the same: nothing is open yet when that stands', async () => {
    const port = createMemoryPort(stage);
    await port.apply([{ kind: 'laySheet', sheet: hiddenSheet('_备份', [{ row: 0, column: 0, content: [['|4000']] }]), after: null }]);
    const { struck } = await goneAfter(fix, 0, port.model());
    expect(struck[0]).toMatchObject({ kind: 'writeCells', sheet: '_数据', column: dataColumns.journal });
    expect(struck.at(-1)).toEqual({ kind: 'removeSheet', sheet: '_备份' });
  });
});

describe('a journal that is of no use', () => {
  const journal = (port: MemoryPort, lines: readonly string[]) => port.edit('_数据', 1, dataColumns.journal, lines.map((line) => [line]));

  it('bars nobody where only a part of it was written, and goes with the next write', async () => {
    const port = createMemoryPort(stage);
    journal(port, ['|400', '|[["5 未']);
    expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: false });
    await fix(port, await judgeNow(port));
    expect(journalState(await port.read())).toBe('none');
  });

  it('is told where somebody else wrote it', async () => {
    const port = createMemoryPort(stage);
    journal(port, ['|3', '|{a}']);
    await expect(restore(port)).rejects.toThrow(/无法识别/);
    const content = await port.read();
    expect(() => readJournal(content)).toThrow(/无法识别/);
    await port.apply(dropJournal(content));
    expect(readJournal(await port.read())).toEqual({ cells: [], laid: [], sheetNames: {} });
  });
});

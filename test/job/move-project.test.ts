import { openBook } from '../../src/dispatch/move-book';
import { listMoves } from '../../src/dispatch/move-list';
import { checkWorkbook, judgeWorkbook, rejudge } from '../../src/job/check';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { mergeFiles } from '../../src/job/merge';
import { moveProjects } from '../../src/job/move-project';
import { HostError, type WorkbookPort } from '../../src/job/port';
import { previewMerge } from '../../src/job/preview-merge';
import type { CheckReport } from '../../src/job/report';
import { takeBack } from '../../src/job/undo';
import type { Value } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { contentOf } from '../../src/sheet/content-of';
import type { WorkbookModel } from '../../src/sheet/model';
import { cityOffice, opened, readKnown, returned, rowOf as rowOfProject, split, type as typeInto } from './exchange-office';
import { base, enter, moveOf, refusal, rowOf, startTold, waitingStart, type Cells } from './dispatch-scene';
import { makeSurroundings, newWorkbook } from './workbook';

// Workbooks are generated, judged and marked here, on machines that do more than that.
jest.setTimeout(30_000);

const around = makeSurroundings();
const asOf = toSerial('2023-12-25');
const day = toSerial;

/** A unit's workbook as issued, with its first project of list 5 filled in, checked. */
let issued: WorkbookModel;
/** The same of the city. */
let city: WorkbookModel;
beforeAll(async () => {
  for (const scope of [{ kind: 'unit', unit: 'lingchuan' }, { kind: 'city' }] as const) {
    const port = await newWorkbook({ scope, asOf });
    const report = await judgeWorkbook(port, [plan], around);
    enter(port, report, '5', 0, waitingStart);
    await checkWorkbook(port, [plan], around);
    if (scope.kind === 'unit') issued = port.model();
    else city = port.model();
  }
});

async function start(model = issued) {
  const port = createMemoryPort(model);
  return { port, report: await judgeWorkbook(port, [plan], around) };
}

const rowOfName = (report: CheckReport, list: string, name: Value) => report.entries.lists[list]!.values['projectName']!.indexOf(name);

describe('流转', () => {
  it.each([
    ['of a unit', () => issued],
    ['of the city', () => city],
  ])('moves a project on in the workbook %s, with its identity, formulas and marks, in one read and one write', async (_, model) => {
    const { port, report } = await start(model());
    const move = moveOf(report);
    let reads = 0;
    let writes = 0;
    const counting: WorkbookPort = {
      ...port,
      read: (options) => ((reads += 1), port.read(options)),
      apply: (changes, options) => ((writes += 1), port.apply(changes, options)),
    };
    const { report: after, count, place } = await moveProjects(counting, report, [{ move, answers: startTold }], around);
    expect([count, reads, writes]).toEqual([1, 1, 1]);
    const at = rowOfName(after, '6', move.name);
    const { sheetName, firstRow } = after.entries.lists['6']!;
    expect(place).toMatchObject({ sheet: sheetName, row: firstRow + at });
    expect(rowOf(after, '5', move.from.rowIndex)).toMatchObject({ startState: '已开工', actualStart: startTold['actualStart'] });
    expect(rowOf(after, '6', at)).toMatchObject({ ...base, ...startTold, unit: rowOf(report, '5', move.from.rowIndex)['unit'], statisticsState: '未报', index: at + 1 });
    expect(String(rowOf(after, '6', at)['identity'])).toBe(move.from.identity.replace('5-', '6-'));
    // What the pane is told is what the workbook says, and marks are as a check would write them.
    const reread = await judgeWorkbook(port, [plan], around);
    expect(reread.result).toEqual(after.result);
    const marked = createMemoryPort(port.model());
    await checkWorkbook(marked, [plan], around);
    const marks = (of: MemoryPort) => contentOf(of.model()).sheets.filter(({ name }) => name === sheetName);
    expect(marks(marked)).toEqual(marks(port));
    expect(after.result.counts.error).toBeLessThanOrEqual(report.result.counts.error);
  });

  it('adds nothing for a second click, and leads to the row', async () => {
    const { port, report } = await start();
    const request = { move: moveOf(report), answers: startTold };
    const first = await moveProjects(port, report, [request], around);
    const second = await moveProjects(port, report, [request], around);
    expect(second.count).toBe(0);
    expect(second.place).toEqual(first.place);
    expect(second.report.entries.lists['6']!.values['projectName']).toEqual(first.report.entries.lists['6']!.values['projectName']);
  });

  it('goes on from 已开工未入统 to 已入统, and tells list 5', async () => {
    const { port, report } = await start();
    const first = await moveProjects(port, report, [{ move: moveOf(report), answers: startTold }], around);
    const { report: after } = await moveProjects(port, first.report, [{ move: moveOf(first.report, 'register'), answers: { statisticsOn: day('2023-12-22') } }], around);
    expect(rowOf(after, '6', rowOfName(after, '6', moveOf(report).name))).toMatchObject({ statisticsState: '已入统', statisticsOn: day('2023-12-22') });
    expect(rowOf(after, '5', 0)['statisticsOn']).toBe(day('2023-12-22'));
  });

  it('makes a full table longer, with its dropdowns and formulas', async () => {
    const { port, report } = await start();
    const { rowCount, sheetName, firstRow, at } = report.entries.lists['6']!;
    port.edit(sheetName, firstRow + rowCount - 1, at['remark']!, [['占用']]);
    const full = await judgeWorkbook(port, [plan], around);
    const { report: after } = await moveProjects(port, full, [{ move: moveOf(full), answers: startTold }], around);
    expect(after.entries.lists['6']!.rowCount).toBe(rowCount + 1);
    const reread = await judgeWorkbook(port, [plan], around);
    expect(reread.result).toEqual(after.result);
    const sheet = port.model().sheets.find(({ name }) => name === sheetName)!;
    const last = firstRow + rowCount;
    expect(sheet.validations.some(({ area, rule }) => rule.kind === 'list' && area.row + area.rows > last && area.column === at['statisticsState'])).toBe(true);
    expect(reread.entries.lists['6']!.formulas['index']![rowCount]).toMatch(/^=/);
    expect(reread.entries.lists['6']!.formulas['unit']![rowCount]).toMatch(/^=/);
  });

  it('refuses where the table is full and something stands below it', async () => {
    const { port, report } = await start();
    const { rowCount, sheetName, firstRow, at } = report.entries.lists['6']!;
    port.edit(sheetName, firstRow + rowCount - 1, at['remark']!, [['占用']]);
    port.edit(sheetName, firstRow + rowCount, at['remark']!, [['表外的话']]);
    const full = await judgeWorkbook(port, [plan], around);
    const before = port.model();
    expect(await refusal(moveProjects(port, full, [{ move: moveOf(full), answers: startTold }], around))).toContain(`《6 已开工未入统项目》的表已经填满，第 ${firstRow + rowCount + 1} 行`);
    expect(port.model()).toBe(before);
  });

  it.each<[string, Cells, string]>([
    ['an answer is missing', { ...startTold, actualStart: null }, '“实际开工日期”没有填写或填法不对'],
    ['the start would be after 统计截止日', { ...startTold, actualStart: day('2023-12-28') }, '实际开工日期'],
  ])('refuses where %s, and writes nothing', async (_, answers, said) => {
    const { port, report } = await start();
    const before = port.model();
    expect(await refusal(moveProjects(port, report, [{ move: moveOf(report), answers }], around))).toContain(said);
    expect(port.model()).toBe(before);
  });

  it('refuses where the row says something else by now, and takes it once the user has seen that', async () => {
    const { port, report } = await start();
    const move = moveOf(report);
    enter(port, report, '5', move.from.rowIndex, { phone: '13912345679' });
    const before = port.model();
    expect(await refusal(moveProjects(port, report, [{ move, answers: startTold }], around))).toContain('在查看之后又有改动');
    expect(port.model()).toBe(before);
    const seen = await rejudge(port, report, [{ sheet: report.entries.lists['5']!.sheetName, area: null, remote: false }], around);
    const { report: after } = await moveProjects(port, seen, [{ move: moveOf(seen), answers: startTold }], around);
    expect(rowOf(after, '6', rowOfName(after, '6', move.name))['phone']).toBe('13912345679');
  });

  it('moves several at once or none', async () => {
    const { port, report } = await start(city);
    enter(port, report, '5', 1, waitingStart);
    const seen = await judgeWorkbook(port, [plan], around);
    const moves = listMoves(openBook(seen.entries, plan, seen.lists)).moves.filter(({ kind, missing }) => kind === 'start' && missing.length === 0);
    expect(moves).toHaveLength(2);
    const before = port.model();
    const [first, second] = moves;
    const late = { ...startTold, actualStart: day('2024-01-05') };
    await refusal(moveProjects(port, seen, [{ move: first!, answers: startTold }, { move: second!, answers: late }], around));
    expect(port.model()).toBe(before);
    const { count, report: after } = await moveProjects(port, seen, moves.map((move) => ({ move, answers: startTold })), around);
    expect(count).toBe(2);
    for (const { name } of moves) expect(rowOfName(after, '6', name)).toBeGreaterThanOrEqual(0);
  });

  it('leaves the workbook as it was where Excel refuses the write', async () => {
    const { port, report } = await start();
    const before = port.model();
    const failing: WorkbookPort = { ...port, apply: () => Promise.reject(new HostError('editMode', 'staged')) };
    await expect(moveProjects(failing, report, [{ move: moveOf(report), answers: startTold }], around)).rejects.toBeInstanceOf(HostError);
    expect(port.model()).toBe(before);
  });
});

describe('撤销本次流转', () => {
  it('puts back what stood there, once', async () => {
    const { port, report } = await start();
    const result = await moveProjects(port, report, [{ move: moveOf(report), answers: startTold }], around);
    const after = await takeBack(port, result.report, result, around);
    for (const list of ['5', '6']) expect(after.entries.lists[list]!.values).toEqual({ ...report.entries.lists[list]!.values, mark: after.entries.lists[list]!.values['mark'] });
    expect(after.result.counts).toEqual(report.result.counts);
    expect(await refusal(takeBack(port, after, result, around))).toContain('已经撤销过');
  });
  it('is refused once somebody went on in the new row', async () => {
    const { port, report } = await start();
    const result = await moveProjects(port, report, [{ move: moveOf(report), answers: startTold }], around);
    const at = rowOfName(result.report, '6', moveOf(report).name);
    enter(port, result.report, '6', at, { remark: '已补充' });
    const before = port.model();
    expect(await refusal(takeBack(port, result.report, result, around))).toContain('在那之后又有改动');
    expect(port.model()).toBe(before);
  });
});

describe('a workbook that travels', () => {
  const told = { ...startTold, actualStart: day('2023-11-25') };
  const moveIn = async (port: MemoryPort) => {
    const report = await judgeWorkbook(port, [plan], around);
    return moveProjects(port, report, [{ move: moveOf(report), answers: told }], around);
  };
  const merge = async (to: MemoryPort, file: MemoryPort, decisions = {}) => {
    const preview = await previewMerge(to, [returned(file.model(), '泽州.xlsx')], [plan], around);
    await mergeFiles(to, preview, decisions, around);
    return preview;
  };

  it('keeps the tie through sending out and merging: the city gets the row once, and knows that it has moved', async () => {
    const office = await cityOffice();
    await typeInto(office, '5', await rowOfProject(office, '5', '甲项目'), { plannedStart: day('2023-12-15'), notStartedReason: '土地手续', startState: '未开工', phone: '13800000001' });
    const unit = opened(await split(office, ['zezhou']), 'zezhou');
    await moveIn(unit);
    await merge(office, unit);
    await merge(office, unit);
    const { values } = (await readKnown(office)).reading.entries.lists['6']!;
    expect(values['projectName']!.filter((name) => name === '甲项目')).toHaveLength(1);
    const [from, to] = await Promise.all(['5', '6'].map(async (list) => (await readKnown(office)).reading.entries.lists[list]!.values['identity']![await rowOfProject(office, list, '甲项目')]));
    expect(String(to)).toBe(String(from).replace('5-', '6-'));
    // Renamed on one list since, it is still the same project.
    await typeInto(office, '6', await rowOfProject(office, '6', '甲项目'), { projectName: '甲项目（扩建）', projectCode: null });
    const report = await judgeWorkbook(office, [plan], around);
    const { moves, moved } = listMoves(openBook(report.entries, plan, report.lists));
    expect(moves.filter(({ kind, name }) => kind === 'start' && name === '甲项目')).toEqual([]);
    expect(moved.find(({ kind, from: { identity } }) => kind === 'start' && identity === from)).toMatchObject({ to: { identity: to } });
  });

  it('has one row where city and unit have both moved the project', async () => {
    const office = await cityOffice();
    await typeInto(office, '5', await rowOfProject(office, '5', '甲项目'), { plannedStart: day('2023-12-15'), notStartedReason: '土地手续', startState: '未开工' });
    const unit = opened(await split(office, ['zezhou']), 'zezhou');
    await moveIn(unit);
    await moveIn(office);
    const preview = await merge(office, unit);
    expect(preview.proposals[0]!.lists.flatMap(({ added }) => added)).toEqual([]);
    const { values } = (await readKnown(office)).reading.entries.lists['6']!;
    expect(values['projectName']!.filter((name) => name === '甲项目')).toHaveLength(1);
  });
});

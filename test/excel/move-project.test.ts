import { carryFor } from '../../src/dispatch/carry';
import { openBook as openMoves } from '../../src/dispatch/move-book';
import { listMoves } from '../../src/dispatch/move-list';
import { carryIn } from '../../src/job/carry-in';
import { judgeWorkbook } from '../../src/job/check';
import { moveProjects } from '../../src/job/move-project';
import { takeBack } from '../../src/job/undo';
import type { WorkbookPort } from '../../src/job/port';
import type { Value } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { makeSurroundings, newWorkbook } from '../job/workbook';
import { openBook } from './open-book';

jest.setTimeout(120_000);

const day = toSerial;
// A text that Excel would take for a formula, and one for a date.
const base = { developer: '=陵川县公安局', totalInvestment: 3200, responsibleUnit: '1-2', responsiblePerson: '王某', phone: '03566222222' };
const told = { actualStart: day('2023-12-18'), statisticsReason: '未签施工合同', plannedStatisticsMonth: day('2023-12-01') };

/** A full list 6, so that its table has to grow, and one project of list 5 that can move on. */
async function prepare() {
  const memory = await newWorkbook({ scope: { kind: 'unit', unit: 'lingchuan' }, asOf: day('2023-12-25') });
  const { entries } = await judgeWorkbook(memory, [plan], makeSurroundings());
  const enter = (list: string, row: number, cells: Readonly<Record<string, Value>>) => {
    const { sheetName, firstRow, at } = entries.lists[list]!;
    for (const [column, value] of Object.entries(cells)) memory.edit(sheetName, firstRow + row, at[column]!, [[value]]);
  };
  enter('5', 0, { ...base, plannedStart: day('2023-12-15'), notStartedReason: '土地手续', startState: '未开工' });
  enter('6', entries.lists['6']!.rowCount - 1, { remark: '占用' });
  enter('7', entries.lists['7']!.rowCount - 1, { projectName: entries.lists['5']!.values['projectName']![0]! });
  return memory;
}

/** 流转, 撤销, 流转 again and 自动带入, and what is in the workbook after each. */
async function work(port: WorkbookPort) {
  const around = makeSurroundings(3);
  const first = await judgeWorkbook(port, [plan], around);
  const { moves } = listMoves(openMoves(first.entries, plan, first.lists));
  const request = { move: moves.find(({ kind }) => kind === 'start')!, answers: told };
  const moved = await moveProjects(port, first, [request], around);
  const back = await takeBack(port, moved.report, moved, around);
  const again = await moveProjects(port, back, [request], around);
  const { entries, lists } = again.report;
  const carry = carryFor(openMoves(entries, plan, lists), '7', entries.lists['7']!.rowCount - 1)!;
  const carried = await carryIn(port, again.report, [{ carry, chosen: {} }], around);
  return { states: [moved.report, back, again.report, carried.report], request };
}

test('流转, 撤销 and 自动带入 leave in Excel what they leave in memory, in few round trips', async () => {
  const memory = await prepare();
  const { host, port } = await openBook(memory.model());
  const expected = await work(memory);
  host.resetStatistics();
  const { states, request } = await work(port);
  const { syncs, requestBytes, responseBytes } = host.statistics;
  // One read, and four times a read and a write.
  expect(syncs).toBeLessThanOrEqual(2 + 4 * 4 + Math.floor((requestBytes + responseBytes) / 2_000_000));
  for (const [at, { result, entries }] of states.entries()) {
    expect(result).toEqual(expected.states[at]!.result);
    expect(entries.lists).toEqual(expected.states[at]!.entries.lists);
  }
  // What was told is what stands there.
  const reread = await judgeWorkbook(port, [plan], makeSurroundings());
  const last = states.at(-1)!;
  expect(reread.result).toEqual(last.result);
  for (const key of ['5', '6', '7']) {
    const { mark: marks, ...values } = reread.entries.lists[key]!.values;
    expect(values).toEqual({ ...last.entries.lists[key]!.values, mark: undefined });
    expect(marks!.length).toBe(values['identity']!.length);
  }
  const six = reread.entries.lists['6']!;
  const row = six.rowCount - 1;
  expect(Object.fromEntries(Object.entries(six.values).map(([key, cells]) => [key, cells[row]]))).toMatchObject({ ...base, ...told, unit: '陵川县', identity: request.move.from.identity === '' ? expect.stringMatching(/^6-/) : request.move.from.identity.replace('5-', '6-') });
  expect(six.formulas['unit']![row]).toMatch(/^=/);
});

import type { Move, MoveKind } from '../../src/dispatch/move';
import { openBook } from '../../src/dispatch/move-book';
import { listMoves } from '../../src/dispatch/move-list';
import { judgeWorkbook } from '../../src/job/check';
import type { MemoryPort } from '../../src/job/memory-port';
import type { CheckReport } from '../../src/job/report';
import { WorkbookError } from '../../src/job/workbook-error';
import type { Value } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { makeSurroundings } from './workbook';

/** Projects and problems as tests of 流转, 自动带入 and 推进 fill them in. */

export type Cells = Readonly<Record<string, Value>>;

export const base: Cells = {
  developer: '陵川县公安局',
  totalInvestment: 3200,
  responsibleUnit: '陵川县公安局',
  responsiblePerson: '王某',
  phone: '13912345678',
};
export const waitingStart: Cells = { ...base, plannedStart: toSerial('2023-12-15'), notStartedReason: '土地手续', startState: '未开工' };
export const startTold: Cells = { actualStart: toSerial('2023-12-18'), statisticsReason: '未签施工合同', plannedStatisticsMonth: toSerial('2023-12-01') };

export const foundProblem: Cells = {
  problemNumber: 'LC-001',
  projectName: '高标准农田建设',
  description: '占用林地手续没有办结',
  problemKind: '用地',
  grade: '一般',
  authority: '县级',
  problemSource: '问题大起底',
  foundOn: toSerial('2023-12-01'),
  supervised13710: '否',
  problemState: '发现',
};
export const handing: Cells = {
  assignedOn: toSerial('2023-12-04'),
  department: '县林业局',
  deputy: '张某',
  section: '资源股',
  person: '李某',
  deadline: toSerial('2024-01-31'),
};

export const judgeNow = (port: MemoryPort): Promise<CheckReport> => judgeWorkbook(port, [plan], makeSurroundings());

export function enter(port: MemoryPort, report: CheckReport, list: string, row: number, cells: Cells): void {
  const { sheetName, firstRow, at } = report.entries.lists[list]!;
  for (const [column, value] of Object.entries(cells)) port.edit(sheetName, firstRow + row, at[column]!, [[value]]);
}

export function moveOf(report: CheckReport, kind: MoveKind = 'start'): Move {
  const found = listMoves(openBook(report.entries, plan, report.lists)).moves.find((move) => move.kind === kind && move.missing.length === 0);
  if (!found) throw new Error(`nothing for ${kind}`);
  return found;
}

export const rowOf = ({ entries }: CheckReport, list: string, row: number): Cells =>
  Object.fromEntries(Object.entries(entries.lists[list]!.values).map(([key, values]) => [key, values[row] ?? null]));

/** The sentence with which a job is refused. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  const cause: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(cause instanceof WorkbookError)) throw new Error('not refused', { cause });
  return cause.sentence;
}

import { agreedCells, carryFor, type Carry } from '../dispatch/carry';
import type { Cells } from '../dispatch/move';
import { openBook } from '../dispatch/move-book';
import type { Value } from '../list/list';
import { listOf } from '../list/registry';
import type { Issue } from '../rule/issue';
import { carryWords, moveJobTexts } from '../text/dispatch-move';
import type { Surroundings } from './clock';
import type { KnownWorkbook } from './known-workbook';
import type { JobOptions, WorkbookPort } from './port';
import type { CheckReport } from './report';
import type { RowChange } from './row-draft';
import { rememberUndoable } from './undoable';
import { WorkbookError } from './workbook-error';
import { findWrittenRow } from './seen-row';
import { findRow, writeRows } from './write-rows';

/** A row as the user saw it, and what he chose where sources differ (by column key). */
export interface CarryRequest {
  readonly carry: Carry;
  readonly chosen: Cells;
}

/** What 自动带入 did. */
export interface CarryResult {
  readonly report: CheckReport;
  readonly rows: number;
  readonly cells: number;
}

/**
 * 自动带入: fills the empty cells of these rows with what other lists say of the same project. Nothing that stands in a
 * cell is written over. Throws WorkbookError, with nothing written, where a row or what was offered for it has
 * changed since the user saw it, and where the outcome would have an error that was not there before; that a row
 * once begun has still other cells to be filled in is no such error.
 */
export async function carryIn(
  port: WorkbookPort,
  report: CheckReport,
  requests: readonly CarryRequest[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<CarryResult> {
  const done = await writeRows(
    port,
    report,
    carryWords.open,
    (known) => requests.flatMap((request) => changeOf(report, known, request)),
    ({ code }: Issue) => code === 'cell/required',
    around,
    options,
  );
  const result: CarryResult = {
    report: done.report,
    rows: done.rows.length,
    cells: done.rows.reduce((sum, { after }) => sum + Object.keys(after).length, 0),
  };
  if (done.rows.length > 0) rememberUndoable(result, { kind: 'rows', rows: done.rows });
  return result;
}

/** Nothing where the row holds the cells already: they were carried in, and only the answer was lost. */
function changeOf(report: CheckReport, known: KnownWorkbook, { carry, chosen }: CarryRequest): RowChange[] {
  const { plan, reading } = known;
  const { list } = carry.row;
  const [before, after] = [report.entries.lists[list], reading.entries.lists[list]];
  const cells = cellsOf(carry, chosen);
  if (findWrittenRow(listOf(reading.lists, list), before, after, carry.row.rowIndex, cells) !== null && Object.keys(cells).length > 0) return [];
  const row = findRow(report, known, list, carry.row.rowIndex);
  const now = carryFor(openBook(reading.entries, plan, reading.lists), list, row);
  const { sheetName } = reading.entries.lists[list]!;
  if (Object.keys(cells).length === 0) throw new WorkbookError(moveJobTexts.nothingChosen(sheetName, carry.name));
  const isOffered = (column: string, value: Value) =>
    now?.cells.some((cell) => cell.column === column && cell.choices.some((choice) => choice.value === value)) ?? false;
  if (!Object.entries(cells).every(([column, value]) => isOffered(column, value))) throw new WorkbookError(moveJobTexts.changed(sheetName, carry.name));
  return [{ list, rowIndex: row, cells }];
}

function cellsOf(carry: Carry, chosen: Cells): Record<string, Value> {
  const open = carry.cells.filter(({ choices }) => choices.length > 1).map(({ column }) => column);
  const picked = Object.fromEntries(Object.entries(chosen).filter(([column]) => open.includes(column)));
  return { ...agreedCells(carry), ...picked };
}

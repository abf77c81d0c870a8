import { columnOf, completeMove, type Cells, type Move } from '../dispatch/move';
import { identityOn, openBook } from '../dispatch/move-book';
import { judgeMove } from '../dispatch/move-list';
import { listOf } from '../list/registry';
import { moveJobTexts, moveWords } from '../text/dispatch-move';
import type { Surroundings } from './clock';
import type { KnownWorkbook } from './known-workbook';
import type { JobOptions, WorkbookPort } from './port';
import type { CheckReport, Place } from './report';
import type { RowChange } from './row-draft';
import { rememberUndoable } from './undoable';
import { WorkbookError } from './workbook-error';
import { findRow, writeRows, type RowsWritten } from './write-rows';

/** A move as the user saw it, with what he told of what was asked (by column key). */
export interface MoveRequest {
  readonly move: Move;
  readonly answers: Cells;
}

/** What a move did. */
export interface MoveResult {
  readonly report: CheckReport;
  /** How many projects moved on. */
  readonly count: number;
  /** Where the last one is now. */
  readonly place: Place | null;
}

/**
 * 流转: moves projects of this report on. All or nothing, in one write. The new row has the ULID of the row it comes
 * from in its 行标识, so that the tie lasts through sorting, renaming, sending out and merging, and a second move is
 * recognised: a project that has moved on already is only led to. Throws WorkbookError, with nothing written, where
 * the rows say something else than the user saw, where an answer is missing or of the wrong kind, and where the
 * outcome would have an error that was not there before.
 */
export async function moveProjects(
  port: WorkbookPort,
  report: CheckReport,
  requests: readonly MoveRequest[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<MoveResult> {
  let earlier: Place | null = null;
  let moved: boolean[] = [];
  const done = await writeRows(
    port,
    report,
    moveWords.open,
    (now) => {
      const steps = requests.map((request) => changesOf(report, now, request));
      moved = steps.map((step) => 'changes' in step);
      for (const step of steps) if ('place' in step) earlier = step.place;
      return steps.flatMap((step) => ('changes' in step ? step.changes : []));
    },
    () => false,
    around,
    options,
  );
  const result: MoveResult = {
    report: done.report,
    count: moved.filter(Boolean).length,
    place: lastPlace(done) ?? earlier,
  };
  if (result.count > 0) rememberUndoable(result, { kind: 'rows', rows: done.rows });
  return result;
}

type Step = { readonly changes: readonly RowChange[] } | { readonly place: Place };

/** New rows come first: a project that is on both lists is found again, one that is on none is lost from sight. */
function changesOf(report: CheckReport, known: KnownWorkbook, { move, answers }: MoveRequest): Step {
  const { plan, reading } = known;
  const row = rowNow(report, known, move);
  const book = openBook(reading.entries, plan, reading.lists);
  const judgement = judgeMove(book, move.kind, row);
  const { sheetName } = reading.entries.lists[move.from.list]!;
  if (judgement === null) throw new WorkbookError(moveJobTexts.changed(sheetName, move.name));
  if ('moved' in judgement) return { place: placeAt(report, known, judgement.moved.to.list, judgement.moved.to.rowIndex) };
  const now = judgement.move;
  if (now.target) findTarget(report, known, move, now);
  const headersOf = (list: string, keys: readonly string[]) => keys.map((key) => columnOf(listOf(reading.lists, list), key).header);
  if (now.missing.length > 0) throw new WorkbookError(moveJobTexts.missing(sheetName, move.name, headersOf(move.from.list, now.missing)));
  const writes = completeMove(now, answers, reading.lists);
  if ('wrong' in writes) {
    const headers = now.asked.filter(({ column }) => writes.wrong.includes(column)).map(({ list, column }) => headersOf(list, [column])[0]!);
    throw new WorkbookError(moveJobTexts.wrongAnswers(move.name, headers));
  }
  const there: RowChange = {
    list: move.to,
    rowIndex: now.target?.rowIndex ?? null,
    identity: identityOn(move.to, now.from.identity),
    cells: writes.toCells,
  };
  const own: RowChange = { list: move.from.list, rowIndex: row, cells: writes.fromCells };
  return { changes: [...(now.adds || now.target ? [there] : []), own].filter(({ rowIndex, cells }) => rowIndex === null || Object.keys(cells).length > 0) };
}

/** A row that has moved on since, by another click or another hand, is no change to be refused. */
function rowNow(report: CheckReport, known: KnownWorkbook, move: Move): number {
  const { plan, reading } = known;
  const { list, identity } = move.from;
  const at = identity === '' ? -1 : (reading.entries.lists[list]?.values['identity'] ?? []).indexOf(identity);
  if (at >= 0) {
    const judgement = judgeMove(openBook(reading.entries, plan, reading.lists), move.kind, at);
    if (judgement !== null && 'moved' in judgement) return at;
  }
  return findRow(report, known, list, move.from.rowIndex);
}

/** What stands in the row on the other list has to be what the user saw, too. */
function findTarget(report: CheckReport, known: KnownWorkbook, move: Move, now: Move): void {
  const { sheetName } = known.reading.entries.lists[now.to]!;
  const isKnown = move.target !== null && findRow(report, known, move.to, move.target.rowIndex) === now.target?.rowIndex;
  if (!isKnown) throw new WorkbookError(moveJobTexts.changed(sheetName, move.name));
}

function placeAt(report: CheckReport, known: KnownWorkbook, list: string, row: number): Place {
  const { sheetName, firstRow, at } = known.reading.entries.lists[list] ?? report.entries.lists[list]!;
  return { sheet: sheetName, row: firstRow + row, column: at['projectName'] ?? 0 };
}

function lastPlace({ report, rows }: RowsWritten): Place | null {
  const row = rows.filter(({ isNew }) => isNew).at(-1) ?? rows.at(-1);
  if (!row) return null;
  const { sheetName, firstRow, at } = report.entries.lists[row.list]!;
  return { sheet: sheetName, row: firstRow + row.rowIndex, column: at['projectName'] ?? 0 };
}

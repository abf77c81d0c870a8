import { editsOfAdvance, judgeAdvance, type ProblemAdvance } from '../dispatch/problem-advance';
import type { ListEntries, WorkbookEntries } from '../list/entry';
import type { List } from '../list/list';
import { listOf } from '../list/registry';
import { editEntries } from '../rule/edit';
import { withCellsWritten, type CellsWritten } from '../sheet/write-content';
import { advanceTexts } from '../text/dispatch-problem';
import { sentenceOf } from '../text/issue';
import { againWhenEdited } from './again';
import { rememberWorkbook } from './check';
import type { Surroundings } from './clock';
import { giveInSteps } from './give-identities';
import { judgeReading } from './judge';
import type { KnownWorkbook } from './known-workbook';
import { remarkChanges } from './mark';
import { placeOf } from './place';
import type { JobOptions, WorkbookPort } from './port';
import { recogniseToWrite } from './recognise';
import type { CheckReport } from './report';
import { runSteps } from './run-steps';
import { writeSafely } from './safe-write';
import { findSeenRow, findWrittenRow } from './seen-row';
import { rememberUndoable } from './undoable';
import { WorkbookError } from './workbook-error';
import { writtenCells } from './written-cells';

/**
 * 推进: moves a problem of list 8 on. Reads afresh, finds the row again, judges the step by the rules, writes the few
 * cells that change together with the marks that follow, and returns the report of the workbook as it is then: one
 * read and one write. Throws WorkbookError where the row is gone or holds something else than the user saw, where a
 * column is missing, and where the rules refuse the step; then nothing was written.
 */
export async function advanceProblem(
  port: WorkbookPort,
  report: CheckReport,
  move: ProblemAdvance,
  around: Surroundings,
  options: JobOptions = {},
): Promise<CheckReport> {
  return againWhenEdited(() => advanceOnce(port, report, move, around, options));
}

async function advanceOnce(port: WorkbookPort, report: CheckReport, move: ProblemAdvance, around: Surroundings, options: JobOptions): Promise<CheckReport> {
  const { plan, lists } = report;
  const read = await recogniseToWrite(await port.read(options), [plan], around, options);
  const { known: fresh, writes: identities } = await runSteps(giveInSteps(read, around), around, options);
  const { entries } = fresh.reading;
  const seenNow = read.reading.entries;
  if (isAdvanced(report, seenNow, move)) {
    const judged = await judgeReading(read, around, options, report);
    rememberWorkbook(judged, read);
    return judged;
  }
  const now: ProblemAdvance = { ...move, row: rowNow(listOf(lists, '8'), report.entries.lists['8'], seenNow.lists['8'], move.row) };
  const edits = editsOfAdvance(now, entries.lists['8']!, plan);
  if (edits === null) throw new WorkbookError(advanceTexts.headerFirst);
  refuseWhatRulesRefuse(entries, report, now);
  const { sheetName, firstRow, at } = entries.lists['8']!;
  const cells = edits.map(({ row, column, value }): CellsWritten => ({ kind: 'writeCells', sheet: sheetName, row: firstRow + row, column: at[column]!, content: [[value]] }));
  const next: KnownWorkbook = {
    ...fresh,
    content: withCellsWritten(fresh.content, [...identities, ...cells]),
    reading: { ...fresh.reading, entries: editEntries(entries, edits) },
  };
  const judged = await judgeReading(next, around, options, report);
  await writeSafely(port, read, { entered: [...identities, ...cells], derived: remarkChanges(next, judged, around) }, around, options);
  rememberWorkbook(judged, next);
  rememberUndoable(judged, { kind: 'cells', cells: writtenCells(cells, read, next) });
  return judged;
}

function refuseWhatRulesRefuse(entries: WorkbookEntries, { plan, lists }: CheckReport, move: ProblemAdvance): void {
  const { refusals } = judgeAdvance(entries, plan, lists, move);
  const [first] = refusals;
  if (first === undefined) return;
  const locate = (issue: typeof first) => {
    const { sheet, row, column } = placeOf({ entries, lists }, issue);
    return { sheetName: sheet, row, column };
  };
  throw new WorkbookError(advanceTexts.refused(sentenceOf(first, plan, lists, locate), refusals.length - 1));
}

/** True where the row holds what the step writes: it was carried out, and only its answer was lost. */
function isAdvanced({ plan, lists, entries: seen }: CheckReport, entries: WorkbookEntries, move: ProblemAdvance): boolean {
  const [before, now] = [seen.lists['8'], entries.lists['8']];
  const edits = before === undefined ? null : editsOfAdvance(move, before, plan);
  if (edits === null) return false;
  const cells = Object.fromEntries(edits.map(({ column, value }) => [column, value]));
  return findWrittenRow(listOf(lists, '8'), before, now, move.row, cells) !== null;
}

/** The row as the user saw it, where it stands now. */
function rowNow(list: List, before: ListEntries | undefined, now: ListEntries | undefined, row: number): number {
  const found = findSeenRow(list, before, now, row);
  if (typeof found === 'number') return found;
  throw new WorkbookError(advanceTexts[found]);
}

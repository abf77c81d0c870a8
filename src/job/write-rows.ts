import type { ListKey } from '../list/list';
import { listOf } from '../list/registry';
import type { Issue } from '../rule/issue';
import type { WorkbookContent } from '../sheet/model';
import { withCellsWritten, type CellsWritten } from '../sheet/write-content';
import { moveJobTexts } from '../text/dispatch-move';
import { sentenceOf } from '../text/issue';
import { againWhenEdited } from './again';
import { rememberWorkbook } from './check';
import type { Surroundings } from './clock';
import { isStructureBroken } from './formula-source';
import { giveInSteps } from './give-identities';
import { judgeReading } from './judge';
import type { KnownWorkbook } from './known-workbook';
import { markInSteps, restoreInSteps } from './mark';
import { placeOf } from './place';
import type { JobOptions, WorkbookPort } from './port';
import { recogniseInSteps, recogniseToWrite } from './recognise';
import type { CheckReport } from './report';
import { RowDraft, type RowChange, type WrittenRow } from './row-draft';
import { runSteps } from './run-steps';
import { writeSafely } from './safe-write';
import { findSeenRow } from './seen-row';
import { WorkbookError } from './workbook-error';

export interface RowsWritten {
  readonly report: CheckReport;
  /** In the order of the changes. */
  readonly rows: readonly WrittenRow[];
}

/**
 * Reads the workbook freshly, asks `plan` which rows change, judges the outcome, and writes the rows together with all
 * that a check writes, new rows first. `allows` says which new errors may come with it; any other refuses the whole.
 * Throws WorkbookError, with nothing written, for that, where a header or sheet is gone, and where a table is full
 * and something stands below it. One read, one write.
 *
 * Blind spot: of one code only the first 1,000 issues are listed; a new error beyond them is not seen here.
 */
export async function writeRows(
  port: WorkbookPort,
  report: CheckReport,
  /** What the user pressed, as the refusal names it. */
  action: string,
  plan: (known: KnownWorkbook) => readonly RowChange[],
  allows: (issue: Issue) => boolean,
  around: Surroundings,
  options: JobOptions,
): Promise<RowsWritten> {
  return againWhenEdited(async () => {
    const fresh = await recogniseToWrite(await port.read(options), [report.plan], around, options);
    if (isStructureBroken(fresh.reading.entries)) throw new WorkbookError(moveJobTexts.structureFirst(action));
    const { known, writes: identities } = await runSteps(giveInSteps(fresh, around), around, options);
    const changes = plan(known);
    const draft = new RowDraft(known, around);
    const rows = changes.map((change) => draft.add(change));
    const next = await nextWorkbook(known, identities, draft, around, options);
    const before = await judgeReading(known, around, options, report);
    const after = await judgeReading(next.known, around, options, before);
    refuseErrors(before, after, allows);
    const marks = await runSteps(markInSteps(next.known, after, around), around, options);
    const entered = [...draft.growth(), ...identities, ...draft.writes, ...draft.looks(), ...marks.entered];
    await writeSafely(port, fresh, { entered, derived: [...next.restored, ...marks.derived] }, around, options);
    rememberWorkbook(after, next.known);
    return { report: after, rows };
  });
}

/** The workbook as it is once all that is in it: what was written need not be read again. */
async function nextWorkbook(known: KnownWorkbook, identities: readonly CellsWritten[], draft: RowDraft, around: Surroundings, options: JobOptions) {
  const grown = draft.contentGrown(known.content);
  const read = (content: WorkbookContent) => recogniseInSteps(content, [known.plan], around, options);
  const written = await read(withCellsWritten(grown, [...identities, ...draft.writes]));
  const restored = await runSteps(restoreInSteps(written), around, options);
  const cells = restored.filter((change): change is CellsWritten => change.kind === 'writeCells');
  return { known: cells.length === 0 ? written : await read(withCellsWritten(written.content, cells)), restored };
}

/** An error that was there before, or only names fewer columns of its row now, is not new. */
function refuseErrors(before: CheckReport, after: CheckReport, allows: (issue: Issue) => boolean): void {
  const known = new Map<string, Set<string>>();
  const keyOf = ({ code, list, row, rowIndex }: Issue) => `${code}|${list}|${row || rowIndex}`;
  for (const issue of before.result.issues) {
    if (issue.severity !== 'error') continue;
    const columns = known.get(keyOf(issue)) ?? new Set();
    for (const column of issue.columns) columns.add(column);
    known.set(keyOf(issue), columns);
  }
  const isNew = (issue: Issue) => !issue.columns.every((column) => known.get(keyOf(issue))?.has(column)) || !known.has(keyOf(issue));
  const brought = after.result.issues.filter((issue) => issue.severity === 'error' && !issue.explained && isNew(issue) && !allows(issue));
  const [first] = brought;
  if (first === undefined) return;
  const locate = (issue: Issue) => {
    const { sheet, row, column } = placeOf(after, issue);
    return { sheetName: sheet, row, column };
  };
  throw new WorkbookError(moveJobTexts.bringsErrors(brought.length, sentenceOf(first, after.plan, after.lists, locate)));
}

/** The row of now that a report's row is. Throws WorkbookError where it is gone, or says something else than the user saw. */
export function findRow(report: CheckReport, known: KnownWorkbook, list: ListKey, rowIndex: number): number {
  const before = report.entries.lists[list];
  const now = known.reading.entries.lists[list];
  const found = findSeenRow(listOf(known.reading.lists, list), before, now, rowIndex);
  if (typeof found === 'number') return found;
  throw new WorkbookError(moveJobTexts.changed((now ?? before)?.sheetName ?? list, String(before?.values['projectName']?.[rowIndex] ?? '')));
}

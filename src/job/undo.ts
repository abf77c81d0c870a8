import { noCounts } from '../exchange/proposal';
import type { ListKey } from '../list/list';
import { listOf } from '../list/registry';
import type { Exchange, Explanation } from '../list/record';
import type { BuildInput, ListRows } from '../sheet/build-input';
import { mergeTexts } from '../text/exchange-merge';
import { momentOf } from './as-of';
import type { Surroundings } from './clock';
import { keptInput } from './kept-input';
import { writeWorkbookOver } from './lay-again';
import { forgetUndoable, undoableOf, type MergeResult, type Undoable } from './merge';
import type { JobOptions, WorkbookPort } from './port';
import { readCity } from './preview-merge';
import { changedLists } from './row-trace';
import { WorkbookError } from './workbook-error';

/**
 * 撤销本次汇总: the lists that the merge changed hold again exactly what they held before it, 说明情况 too; what was
 * entered in other lists since stays. 交换记录 gets a line. Throws WorkbookError, with nothing written, where one of
 * those lists was edited since (their order does not count), and where the merge was taken back already.
 */
export async function undoMerge(port: WorkbookPort, result: MergeResult, around: Surroundings, options: JobOptions = {}): Promise<void> {
  const undoable = undoableOf(result);
  if (undoable === null) throw new WorkbookError(mergeTexts.undoneAlready);
  const { plan, before, after, touched } = undoable;
  const content = await port.read(options);
  const { reading } = readCity(content, [plan], around);
  const now = keptInput(reading, plan, around);
  const edited = changedLists(reading.lists.filter(({ key }) => touched.includes(key)), after.rows, now.rows);
  if (edited.length > 0) {
    throw new WorkbookError(mergeTexts.editedSinceMerge(edited.map((key) => reading.entries.lists[key]?.sheetName ?? listOf(reading.lists, key).sheetName)));
  }
  const rows: Record<ListKey, ListRows> = { ...now.rows };
  // A table that grew keeps its rows: with fewer it would have to be laid anew, without the user's formats.
  for (const key of touched) rows[key] = { ...before.rows[key]!, rowCount: Math.max(before.rows[key]!.rowCount, now.rows[key]!.rowCount) };
  const input: BuildInput = {
    ...now,
    rows,
    explanations: explanationsBefore(undoable, now.explanations),
    exchanges: [...now.exchanges, ...undoLines(undoable, momentOf(around))],
  };
  await writeWorkbookOver(port, { content, present: reading, input, before: now }, options);
  forgetUndoable(result);
}

/** Those that the merge brought go, those that it replaced come back; what was explained since stays. */
function explanationsBefore({ before, after }: Undoable, now: readonly Explanation[]): Explanation[] {
  const keyOf = (each: Explanation) => JSON.stringify(each);
  const [was, is] = [new Set(before.explanations.map(keyOf)), new Set(after.explanations.map(keyOf))];
  const kept = now.filter((each) => was.has(keyOf(each)) || !is.has(keyOf(each)));
  return [...kept, ...before.explanations.filter((each) => !is.has(keyOf(each)))];
}

function undoLines({ recorded }: Undoable, at: string): Exchange[] {
  return recorded.map((each) => ({ ...each, kind: 'undo', at, counts: noCounts, decisions: [mergeTexts.undone(each.at)] }));
}

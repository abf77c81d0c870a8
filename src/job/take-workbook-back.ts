import { noCounts } from '../exchange/proposal';
import type { ListKey } from '../list/list';
import { listOf } from '../list/registry';
import type { Exchange, Explanation } from '../list/record';
import type { BuildInput, ListRows } from '../sheet/build-input';
import { mergeTexts } from '../text/exchange-merge';
import { undoTexts } from '../text/undo';
import { momentOf } from './as-of';
import type { Surroundings } from './clock';
import { keptInput } from './kept-input';
import { writeWorkbookOver } from './lay-again';
import type { JobOptions, WorkbookPort } from './port';
import { recogniseForWriting } from './recognise';
import { changedLists } from './row-trace';
import type { Overwritten } from './undoable';
import { WorkbookError } from './workbook-error';

/**
 * The lists that were written over hold again exactly what they held before, 说明情况 and 统计截止日 too; what was entered in
 * other lists since stays. 交换记录 gets a line for each that came with it. Throws WorkbookError, with nothing written, where one of
 * those lists was edited since (their order does not count).
 */
export async function takeWorkbookBack(port: WorkbookPort, undoable: Overwritten, around: Surroundings, options: JobOptions): Promise<void> {
  const { plan, before, after, touched } = undoable;
  const content = await port.read(options);
  const { reading } = recogniseForWriting(content, [plan], around);
  const now = keptInput(reading, plan, around);
  const lists = reading.lists.filter(({ key }) => touched.includes(key));
  if (lists.length > 0 && isUndone(undoable, now) && changedLists(lists, before.rows, now.rows).length === 0) return;
  const edited = changedLists(lists, after.rows, now.rows);
  if (edited.length > 0) {
    const sheets = edited.map((key) => reading.entries.lists[key]?.sheetName ?? listOf(reading.lists, key).sheetName);
    throw new WorkbookError(undoable.recorded.length > 0 ? mergeTexts.editedSinceMerge(sheets) : undoTexts.listsEditedSince(sheets));
  }
  const rows: Record<ListKey, ListRows> = { ...now.rows };
  for (const key of touched) rows[key] = rowsBefore(before.rows[key]!, now.rows[key]!);
  const input: BuildInput = {
    ...now,
    asOf: now.asOf === after.asOf ? before.asOf : now.asOf,
    rows,
    explanations: explanationsBefore(undoable, now.explanations),
    exchanges: [...now.exchanges, ...undoLines(undoable, momentOf(around))],
  };
  await writeWorkbookOver(port, { content, present: reading, input, before: now }, around, options);
}

/**
 * The entries as they were, in the columns as they stand now: a column that somebody has put in since stays, and none moves. A
 * table that grew keeps its rows too: with fewer it would have to be laid anew, without the user's formats.
 */
function rowsBefore(before: ListRows, now: ListRows): ListRows {
  const rowCount = Math.max(before.rowCount, now.rowCount);
  if (now.order === undefined) return { ...before, rowCount };
  const own = new Map((before.order ?? []).flatMap((place) => ('user' in place ? [[place.user.header, place.user] as const] : [])));
  const order = now.order.map((place) => ('key' in place ? place : { user: { ...(own.get(place.user.header) ?? place.user), at: place.user.at } }));
  return { ...before, rowCount, order };
}

/** False where the record does not say that it was taken back: else only the answer was lost. */
function isUndone(undoable: Overwritten, now: BuildInput): boolean {
  const lineOf = ({ at: _, ...line }: Exchange) => JSON.stringify(line);
  const lines = undoLines(undoable, '').map(lineOf);
  const last = now.exchanges.slice(-lines.length).map(lineOf);
  return lines.every((line, at) => line === last[at]);
}

/** Those that the merge brought go, those that it replaced come back; what was explained since stays. */
function explanationsBefore({ before, after }: Overwritten, now: readonly Explanation[]): Explanation[] {
  const keyOf = (each: Explanation) => JSON.stringify(each);
  const [was, is] = [new Set(before.explanations.map(keyOf)), new Set(after.explanations.map(keyOf))];
  const kept = now.filter((each) => was.has(keyOf(each)) || !is.has(keyOf(each)));
  return [...kept, ...before.explanations.filter((each) => !is.has(keyOf(each)))];
}

function undoLines({ recorded }: Overwritten, at: string): Exchange[] {
  return recorded.map((each) => ({ ...each, kind: 'undo', at, counts: noCounts, decisions: [mergeTexts.undone(each.at)] }));
}

import { applyMerge, type MergedWorkbook } from '../exchange/apply';
import { isEmptyProposal, type Decisions, type MergeCounts } from '../exchange/proposal';
import type { List } from '../list/list';
import type { Exchange } from '../list/record';
import type { BuildInput, ListRows } from '../sheet/build-input';
import { isSameContent } from '../sheet/same-content';
import { describeDecisions, mergeTexts } from '../text/exchange-merge';
import { againWhenEdited } from './again';
import { momentOf } from './as-of';
import type { Surroundings } from './clock';
import { recordExchanges } from './exchange-record';
import { identityMaker } from './identity';
import { keptInput } from './kept-input';
import type { KnownWorkbook } from './known-workbook';
import { writeWorkbookOver } from './lay-again';
import { mergedInput } from './merged-input';
import type { JobOptions, WorkbookPort } from './port';
import { mergedAt, readCity, seenOf, type MergePreview } from './preview-merge';
import { changedLists, isSameInPlace, rowTraces } from './row-trace';
import { runSteps } from './run-steps';
import { writeSafely } from './safe-write';
import { rememberUndoable } from './undoable';
import { exchangeSource } from './unit-input';
import { WorkbookError } from './workbook-error';

/** What a merge did. */
export interface MergeResult {
  /** By unit key. */
  readonly counts: Readonly<Record<string, MergeCounts>>;
  /** Conflicts that nobody decided; the city's values stand. */
  readonly undecided: number;
  /** False where every file said what the workbook said already. */
  readonly changed: boolean;
}

/**
 * 汇总: writes what a preview proposes, as decided by id of conflict and deletion; what nobody decided stays the
 * city's. All or nothing: what the workbook held before stands in _备份 until the last cell is written. Every formula's
 * value and total comes along, for programs that do not recalculate, and only cells that differ are written, so that
 * the user's own columns, formats and notes stay (writeWorkbookOver). Marks of the last check go. Throws WorkbookError
 * where the workbook was edited since the preview.
 */
export async function mergeFiles(
  port: WorkbookPort,
  preview: MergePreview,
  decisions: Decisions,
  around: Surroundings,
  options: JobOptions = {},
): Promise<MergeResult> {
  return againWhenEdited(() => mergeOnce(port, preview, decisions, around, options));
}

async function mergeOnce(port: WorkbookPort, preview: MergePreview, decisions: Decisions, around: Surroundings, options: JobOptions): Promise<MergeResult> {
  const { plan, lists, proposals } = preview;
  const { city, known: before } = seenOf(preview);
  const content = await port.read(options);
  const isSame = await runSteps(isSameContent(before.content, content), around, options);
  const known = isSame ? before : await readCity(content, [plan], around, options);
  const merged = await runSteps(applyMerge(exchangeSource(city), plan, proposals, decisions, identityMaker(around)), around, options);
  const recorded = recordOfMerge(preview, decisions, merged, city, momentOf(around));
  const exchanges = [...city.exchanges, ...recorded];
  const { sheetNames } = known.reading;
  // Tabs that somebody has renamed since the preview are called as they are now: laid under their old names they would be there twice.
  const input = { ...(await runSteps(mergedInput(city, merged), around, options)), sheetNames, exchanges };
  const touched = lists.filter((list) => !isSameRows(list, city.rows[list.key], input.rows[list.key])).map(({ key }) => key);
  const isTouched = touched.length > 0 || JSON.stringify(city.explanations) !== JSON.stringify(input.explanations);
  const result: MergeResult = {
    counts: merged.counts,
    undecided: Object.values(merged.counts).reduce((sum, { conflicting }) => sum + conflicting, 0),
    changed: isTouched,
  };
  if (known !== before && isMergedAlready(known, recorded, lists, input, around)) {
    rememberUndoable(result, { kind: 'workbook', plan, before: city, after: input, touched, recorded });
    return result;
  }
  if (known !== before && !isSameState(lists, before, known)) throw new WorkbookError(mergeTexts.editedSincePreview);
  if (isTouched) {
    const written = await writeWorkbookOver(port, { content, present: known.reading, input, before: { ...city, sheetNames } }, around, options);
    rememberUndoable(result, { kind: 'workbook', plan, before: written.before, after: written.after, touched, recorded });
  } else if (recorded.length > 0) await writeSafely(port, known, recordExchanges(known, exchanges), around, options);
  return result;
}

/** True where this merge stands in the workbook already: it was carried out, and only its answer was lost. */
function isMergedAlready({ plan, reading }: KnownWorkbook, recorded: readonly Exchange[], lists: readonly List[], merged: BuildInput, around: Surroundings): boolean {
  const lineOf = ({ at: _, ...line }: Exchange) => JSON.stringify(line);
  const last = reading.entries.exchanges.slice(-recorded.length).map(lineOf);
  if (recorded.length === 0 || !recorded.every((line, at) => lineOf(line) === last[at])) return false;
  return changedLists(lists, merged.rows, keptInput(reading, plan, around).rows).length === 0;
}

/** A merge moves no row. */
function isSameRows(list: List, was: ListRows | undefined, now: ListRows | undefined): boolean {
  return was === now || (was !== undefined && now !== undefined && isSameInPlace(list, was, now));
}

/** False also where a check wrote its marks since, or a formula gave another value: then isSameState tells. */
function isSameState(lists: readonly List[], before: KnownWorkbook, now: KnownWorkbook): boolean {
  const [was, is] = [before.reading, now.reading];
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return (
    lists.every(({ key }) => isSame(was.readings[key]!.area, is.readings[key]!.area)) &&
    isSame(was.entries.exchanges, is.entries.exchanges) &&
    isSame(was.entries.explanations, is.entries.explanations) &&
    lists.every((list) => isSame(rowTraces(list, was.readings[list.key]!.rows), rowTraces(list, is.readings[list.key]!.rows)))
  );
}

/** One line for each file; none for one that was merged before and changes nothing now. */
function recordOfMerge(
  { proposals, lists }: MergePreview,
  decisions: Decisions,
  merged: MergedWorkbook,
  city: BuildInput,
  at: string,
): Exchange[] {
  return proposals
    .filter((proposal) => !isEmptyProposal(proposal) || mergedAt(city.exchanges, proposal.fingerprint) === null)
    .map((proposal) => ({
      kind: 'merge',
      at,
      unit: proposal.unit,
      batch: proposal.batch,
      file: proposal.file,
      fingerprint: proposal.fingerprint,
      counts: merged.counts[proposal.unit]!,
      decisions: describeDecisions(proposal, decisions, lists),
    }));
}

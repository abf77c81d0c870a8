import { applyMerge, type MergedWorkbook } from '../exchange/apply';
import { isEmptyProposal, type Decisions, type MergeCounts } from '../exchange/proposal';
import type { List } from '../list/list';
import type { Exchange } from '../list/record';
import type { Plan } from '../plan/plan';
import type { BuildInput } from '../sheet/build-input';
import { contentOf } from '../sheet/content-of';
import { describeDecisions, mergeTexts } from '../text/exchange-merge';
import { momentOf } from './as-of';
import type { Surroundings } from './clock';
import { recordExchanges } from './exchange-record';
import { identityMaker } from './identity';
import { keptInput } from './kept-input';
import { layWorkbookAgain } from './lay-again';
import { mergedInput } from './merged-input';
import type { JobOptions, WorkbookPort } from './port';
import { mergedAt, readCity, seenOf, type MergePreview } from './preview-merge';
import type { KnownWorkbook } from './recognise';
import { changedLists, rowTraces } from './row-trace';
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

/** What taking a merge back needs: both states of the workbook. */
export interface Undoable {
  readonly plan: Plan;
  readonly before: BuildInput;
  /** As laid. */
  readonly after: BuildInput;
  readonly touched: readonly string[];
  readonly recorded: readonly Exchange[];
}

const undoables = new WeakMap<MergeResult, Undoable>();

/**
 * 汇总: writes what a preview proposes, as decided by id of conflict and deletion; what nobody decided stays the
 * city's. All or nothing: the sheets are laid out anew as 生成 does it, with what the workbook held before in _备份
 * until the last is written, because only that brings every formula's value and total along in any program, keeps
 * the user's own columns, formulas and notes where they are, and can be interrupted without loss. What it costs is
 * formatting that the user gave to cells of ours, as with 生成. Throws WorkbookError where the workbook was edited
 * since the preview.
 */
export async function mergeFiles(
  port: WorkbookPort,
  preview: MergePreview,
  decisions: Decisions,
  around: Surroundings,
  options: JobOptions = {},
): Promise<MergeResult> {
  const { plan, lists, proposals } = preview;
  const { city, known: before } = seenOf(preview);
  const content = await port.read(options);
  const known = readCity(content, [plan], around);
  if (!isSameState(lists, before, known)) throw new WorkbookError(mergeTexts.editedSincePreview);
  const merged = applyMerge(exchangeSource(city), plan, proposals, decisions, identityMaker(around));
  const recorded = recordOfMerge(preview, decisions, merged, city, momentOf(around));
  const exchanges = [...city.exchanges, ...recorded];
  const input = { ...mergedInput(city, merged), exchanges };
  const touched = changedLists(lists, city.rows, input.rows);
  const isTouched = touched.length > 0 || JSON.stringify(city.explanations) !== JSON.stringify(input.explanations);
  const result: MergeResult = {
    counts: merged.counts,
    undecided: Object.values(merged.counts).reduce((sum, { conflicting }) => sum + conflicting, 0),
    changed: isTouched,
  };
  if (isTouched) {
    const laid = await layWorkbookAgain(port, { content, present: known.reading, input, before: city }, options);
    const after = keptInput(readCity(contentOf(laid.model), [plan], around).reading, plan, around);
    undoables.set(result, { plan, before: laid.before, after, touched, recorded });
  } else if (recorded.length > 0) await port.apply(recordExchanges(known, exchanges), options);
  return result;
}

/** What undoing a merge needs; null where it changed nothing, or was taken back. */
export function undoableOf(result: MergeResult): Undoable | null {
  return undoables.get(result) ?? null;
}

export function forgetUndoable(result: MergeResult): void {
  undoables.delete(result);
}

function isSameState(lists: readonly List[], before: KnownWorkbook, now: KnownWorkbook): boolean {
  const stateOf = ({ reading }: KnownWorkbook) => [
    lists.map((list) => rowTraces(list, reading.readings[list.key]!.rows)),
    lists.map((list) => reading.readings[list.key]!.area),
    reading.entries.exchanges,
    reading.entries.explanations,
  ];
  return JSON.stringify(stateOf(before)) === JSON.stringify(stateOf(now));
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

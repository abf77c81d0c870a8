import { chooseReturns } from '../exchange/choose-return';
import { countProposal, isEmptyProposal, type MergeProposal } from '../exchange/proposal';
import { proposeMerge } from '../exchange/propose';
import type { ReturnedWorkbook } from '../exchange/source';
import type { List } from '../list/list';
import type { Exchange } from '../list/record';
import type { Plan } from '../plan/plan';
import type { BuildInput } from '../sheet/build-input';
import type { WorkbookContent } from '../sheet/model';
import { readEntered } from '../sheet/read-workbook';
import { describeNote, mergeTexts } from '../text/exchange-merge';
import { describeKnown, describeReturn, describeSuperseded } from '../text/exchange-return';
import { refuseWhileBackupWaits } from './backup';
import type { Surroundings } from './clock';
import { isStructureBroken } from './formula-source';
import { keptInSteps } from './kept-input';
import type { KnownWorkbook } from './known-workbook';
import { CancelledError, type JobOptions, type WorkbookPort } from './port';
import { recogniseReturn, type ReturnedFile } from './recognise-return';
import { recogniseInSteps } from './recognise';
import { runSteps } from './run-steps';
import { exchangeSource } from './unit-input';
import { WorkbookError } from './workbook-error';

/** What became of one returned file, in the order in which the files were given. */
export interface JudgedFile {
  readonly file: string;
  /** Unit key; null where it cannot be told. */
  readonly unit: string | null;
  /** proposed: its rows are in the proposals · superseded: another file of the unit counts · refused: it cannot be used. */
  readonly state: 'proposed' | 'superseded' | 'refused';
  /** Chinese, to be shown beside the file's name as they are. */
  readonly sentences: readonly string[];
}

/** What merging the files would do; nothing is written yet. */
export interface MergePreview {
  readonly plan: Plan;
  readonly lists: readonly List[];
  readonly files: readonly JudgedFile[];
  /** One for each unit that returned a usable file, in the plan's order. */
  readonly proposals: readonly MergeProposal[];
}

export interface MergeOptions extends JobOptions {
  /**
   * Takes a base as true also where 交换记录 does not know its batch, provided that every row that was issued is still
   * there: the command line leaves the city's file untouched at a 分发 unless told otherwise. Blind spot: an older
   * copy of the city workbook with the same rows, whose older values then count as the city's changes.
   */
  readonly trustUnrecorded?: boolean;
}

/** What a preview was made from. */
interface Seen {
  readonly known: KnownWorkbook;
  readonly city: BuildInput;
}

const seen = new WeakMap<MergePreview, Seen>();

/**
 * Judges returned files, each by itself and then against the city workbook; reads only. Throws WorkbookError where
 * the open workbook is not the city's, is not whole, or waits for 恢复.
 */
export async function previewMerge(
  port: WorkbookPort,
  files: readonly ReturnedFile[],
  plans: readonly Plan[],
  around: Surroundings,
  options: MergeOptions = {},
): Promise<MergePreview> {
  const known = await readCity(await port.read(options), plans, around, options);
  const { plan, reading } = known;
  const city = await runSteps(keptInSteps(reading, plan, around), around, options);
  const source = exchangeSource(city);
  const returned: ReturnedWorkbook[] = [];
  const judged = new Map<ReturnedFile, JudgedFile>();
  const fileOf = new Map<ReturnedWorkbook, ReturnedFile>();
  let done = 0;
  for (const file of files) {
    const recognised = await runSteps(recogniseReturn(file, plan), around, options);
    if (recognised.kind === 'refused') judged.set(file, { file: file.name, unit: recognised.unit, state: 'refused', sentences: [recognised.sentence] });
    else {
      returned.push(recognised.returned);
      fileOf.set(recognised.returned, file);
    }
    await breathe(around, options, ++done, files.length * 2);
  }
  const { chosen, superseded } = chooseReturns(returned, plan);
  for (const { returned: other, by, reason, differences } of superseded) {
    const rows = differences.reduce((sum, { added, dropped, changed }) => sum + added.length + dropped.length + changed.length, 0);
    judged.set(fileOf.get(other)!, { file: other.file, unit: other.unit, state: 'superseded', sentences: [describeSuperseded(by.file, reason, rows)] });
  }
  const proposals: MergeProposal[] = [];
  for (const each of chosen) {
    const isTrusted = options.trustUnrecorded === true && isAllThere(city, each);
    const proposal = await runSteps(proposeMerge(source, each, plan, isTrusted ? new Set([each.base!.batch]) : undefined), around, options);
    proposals.push(proposal);
    judged.set(fileOf.get(each)!, { file: each.file, unit: each.unit, state: 'proposed', sentences: sentencesOf(proposal, known) });
    await breathe(around, options, ++done, files.length * 2);
  }
  const preview: MergePreview = { plan, lists: reading.lists, files: files.map((file) => judged.get(file)!), proposals };
  seen.set(preview, { known, city });
  return preview;
}

/** What a preview was made from. */
export function seenOf(preview: MergePreview): Seen {
  const found = seen.get(preview);
  if (found === undefined) throw new RangeError('the preview was not made by previewMerge');
  return found;
}

/** The open workbook, where files can be merged into it. */
export async function readCity(content: WorkbookContent, plans: readonly Plan[], around: Surroundings, options: JobOptions): Promise<KnownWorkbook> {
  const known = await recogniseInSteps(content, plans, around, options, readEntered);
  if (known.reading.data.scope.kind !== 'city') throw new WorkbookError(mergeTexts.onlyCity);
  refuseWhileBackupWaits(content);
  if (isStructureBroken(known.reading.entries)) throw new WorkbookError(mergeTexts.structureFirst);
  return known;
}

async function breathe(around: Surroundings, options: JobOptions, done: number, total: number): Promise<void> {
  options.onProgress?.({ stage: 'compute', done, total });
  await around.yieldToScreen();
  if (options.isCancelled?.() === true) throw new CancelledError('cancelled while comparing');
}

/** True where no row that was issued is gone, so that none can be lost by the base. */
function isAllThere(city: BuildInput, { base }: ReturnedWorkbook): boolean {
  if (base === null) return false;
  return Object.entries(base.rows).every(([list, byRow]) => {
    const rows = city.rows[list]?.values;
    // Target lists are known by their unit, which is never gone.
    const present = new Set(rows?.['identity'] ?? []);
    return rows?.['identity'] === undefined || Object.keys(byRow).every((identity) => present.has(identity));
  });
}

function sentencesOf(proposal: MergeProposal, { plan, reading }: KnownWorkbook): string[] {
  const { unit, batch, issuedAt, fingerprint, notes } = proposal;
  const earlier = mergedAt(reading.entries.exchanges, fingerprint);
  return [
    describeReturn(plan, unit, batch, issuedAt, countProposal(proposal)),
    ...(earlier === null ? [] : [describeKnown(earlier, !isEmptyProposal(proposal))]),
    ...notes.map((note) => describeNote(note, reading.lists)),
  ];
}

/** When a file with this content was merged; null where it was not, or that was taken back. */
export function mergedAt(exchanges: readonly Exchange[], fingerprint: string): string | null {
  const last = exchanges.filter((each) => each.kind !== 'split' && each.fingerprint === fingerprint && fingerprint !== '').at(-1);
  return last?.kind === 'merge' ? last.at : null;
}

import type { BuildInput } from '../sheet/build-input';
import { recordOf } from '../list/record';
import { isOlder, schemaVersion } from '../list/schema-version';
import { buildWorkbook, buildWorkbookInSteps } from '../sheet/build-workbook';
import { followRows, rowFollower } from '../sheet/follow-rows';
import { keepNotes, placeNotes, type Note, type StoodSummary } from '../sheet/keep-notes';
import { contentOfSheet } from '../sheet/content-of';
import { withCellsWritten } from '../sheet/write-content';
import type { Change, SheetContent, SheetModel, WorkbookContent, WorkbookModel } from '../sheet/model';
import type { WorkbookReading } from '../sheet/read-workbook';
import { stoodSummary } from '../sheet/version/versions';
import type { Steps } from '../total/steps';
import { backupInSteps, backupState, dropBackup, dropStanding, writeBackup, type Backup } from './backup';
import type { Surroundings } from './clock';
import { expecting, expectInSteps } from './expectation';
import { guardRows } from './guard-rows';
import { keptInSteps } from './kept-input';
import { afterFailure, canBeReadAgain, unstoppable } from './after-failure';
import { mostRuns } from './again';
import { enteredCells } from './journal';
import type { KnownWorkbook } from './known-workbook';
import { CancelledError, EditedMeanwhileError, HostError, type JobOptions, type WorkbookPort } from './port';
import { ownWritesBetween, ownWritesOf, type OwnWrites } from './own-writes';
import { cellsBack, editsAgain } from './put-back';
import { runSteps } from './run-steps';
import { tabsOf } from './tabs-now';
import { writeOver } from './write-over';

type LayChange = Extract<Change, { readonly kind: 'laySheet' }>;

/** A workbook of ours as it was read, and what it is laid out from. */
export interface Relaying {
  readonly content: WorkbookContent;
  readonly present: WorkbookReading;
  readonly input: BuildInput;
  /** What 恢复 lays out, should this be interrupted. */
  readonly before: BuildInput;
}

/** A workbook written anew, and what it was written from. */
export interface Relaid {
  readonly model: WorkbookModel;
  /** Relaying.before with its formulas as they read now. */
  readonly before: BuildInput;
  /** Relaying.input likewise. */
  readonly after: BuildInput;
}

/**
 * Lays every sheet of ours out again in place, with what the user wrote outside the tables. A backup stands in the
 * workbook until the last sheet is written. Where another author edited a sheet since it was read, all of them are laid
 * once more from that: `relay` says what is laid out from a content.
 */
export async function layWorkbookAgain(
  port: WorkbookPort,
  first: WorkbookContent,
  relay: (content: WorkbookContent) => Steps<Relaying>,
  around: Surroundings,
  options: JobOptions,
): Promise<Relaid> {
  let content = first;
  /** The sheets as they were laid, once they are. */
  let laid: WorkbookContent | null = null;
  for (let run = 1; ; run += 1) {
    // What has been begun is finished.
    const may = run === 1 ? options : unstoppable(options);
    const relaying = await runSteps(relay(content), around, may);
    const { notes, moved, backup, ...relaid } = await runSteps(prepare(relaying, laid !== null), around, may);
    const changes = await runSteps(expectInSteps(layAgain(relaid.model, notes, first, moved), laid ?? first, isEditable(relaying)), around, may);
    try {
      await (laid === null ? port.apply([backup, ...changes], options) : applyAtLast(port, [backup, ...changes], may));
      return relaid;
    } catch (cause) {
      if (!(cause instanceof EditedMeanwhileError) || !cause.hasWritten) throw cause;
      if (run >= mostRuns) {
        // They stand as they were laid the time before: every edit has its place.
        await applyAtLast(port, editsAgain(changes, cause.found), may);
        return relaid;
      }
      const now: WorkbookContent = { sheets: changes.flatMap((change) => (change.kind === 'laySheet' ? [contentOfSheet(change.sheet)] : [])) };
      // Tables may have moved the first time. What was found the second time lacks what was found the first.
      content = laid === null ? withSheets(first, cause.found) : withCellsWritten(now, editsAgain(changes, cause.found));
      laid = now;
    }
  }
}

/**
 * Writes what another author's edit has been laid over, which nothing but this holds by now: again where Excel refuses it,
 * unless it stands in the backup by then.
 */
export async function applyAtLast(port: WorkbookPort, changes: readonly Change[], options: JobOptions): Promise<void> {
  for (let run = 1; ; run += 1) {
    try {
      return await port.apply(changes, options);
    } catch (cause) {
      if (cause instanceof EditedMeanwhileError || !(cause instanceof HostError) || run >= mostRuns || !canBeReadAgain(cause)) throw cause;
      if (backupState(await port.read(options)) === 'standing') throw cause;
    }
  }
}

/** 校验结果 is nobody's to edit. */
function isEditable({ present }: Relaying): (change: Change) => boolean {
  return (change) => change.kind !== 'laySheet' || change.sheet.name !== present.sheetNames['result'];
}

function withSheets(content: WorkbookContent, found: readonly SheetContent[]): WorkbookContent {
  return { sheets: content.sheets.map((sheet) => found.find(({ name }) => name === sheet.name) ?? sheet) };
}

/** The change that keeps all that a workbook holds in _备份; `entered` is what is about to be written into it. */
export function* backupOfKnown(known: KnownWorkbook, around: Surroundings, entered: readonly Change[] = []): Steps<Change> {
  const { plan, reading, content } = known;
  const input = yield* keptInSteps(reading, plan, around);
  const own = entered.length === 0 ? undefined : ownWritesOf(reading.lists, enteredCells(known, entered));
  return (yield* prepare({ content, present: reading, input, before: input }, false, own)).backup;
}

/** The change that keeps what is about to be laid into a workbook that holds nothing of ours yet. */
export function backupOfNew(input: BuildInput, content: WorkbookContent): Change {
  return writeBackup({ ...backupOf(input, [], content), days: [input.asOf] }, lastSheet(content));
}

/**
 * Gives the workbook the same contents as layWorkbookAgain, but writes on 说明, 汇总 and the lists only what differs, so
 * that the user's formats, notes and columns stay as they are. A sheet that does not stand as it would be laid is laid,
 * and all are where a list has moved on its sheet, since formulas then have to follow, and in a workbook of an earlier version. The other sheets of ours, which
 * nobody formats, are laid. May be stopped only before the first write. Where it fails and the workbook can still be read, it
 * is as it was before, with what other authors wrote meanwhile; else the backup stands in it.
 */
export async function writeWorkbookOver(port: WorkbookPort, relaying: Relaying, around: Surroundings, options: JobOptions): Promise<Relaid> {
  const { content, present } = relaying;
  const { notes, moved, backup, ...relaid } = await runSteps(prepare(relaying, false), around, options);
  const { model } = relaid;
  const tops = new Map(Object.values(present.readings).map(({ area, entries }) => [entries.sheetName, area.row]));
  const hasMoved = model.sheets.some(({ name, tables: [table] }) => table !== undefined && (tops.get(name) ?? table.area.row) !== table.area.row);
  const kept = new Set([...tops.keys(), present.sheetNames['intro'], present.sheetNames['summary']]);
  const written = new Map<string, readonly Change[]>();
  for (const sheet of hasMoved || isOlder(present.data) ? [] : model.sheets) {
    const before = kept.has(sheet.name) ? content.sheets.find(({ name }) => name === sheet.name) : undefined;
    const changes = before === undefined ? null : await runSteps(writeOver(sheet, before), around, options);
    if (changes !== null) written.set(sheet.name, changes);
  }
  const laid = layChanges(placeNotes(model.sheets, notes), content, moved).filter(({ sheet }) => !written.has(sheet.name));
  const names: Change = { kind: 'defineNames', names: model.names };
  const cells = [...written.values()].flat();
  const planned = [...guardRows({ reading: present, content }, cells), ...laid, names, ...cells];
  const steps = await runSteps(expectInSteps(planned, content, isEditable(relaying)), around, options);
  if (options.isCancelled?.() === true) throw new CancelledError('cancelled before writing');
  try {
    await port.apply([backup, ...steps, dropBackup], unstoppable(options));
  } catch (cause) {
    const isListLaid = laid.some(({ sheet }) => kept.has(sheet.name));
    // Lists that are half laid cannot be told from edited ones: 恢复 lays them.
    if (cause instanceof EditedMeanwhileError || !isListLaid) await layBack(port, content, steps, cause, () => placeNotes(buildWorkbook(relaid.before).sheets, notes));
    throw cause;
  }
  return relaid;
}

/**
 * Puts everything back to what it was: cells that were written, sheets that were laid, what others wrote meanwhile. After
 * another author's edit the port has put the cells back, and by now other rows may stand there.
 */
async function layBack(port: WorkbookPort, before: WorkbookContent, steps: readonly Change[], cause: unknown, sheetsBefore: () => readonly SheetModel[]): Promise<void> {
  await afterFailure(port, cause, (now) => {
    const names = new Set(steps.flatMap((step) => (step.kind === 'laySheet' ? [step.sheet.name] : [])));
    // One that is not there now has been renamed: laid once more under its old name, it would be there twice.
    const present = new Set(now.sheets.map(({ name }) => name));
    const laid = layChanges(sheetsBefore(), before).filter(({ sheet }) => names.has(sheet.name) && present.has(sheet.name));
    const cells = cause instanceof EditedMeanwhileError ? editsAgain(steps, cause.found) : expecting(cellsBack(steps, before, now), now);
    return [...laid, ...cells, ...dropStanding(now)];
  });
}

function* prepare({ content, present, input, before }: Relaying, isLaid: boolean, entered?: OwnWrites): Steps<Relaid & { readonly notes: readonly Note[]; readonly moved: StoodSummary | null; readonly backup: Change }> {
  const summary = stoodSummary(content, present.sheetNames['summary']!, input.plan, input.scope);
  const follow = rowFollower(present, input, isLaid, summary?.moves.map((move) => ({ ...move, sheet: summary.sheet })));
  const followed = (each: BuildInput): BuildInput => ({
    ...each,
    rows: followRows(each.rows, (key) => present.readings[key]?.entries.sheetName, follow),
  });
  const after = followed(input);
  yield;
  const model = yield* buildWorkbookInSteps(after);
  const stay = ['intro', 'summary', 'exchange'].map((key) => present.sheetNames[key]!);
  const notes: Note[] = [];
  for (const sheet of model.sheets) {
    notes.push(...keepNotes([sheet], present.readings, content, stay, follow, summary));
    yield;
  }
  const stood = before === input ? after : followed(before);
  const own = before === input ? entered : yield* ownWritesBetween(present.lists, stood.rows, after.rows);
  const days = [...new Set([present.entries.asOf, input.asOf])];
  const backup = yield* backupInSteps({ ...backupOf(stood, notes, content), own, days }, lastSheet(content));
  return { model, before: stood, after, notes, moved: isLaid ? null : summary, backup };
}

/** Everything laid out again in place, the backup dropped when all of it stands; `moved` where 汇总 stands as it was laid before. */
export function layAgain(model: WorkbookModel, notes: readonly Note[], content: WorkbookContent, moved: StoodSummary | null = null): Change[] {
  const sheets = placeNotes(model.sheets, notes);
  return [...layChanges(sheets, content, moved), { kind: 'defineNames', names: model.names }, dropBackup];
}

function layChanges(sheets: readonly SheetModel[], content: WorkbookContent, moved: StoodSummary | null = null): LayChange[] {
  // A sheet of ours that is gone comes back at its place among ours, 说明 before all of them.
  const ours = new Set(sheets.map((sheet) => sheet.name));
  const first = content.sheets.findIndex((sheet) => ours.has(sheet.name));
  let after = first < 0 ? lastSheet(content) : (content.sheets[first - 1]?.name ?? null);
  return sheets.map((sheet): LayChange => {
    const change: LayChange = { kind: 'laySheet', sheet, after, ...(moved?.sheet === sheet.name && { moves: moved.moves }) };
    after = sheet.name;
    return change;
  });
}

function lastSheet(content: WorkbookContent): string | null {
  return content.sheets[content.sheets.length - 1]?.name ?? null;
}

function backupOf(input: BuildInput, notes: readonly Note[], content: WorkbookContent): Backup {
  const ours = new Set(Object.values(input.sheetNames ?? {}));
  return {
    schemaVersion,
    planId: input.plan.id,
    scope: input.scope,
    asOf: input.asOf,
    reporter: input.reporter ?? null,
    lastCheck: input.lastCheck,
    rows: input.rows,
    ...recordOf(input),
    sheetNames: input.sheetNames ?? {},
    notes,
    stood: tabsOf(content).filter((name) => ours.has(name)),
    tabs: tabsOf(content),
  };
}

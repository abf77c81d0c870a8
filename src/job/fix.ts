import type { Fix, Issue } from '../rule/issue';
import { isErrorValue } from '../rule/value';
import type { ListKey } from '../list/list';
import { buildWorkbookInSteps } from '../sheet/build-workbook';
import type { Change } from '../sheet/model';
import { writeFormatted } from '../sheet/write-formatted';
import type { Steps } from '../total/steps';
import { afterFailure, canBeReadAgain, unstoppable } from './after-failure';
import { againWhenEdited } from './again';
import { backupState, dropBackup, dropStanding } from './backup';
import { checkWorkbook, judgeWorkbook, workbookOf } from './check';
import type { Surroundings } from './clock';
import { expectInSteps } from './expectation';
import { fixSteps, isMended, type FixOfCells, type FixScene } from './fix-step';
import { formulaSource, isStructureBroken } from './formula-source';
import { keptInSteps } from './kept-input';
import type { KnownWorkbook } from './known-workbook';
import { backupOfKnown } from './lay-again';
import { CancelledError, EditedMeanwhileError, HostError, type JobOptions, type WorkbookPort } from './port';
import { editsAgain } from './put-back';
import { recogniseInSteps, recogniseToWrite } from './recognise';
import type { CheckReport, FixResult } from './report';
import { runSteps } from './run-steps';
import { writeSafely } from './safe-write';
import { summaryInSteps } from './summary-anew';
import { rememberUndoable } from './undoable';
import { writtenCells } from './written-cells';

type Fixable<F extends Fix> = Issue & { readonly fix: F };

/**
 * 修正: carries the fixes of these issues out and checks again. A cell that no longer holds what the user saw, or a
 * table that was moved since, is left alone and reported as skipped; what is mended already counts as applied. Headers
 * and tables come first, then sheets, then cells: a formula can be written only where every header that it names is there. Each
 * of these steps is all or nothing.
 */
export async function applyFixes(
  port: WorkbookPort,
  report: CheckReport,
  issues: readonly Issue[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<FixResult> {
  const of = (...kinds: readonly Fix['kind'][]) => issues.filter(({ fix }) => fix !== undefined && kinds.includes(fix.kind));
  const frame = await mendCells(port, report, of('restoreHeader', 'growTable') as Fixable<FixOfCells>[], around, options);
  const sheets = await restoreSheets(port, report, of('restoreSheet') as Fixable<Extract<Fix, { kind: 'restoreSheet' }>>[], around, options);
  const cells = await mendCells(port, report, of('cell', 'restoreFormula', 'restoreTarget') as Fixable<FixOfCells>[], around, options);
  const done = new Set<Issue>([...frame.done, ...sheets, ...cells.done]);
  const { report: after, unmarked } = await checkMended(port, report, done.size > 0, around, options);
  const standing = new Set(after.result.issues.map(({ id }) => id));
  const result: FixResult = {
    applied: issues.filter((issue) => done.has(issue) && !standing.has(issue.id)),
    standing: issues.filter((issue) => done.has(issue) && standing.has(issue.id)),
    skipped: issues.filter((issue) => !done.has(issue)),
    report: after,
    unmarked,
  };
  const written = [frame, cells].flatMap(({ changes, before }) => (before === null ? [] : writtenCells(changes, before, workbookOf(after))));
  if (written.length > 0) rememberUndoable(result, { kind: 'cells', cells: written });
  return result;
}

/**
 * Checks what was mended. Where it cannot be marked, a sheet being locked, what is mended stays and is only judged: to say
 * that nothing was written would not be true.
 */
async function checkMended(port: WorkbookPort, { plan }: CheckReport, isMended: boolean, around: Surroundings, options: JobOptions): Promise<Pick<FixResult, 'report' | 'unmarked'>> {
  if (!isMended) return { report: await checkWorkbook(port, [plan], around, options), unmarked: null };
  try {
    return { report: await checkWorkbook(port, [plan], around, unstoppable(options)), unmarked: null };
  } catch (cause) {
    if (!(cause instanceof HostError) || !canBeReadAgain(cause)) throw cause;
    return { report: await judgeWorkbook(port, [plan], around, unstoppable(options)), unmarked: cause.fault };
  }
}

interface Mended {
  readonly done: readonly Issue[];
  readonly changes: readonly Change[];
  /** The workbook before these changes; null where there are none. */
  readonly before: KnownWorkbook | null;
}

/** Writes cells, and makes tables longer. */
async function mendCells(port: WorkbookPort, report: CheckReport, issues: readonly Fixable<FixOfCells>[], around: Surroundings, options: JobOptions): Promise<Mended> {
  if (issues.length === 0) return { done: [], changes: [], before: null };
  return againWhenEdited(async () => {
    const now = await recogniseToWrite(await port.read(options), [report.plan], around, options);
    const scene = { judged: workbookOf(report), now, formulaOf: formulaSource(now) };
    const { entered, done } = await runSteps(carryOut(scene, issues), around, options);
    if (entered.length > 0) await writeSafely(port, now, { entered, derived: [] }, around, options);
    return { done, changes: entered, before: now };
  });
}

/** Fixes that are carried out in a piece. */
const fixesPerStep = 50;

/** What these fixes write, and which of them are then mended. */
function* carryOut(scene: FixScene, issues: readonly Fixable<FixOfCells>[]): Steps<{ readonly entered: readonly Change[]; readonly done: readonly Issue[] }> {
  const entered: Change[] = [];
  const done: Issue[] = [];
  for (const [at, issue] of issues.entries()) {
    const changes = fixSteps(scene, issue.fix);
    entered.push(...changes);
    if (changes.length > 0 || isMended(scene, issue.fix)) done.push(issue);
    if (at % fixesPerStep === 0) yield;
  }
  return { entered, done };
}

/**
 * Lays sheets that are gone out again as they were issued, each at its own place among the others, and writes formulas anew that
 * lost their reference with them. All under one backup: should it break off, 恢复 lays them.
 */
async function restoreSheets(port: WorkbookPort, report: CheckReport, issues: readonly Fixable<Extract<Fix, { kind: 'restoreSheet' }>>[], around: Surroundings, options: JobOptions): Promise<readonly Issue[]> {
  if (issues.length === 0) return [];
  const now = await recogniseToWrite(await port.read(options), [report.plan], around, options);
  const gone = new Set(issues.map(({ fix }) => fix.list).filter((list) => now.reading.entries.lists[list] === undefined));
  if (options.isCancelled?.() === true) throw new CancelledError('cancelled before writing');
  if (gone.size > 0) {
    const backup = await runSteps(backupOfKnown(now, around), around, options);
    const laid = await runSteps(laidSheets(now, gone, around), around, options);
    await port.apply([backup, ...laid], unstoppable(options));
  }
  await againWhenEdited(() => reconnectFormulas(port, report, around, options));
  return issues;
}

/** These lists, each at its own place among the others. */
export function* laidSheets({ reading, plan, content }: KnownWorkbook, gone: ReadonlySet<ListKey>, around: Surroundings): Steps<Change[]> {
  const { sheets } = yield* buildWorkbookInSteps(yield* keptInSteps(reading, plan, around));
  const names = new Set([...gone].map((list) => reading.sheetNames[list]!));
  const present = new Set(content.sheets.map(({ name }) => name));
  let after: string | null = null;
  return sheets.flatMap((sheet): Change[] => {
    const before = after;
    if (names.has(sheet.name) || present.has(sheet.name)) after = sheet.name;
    return names.has(sheet.name) ? [{ kind: 'laySheet', sheet, after: before }] : [];
  });
}

/** Formulas that read a deleted sheet lost their reference with it: they are written anew, 汇总 with them. The backup goes. */
async function reconnectFormulas(port: WorkbookPort, report: CheckReport, around: Surroundings, options: JobOptions): Promise<void> {
  const known = await recogniseInSteps(await port.read(unstoppable(options)), [report.plan], around, unstoppable(options));
  const { content, reading } = known;
  const changes = isStructureBroken(reading.entries) ? [] : await runSteps(reconnected(known, around), around, unstoppable(options));
  const drop = backupState(content) === 'none' ? [] : [dropBackup];
  if (changes.length + drop.length === 0) return;
  // Where they were laid by an earlier try, no backup stands any more.
  if (drop.length === 0) return writeSafely(port, known, { entered: [], derived: changes }, around, options);
  try {
    await port.apply([...changes, ...drop], unstoppable(options));
  } catch (cause) {
    // The sheets stand whole by now, and 汇总 is laid again at the next try.
    if (cause instanceof EditedMeanwhileError) await afterFailure(port, cause, (now) => [...editsAgain(changes, cause.found), ...dropStanding(now)]);
    throw cause;
  }
}

function* reconnected(known: KnownWorkbook, around: Surroundings): Steps<Change[]> {
  return yield* expectInSteps([...brokenFormulas(known), yield* summaryInSteps(known, around)], known.content);
}

function brokenFormulas(known: KnownWorkbook): Change[] {
  const { entries, lists } = known.reading;
  const formulaOf = formulaSource(known);
  return lists.flatMap((list): Change[] => {
    const { at, values, firstRow, sheetName } = entries.lists[list.key]!;
    return list.columns.flatMap((column) =>
      (column.role === 'formula' ? (values[column.key] ?? []) : []).flatMap((value, row): Change[] => {
        const formula = isErrorValue(value) ? formulaOf(list.key, column.key, row) : null;
        return formula === null ? [] : writeFormatted(sheetName, column, firstRow + row, at[column.key]!, [[formula]]);
      }),
    );
  });
}

import type { Fix, Issue } from '../rule/issue';
import { isErrorValue } from '../rule/value';
import type { ListKey } from '../list/list';
import { buildWorkbook } from '../sheet/build-workbook';
import type { Change } from '../sheet/model';
import { writeFormatted } from '../sheet/write-formatted';
import { afterFailure, canBeReadAgain, unstoppable } from './after-failure';
import { againWhenEdited } from './again';
import { backupState, dropBackup, dropStanding } from './backup';
import { checkWorkbook, judgeWorkbook, workbookOf } from './check';
import type { Surroundings } from './clock';
import { expecting } from './expectation';
import { fixSteps, isMended, type FixOfCells } from './fix-step';
import { formulaSource, isStructureBroken } from './formula-source';
import { keptInput } from './kept-input';
import { backupOfKnown } from './lay-again';
import { CancelledError, EditedMeanwhileError, HostError, type JobOptions, type WorkbookPort } from './port';
import { editsAgain } from './put-back';
import { recogniseForWriting, recogniseWorkbook, type KnownWorkbook } from './recognise';
import type { CheckReport, FixResult } from './report';
import { runSteps } from './run-steps';
import { writeSafely } from './safe-write';
import { summaryAnew } from './summary-anew';
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
  const result: FixResult = {
    applied: issues.filter((issue) => done.has(issue)),
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
    const now = recogniseForWriting(await port.read(options), [report.plan], around);
    const scene = { judged: workbookOf(report), now, formulaOf: formulaSource(now) };
    const steps = issues.map((issue) => fixSteps(scene, issue.fix));
    const entered = steps.flat();
    if (entered.length > 0) await writeSafely(port, now, { entered, derived: [] }, around, options);
    return { done: issues.filter((issue, at) => steps[at]!.length > 0 || isMended(scene, issue.fix)), changes: entered, before: now };
  });
}

/**
 * Lays sheets that are gone out again as they were issued, each at its own place among the others, and writes formulas anew that
 * lost their reference with them. All under one backup: should it break off, 恢复 lays them.
 */
async function restoreSheets(port: WorkbookPort, report: CheckReport, issues: readonly Fixable<Extract<Fix, { kind: 'restoreSheet' }>>[], around: Surroundings, options: JobOptions): Promise<readonly Issue[]> {
  if (issues.length === 0) return [];
  const now = recogniseForWriting(await port.read(options), [report.plan], around);
  const gone = new Set(issues.map(({ fix }) => fix.list).filter((list) => now.reading.entries.lists[list] === undefined));
  if (options.isCancelled?.() === true) throw new CancelledError('cancelled before writing');
  if (gone.size > 0) await port.apply([await runSteps(backupOfKnown(now, around), around, options), ...laidSheets(now, gone, around)], unstoppable(options));
  await againWhenEdited(() => reconnectFormulas(port, report, around, options));
  return issues;
}

function laidSheets({ reading, plan, content }: KnownWorkbook, gone: ReadonlySet<ListKey>, around: Surroundings): Change[] {
  const { sheets } = buildWorkbook(keptInput(reading, plan, around));
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
  const known = recogniseWorkbook(await port.read(unstoppable(options)), [report.plan], around);
  const { content, reading } = known;
  const changes = isStructureBroken(reading.entries) ? [] : expecting([...brokenFormulas(known), summaryAnew(known, around)], content);
  const drop = backupState(content) === 'none' ? [] : [dropBackup];
  if (changes.length + drop.length === 0) return;
  try {
    await port.apply([...changes, ...drop], unstoppable(options));
  } catch (cause) {
    // The sheets stand whole by now, and 汇总 is laid again at the next try.
    if (cause instanceof EditedMeanwhileError) await afterFailure(port, cause, (now) => [...editsAgain(changes, cause.found), ...dropStanding(now)]);
    throw cause;
  }
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

import { isOlder } from '../list/schema-version';
import type { Plan } from '../plan/plan';
import type { SheetContent, WorkbookContent } from '../sheet/model';
import { withCellsWritten } from '../sheet/write-content';
import { upgradeTexts } from '../text/version';
import { workbookTexts } from '../text/workbook';
import { againWhenEdited } from './again';
import { refuseWhileBackupWaits } from './backup';
import type { Surroundings } from './clock';
import { isStructureBroken } from './formula-source';
import { giveInSteps } from './give-identities';
import { judgeReading } from './judge';
import type { KnownWorkbook } from './known-workbook';
import { markInSteps, restoreInSteps } from './mark';
import type { Edit, JobOptions, WorkbookPort } from './port';
import { recogniseInSteps, recogniseToWrite } from './recognise';
import type { CheckReport } from './report';
import { runSteps } from './run-steps';
import { writeSafely } from './safe-write';
import { summaryInSteps } from './summary-anew';
import { WorkbookError } from './workbook-error';

/** What a report was made from, so that an edit needs only the edited sheets to be read again. */
const workbooks = new WeakMap<CheckReport, KnownWorkbook>();

/** Reads and judges; writes nothing. */
export async function judgeWorkbook(
  port: WorkbookPort,
  plans: readonly Plan[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<CheckReport> {
  return judgeContent(await port.read(options), plans, around, options);
}

/** 一键校验: reads, judges and marks. Cancelling before the marks leaves the workbook as it was. */
export async function checkWorkbook(
  port: WorkbookPort,
  plans: readonly Plan[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<CheckReport> {
  return againWhenEdited(async () => {
    const content = await port.read(options);
    refuseWhileBackupWaits(content);
    const read = await recogniseInSteps(content, plans, around, options);
    const { known, writes } = await runSteps(giveInSteps(read, around), around, options);
    const report = await judgeReading(known, around, options);
    const marks = await runSteps(markInSteps(known, report, around), around, options);
    await writeSafely(port, read, { ...marks, entered: [...writes, ...marks.entered] }, around, options);
    workbooks.set(report, { ...known, content: withCellsWritten(content, writes) });
    return report;
  });
}

/**
 * After an edit: reads the edited sheets again (all of them where that is not known) and judges what can have changed.
 * Never writes.
 */
export async function rejudge(
  port: WorkbookPort,
  report: CheckReport,
  edits: readonly Edit[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<CheckReport> {
  const before = workbooks.get(report);
  const edited = new Set(edits.map((edit) => edit.sheet));
  const known = before?.content.sheets.map((sheet) => sheet.name) ?? [];
  if (before === undefined || ![...edited].every((name) => known.includes(name))) {
    return judgeWorkbook(port, [report.plan], around, options);
  }
  const fresh = await port.read({ ...options, sheets: [...edited, ...targetSheets(before)] });
  const byName = new Map<string, SheetContent>(fresh.sheets.map((sheet) => [sheet.name, sheet]));
  const content: WorkbookContent = { sheets: before.content.sheets.map((sheet) => byName.get(sheet.name) ?? sheet) };
  return judgeContent(content, [report.plan], around, options, report);
}

/**
 * 重算汇总: lays 汇总 anew and puts missing formulas back; what was entered is not touched. Throws WorkbookError
 * where a header or sheet is gone that its formulas read, and in a workbook of an earlier version: half of its sheets would be laid
 * out otherwise than the rest.
 */
export async function recalculateSummary(
  port: WorkbookPort,
  plans: readonly Plan[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<void> {
  await againWhenEdited(async () => {
    const known = await recogniseToWrite(await port.read(options), plans, around, options);
    if (isOlder(known.reading.data)) throw new WorkbookError(upgradeTexts.recalculate);
    if (isStructureBroken(known.reading.entries)) throw new WorkbookError(workbookTexts.structureFirst);
    const restored = await runSteps(restoreInSteps(known), around, options);
    await writeSafely(port, known, { entered: [], derived: [...restored, await runSteps(summaryInSteps(known, around), around, options)] }, around, options);
  });
}

/** Keeps what a report was made from. */
export function rememberWorkbook(report: CheckReport, known: KnownWorkbook): void {
  workbooks.set(report, known);
}

/** The workbook that a report judged. */
export function workbookOf(report: CheckReport): KnownWorkbook {
  const known = workbooks.get(report);
  if (known === undefined) throw new RangeError('the report was not made by a job');
  return known;
}

async function judgeContent(
  content: WorkbookContent,
  plans: readonly Plan[],
  around: Surroundings,
  options: JobOptions,
  earlier?: CheckReport,
): Promise<CheckReport> {
  const known = await recogniseInSteps(content, plans, around, options);
  const report = await judgeReading(known, around, options, earlier);
  workbooks.set(report, known);
  return report;
}

/** Lists whose formulas follow from other sheets. */
function targetSheets({ reading }: KnownWorkbook): string[] {
  return reading.lists.flatMap((list) => {
    const entries = reading.entries.lists[list.key];
    return list.kind === 'target' && entries !== undefined ? [entries.sheetName] : [];
  });
}

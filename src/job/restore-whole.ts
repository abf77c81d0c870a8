import { listsInScope } from '../list/registry';
import type { Plan } from '../plan/plan';
import { contentOfSheet } from '../sheet/content-of';
import { placeNotes } from '../sheet/keep-notes';
import type { Change, SheetContent, WorkbookContent } from '../sheet/model';
import { sheetNameOf } from '../sheet/sheet-name';
import { stoodSummary } from '../sheet/version/versions';
import { workbookTexts } from '../text/workbook';
import { unstoppable } from './after-failure';
import { defaultAsOf } from './as-of';
import type { Backup } from './backup';
import { dropStrays, layBackup } from './backup-layout';
import type { Surroundings } from './clock';
import { countKept } from './count-kept';
import { expectInSteps } from './expectation';
import { findTyped, keepTyped } from './keep-typed';
import { applyAtLast, layAgain } from './lay-again';
import { EditedMeanwhileError, type JobOptions, type WorkbookPort } from './port';
import type { LayChange } from './put-back';
import type { GenerateResult } from './report';
import { runSteps } from './run-steps';
import { tabsNow, tabsOf } from './tabs-now';
import { WorkbookError } from './workbook-error';

/**
 * 恢复 from a backup of the whole: every sheet of ours is laid as it was. What people typed into them since the operation was
 * broken off is kept on sheets of its own before any of them is laid, and what another author types meanwhile after that.
 */
export async function restoreWhole(
  port: WorkbookPort,
  content: WorkbookContent,
  backup: Backup,
  plans: readonly Plan[],
  around: Surroundings,
  options: JobOptions,
): Promise<GenerateResult> {
  const plan = plans.find((candidate) => candidate.id === backup.planId);
  if (plan === undefined) throw new WorkbookError(workbookTexts.unknownPlan(backup.planId));
  const asOf = backup.asOf || defaultAsOf(plan, around);
  const lists = listsInScope(plan, backup.scope);
  const now = await runSteps(tabsNow(backup, lists, content, function* (names) {
    const { model, notes } = yield* layBackup(backup, plan, asOf, names);
    return placeNotes(model.sheets, notes);
  }), around, options);
  const layout = await runSteps(layBackup(backup, plan, asOf, now), around, options);
  const { input, notes, model } = layout;
  const copiesOf = async (found: WorkbookContent, tabs: readonly string[], standing: WorkbookContent) =>
    keepTyped(await runSteps(findTyped(backup, layout, found, new Set(tabs)), around, unstoppable(options)), standing);
  const copies = await copiesOf(content, tabsOf(content), content);
  const summary = stoodSummary(content, sheetNameOf('summary', now), plan, input.scope);
  const laid = [...copies, ...dropStrays(backup, now, model, content), ...layAgain(model, notes, content, summary)];
  const changes = await runSteps(expectInSteps(laid, content, isEditable(now)), around, options);
  const edited = await layOver(port, changes, options);
  const later = await copiesOf(withSheets(content, edited), edited.map(({ name }) => name), withSheets(content, copies.map(({ sheet }) => contentOfSheet(sheet))));
  if (later.length > 0) await applyAtLast(port, later, unstoppable(options));
  const apart = [...new Set([...copies, ...later].map(({ sheet }) => sheet.name))];
  return { kept: await runSteps(countKept(input), around, unstoppable(options)), sheets: model.sheets.length, ...(apart.length > 0 && { apart }) };
}

/** Lays the sheets; those that another author edited meanwhile come back as they stood just before. */
async function layOver(port: WorkbookPort, changes: readonly Change[], options: JobOptions): Promise<readonly SheetContent[]> {
  try {
    await port.apply(changes, options);
    return [];
  } catch (cause) {
    // They are laid to the end all the same.
    if (cause instanceof EditedMeanwhileError && cause.hasWritten) return cause.found;
    throw cause;
  }
}

/** 校验结果 is nobody's to edit. */
function isEditable(sheetNames: Readonly<Record<string, string>>): (change: Change) => change is LayChange {
  return (change): change is LayChange => change.kind === 'laySheet' && change.sheet.name !== sheetNames['result'];
}

/** The same with these in place of those of their names. */
function withSheets({ sheets }: WorkbookContent, others: readonly SheetContent[]): WorkbookContent {
  const names = new Set(others.map(({ name }) => name));
  return { sheets: [...sheets.filter(({ name }) => !names.has(name)), ...others] };
}

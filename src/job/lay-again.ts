import type { BuildInput } from '../sheet/build-input';
import { recordOf } from '../list/record';
import { buildWorkbook } from '../sheet/build-workbook';
import { followRows, rowFollower } from '../sheet/follow-rows';
import { keepNotes, placeNotes, type Note } from '../sheet/keep-notes';
import type { Change, SheetModel, WorkbookContent, WorkbookModel } from '../sheet/model';
import type { WorkbookReading } from '../sheet/read-workbook';
import { sheetNames } from '../sheet/sheet-name';
import { writeBackup, type Backup } from './backup';
import type { JobOptions, WorkbookPort } from './port';

const dropBackup: Change = { kind: 'removeSheet', sheet: sheetNames.backup };

/** A workbook of ours as it was read, and what it is laid out from. */
export interface Relaying {
  readonly content: WorkbookContent;
  readonly present: WorkbookReading;
  readonly input: BuildInput;
  /** What 恢复 lays out, should this be interrupted. */
  readonly before: BuildInput;
}

/**
 * Lays every sheet of ours out again in place, with what the user wrote outside the tables. A backup stands in the
 * workbook until the last sheet is written. Returns what was laid, and `before` with its formulas as they read now.
 */
export async function layWorkbookAgain(
  port: WorkbookPort,
  relaying: Relaying,
  options: JobOptions,
): Promise<{ readonly model: WorkbookModel; readonly before: BuildInput }> {
  const { content, present } = relaying;
  const follow = rowFollower(present, relaying.input);
  const followed = (input: BuildInput): BuildInput => ({
    ...input,
    rows: followRows(input.rows, (key) => present.readings[key]?.entries.sheetName, follow),
  });
  const model = buildWorkbook(followed(relaying.input));
  const stay = ['intro', 'summary', 'exchange'].map((key) => present.sheetNames[key]!);
  const notes = keepNotes(model.sheets, present.readings, content, stay, follow);
  const before = followed(relaying.before);
  const backup = backupOf(before, notes);
  await port.apply([writeBackup(backup, lastSheet(content)), ...layAgain(model, notes, content)], options);
  return { model, before };
}

/** Everything laid out again in place, the backup dropped when all of it stands. */
export function layAgain(model: WorkbookModel, notes: readonly Note[], content: WorkbookContent): Change[] {
  const sheets = placeNotes(model.sheets, notes);
  return [...layChanges(sheets, content), { kind: 'defineNames', names: model.names }, dropBackup];
}

export function layChanges(sheets: readonly SheetModel[], content: WorkbookContent): Change[] {
  // A sheet of ours that is gone comes back at its place among ours, 说明 before all of them.
  const ours = new Set(sheets.map((sheet) => sheet.name));
  const first = content.sheets.findIndex((sheet) => ours.has(sheet.name));
  let after = first < 0 ? lastSheet(content) : (content.sheets[first - 1]?.name ?? null);
  return sheets.map((sheet): Change => {
    const change: Change = { kind: 'laySheet', sheet, after };
    after = sheet.name;
    return change;
  });
}

function lastSheet(content: WorkbookContent): string | null {
  return content.sheets[content.sheets.length - 1]?.name ?? null;
}

function backupOf(input: BuildInput, notes: readonly Note[]): Backup {
  return {
    planId: input.plan.id,
    scope: input.scope,
    asOf: input.asOf,
    reporter: input.reporter ?? null,
    lastCheck: input.lastCheck,
    rows: input.rows,
    ...recordOf(input),
    sheetNames: input.sheetNames ?? {},
    notes,
  };
}

import type { BuildInput } from '../sheet/build-input';
import { recordOf } from '../list/record';
import { buildWorkbook } from '../sheet/build-workbook';
import { followRows, rowFollower } from '../sheet/follow-rows';
import { keepNotes, placeNotes, type Note } from '../sheet/keep-notes';
import type { Change, SheetModel, WorkbookContent, WorkbookModel } from '../sheet/model';
import type { WorkbookReading } from '../sheet/read-workbook';
import { sheetNames } from '../sheet/sheet-name';
import { writeBackup, type Backup } from './backup';
import { CancelledError, type JobOptions, type WorkbookPort } from './port';
import { writeOver } from './write-over';

type LayChange = Extract<Change, { readonly kind: 'laySheet' }>;

const dropBackup: Change = { kind: 'removeSheet', sheet: sheetNames.backup };

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
 * workbook until the last sheet is written.
 */
export async function layWorkbookAgain(port: WorkbookPort, relaying: Relaying, options: JobOptions): Promise<Relaid> {
  const { notes, backup, ...relaid } = prepare(relaying);
  await port.apply([backup, ...layAgain(relaid.model, notes, relaying.content)], options);
  return relaid;
}

/**
 * Gives the workbook the same contents as layWorkbookAgain, but writes on 说明, 汇总 and the lists only what differs, so
 * that the user's formats, notes and columns stay as they are. A sheet that does not stand as it would be laid is laid,
 * and all are where a list has moved on its sheet, since formulas then have to follow. The other sheets of ours, which
 * nobody formats, are laid. May be stopped only before the first write: the backup is there for what fails.
 */
export async function writeWorkbookOver(port: WorkbookPort, relaying: Relaying, options: JobOptions): Promise<Relaid> {
  const { content, present } = relaying;
  const { notes, backup, ...relaid } = prepare(relaying);
  const { model } = relaid;
  const tops = new Map(Object.values(present.readings).map(({ area, entries }) => [entries.sheetName, area.row]));
  const hasMoved = model.sheets.some(({ name, tables: [table] }) => table !== undefined && (tops.get(name) ?? table.area.row) !== table.area.row);
  const kept = new Set([...tops.keys(), present.sheetNames['intro'], present.sheetNames['summary']]);
  const written = new Map<string, readonly Change[]>();
  for (const sheet of hasMoved ? [] : model.sheets) {
    const before = kept.has(sheet.name) ? content.sheets.find(({ name }) => name === sheet.name) : undefined;
    const changes = before === undefined ? null : writeOver(sheet, before);
    if (changes !== null) written.set(sheet.name, changes);
  }
  const laid = layChanges(placeNotes(model.sheets, notes), content).filter(({ sheet }) => !written.has(sheet.name));
  const changes = [backup, ...laid, { kind: 'defineNames', names: model.names } as const, ...[...written.values()].flat(), dropBackup];
  if (options.isCancelled?.() === true) throw new CancelledError('cancelled before writing');
  await port.apply(changes, options.onProgress === undefined ? {} : { onProgress: options.onProgress });
  return relaid;
}

function prepare({ content, present, input, before }: Relaying): Relaid & { readonly notes: readonly Note[]; readonly backup: Change } {
  const follow = rowFollower(present, input);
  const followed = (each: BuildInput): BuildInput => ({
    ...each,
    rows: followRows(each.rows, (key) => present.readings[key]?.entries.sheetName, follow),
  });
  const after = followed(input);
  const model = buildWorkbook(after);
  const stay = ['intro', 'summary', 'exchange'].map((key) => present.sheetNames[key]!);
  const notes = keepNotes(model.sheets, present.readings, content, stay, follow);
  const stood = followed(before);
  return { model, before: stood, after, notes, backup: writeBackup(backupOf(stood, notes), lastSheet(content)) };
}

/** Everything laid out again in place, the backup dropped when all of it stands. */
export function layAgain(model: WorkbookModel, notes: readonly Note[], content: WorkbookContent): Change[] {
  const sheets = placeNotes(model.sheets, notes);
  return [...layChanges(sheets, content), { kind: 'defineNames', names: model.names }, dropBackup];
}

export function layChanges(sheets: readonly SheetModel[], content: WorkbookContent): LayChange[] {
  // A sheet of ours that is gone comes back at its place among ours, 说明 before all of them.
  const ours = new Set(sheets.map((sheet) => sheet.name));
  const first = content.sheets.findIndex((sheet) => ours.has(sheet.name));
  let after = first < 0 ? lastSheet(content) : (content.sheets[first - 1]?.name ?? null);
  return sheets.map((sheet): LayChange => {
    const change: LayChange = { kind: 'laySheet', sheet, after };
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

import { z } from 'zod';
import type { WorkbookRecord } from '../list/record';
import { hiddenSheet } from '../sheet/hidden-sheet';
import { joinPieces, piecesInSteps } from '../sheet/text-piece';
import type { ListRows } from '../sheet/build-input';
import { jsonParts } from '../sheet/json-part';
import type { Note } from '../sheet/keep-notes';
import type { Change, WorkbookContent } from '../sheet/model';
import { cellReader } from '../sheet/read-data';
import { recordShape, value } from '../sheet/record-schema';
import { sheetNames } from '../sheet/sheet-name';
import { workbookTexts } from '../text/workbook';
import { finish, type Steps } from '../total/steps';
import { journalState } from './journal';
import type { OwnWrites } from './own-writes';
import type { TabsThen } from './tabs-now';
import { WorkbookError } from './workbook-error';

/** Everything that a user entered, as it stood before the sheets were laid out anew. */
export interface Backup extends WorkbookRecord, TabsThen {
  /** Of the add-in that wrote it. */
  readonly schemaVersion: number;
  readonly planId: string;
  readonly scope: { readonly kind: 'city' } | { readonly kind: 'unit'; readonly unit: string };
  readonly asOf: number;
  readonly reporter: string | null;
  readonly lastCheck: string | null;
  readonly rows: Readonly<Record<string, ListRows>>;
  /** What stands outside the tables. */
  readonly notes: readonly Note[];
  /** Tabs of ours that stood before; undefined in backups of the first version. */
  readonly stood?: readonly string[] | undefined;
  /** What the operation was about to write over the rows; undefined where it writes what stands here. */
  readonly own?: OwnWrites | undefined;
  /** 统计截止日 as it stood and as it was to be; undefined where an earlier version wrote it. */
  readonly days?: readonly number[] | undefined;
}

const userColumn = z.object({
  header: z.string(),
  at: z.number(),
  values: z.array(value),
  formulas: z.array(z.union([z.string(), z.null()])),
});
// The first version did not say.
const versionSchema = z.object({ schemaVersion: z.number().default(1) });
const backupSchema = versionSchema.extend({
  planId: z.string(),
  scope: z.union([z.object({ kind: z.literal('city') }), z.object({ kind: z.literal('unit'), unit: z.string() })]),
  asOf: z.number(),
  reporter: z.union([z.string(), z.null()]),
  lastCheck: z.union([z.string(), z.null()]),
  rows: z.record(
    z.string(),
    z.object({
      rowCount: z.number(),
      values: z.record(z.string(), z.array(value)),
      formulas: z.record(z.string(), z.array(z.union([z.string(), z.null()]))).default({}),
      order: z.array(z.union([z.object({ key: z.string() }), z.object({ user: userColumn })])).optional(),
    }),
  ),
  ...recordShape,
  sheetNames: z.record(z.string(), z.string()),
  notes: z.array(
    z.object({
      sheet: z.string(),
      row: z.number(),
      column: z.number(),
      content: z.union([value, z.object({ formula: z.string(), value })]),
    }),
  ),
  stood: z.array(z.string()).optional(),
  tabs: z.array(z.string()).optional(),
  own: z.record(z.string(), z.array(z.string())).optional(),
  days: z.array(z.number()).optional(),
});

/** The very hidden sheet that keeps a backup until the new sheets are complete. */
export function writeBackup(...source: Parameters<typeof backupInSteps>): Change {
  return finish(backupInSteps(...source));
}

/** Objects within one another down to the columns of a list. */
const depthOfColumns = 4;

/** The same a few milliseconds at a time. */
export function* backupInSteps(backup: Backup, after: string | null): Steps<Change> {
  const pieces = (yield* piecesInSteps(jsonParts(backup, depthOfColumns))).map((piece) => [piece]);
  return { kind: 'laySheet', after, sheet: hiddenSheet(sheetNames.backup, [{ row: 0, column: 0, content: pieces }]) };
}

/** Removes the backup. */
export const dropBackup: Change = { kind: 'removeSheet', sheet: sheetNames.backup };

/**
 * Whether a backup stands in a workbook. `cut` where its writing was broken off: it is written before anything else,
 * and everything else waits for it, so that nothing has been changed then and it can go.
 */
export function backupState(content: WorkbookContent): 'none' | 'cut' | 'standing' {
  if (!hasSheet(content)) return 'none';
  return textOf(content) === null ? 'cut' : 'standing';
}

/** Removes a backup that was cut; nothing where there is none. */
export function dropCutBackup(content: WorkbookContent): Change[] {
  return backupState(content) === 'cut' ? [dropBackup] : [];
}

/** Removes what stands of the backup of a write that is put back otherwise. */
export function dropStanding(content: WorkbookContent): Change[] {
  return backupState(content) === 'none' ? [] : [dropBackup];
}

/** True where an operation was cut off half-way and 恢复 puts it back: a backup of the whole stands, or its journal. */
export function waitsForRestore(content: WorkbookContent): boolean {
  return backupState(content) === 'standing' || journalState(content) === 'standing';
}

/** Throws WorkbookError where 恢复 has to come first: whatever were written meanwhile would be lost with it. */
export function refuseWhileBackupWaits(content: WorkbookContent): void {
  if (waitsForRestore(content)) throw new WorkbookError(workbookTexts.backupWaiting);
}

/** The backup that stands in a workbook; null where there is none, or one that was cut. Throws WorkbookError where it is of no use. */
export function readBackup(content: WorkbookContent): Backup | null {
  const text = textOf(content);
  if (text === null) return null;
  try {
    return backupSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new WorkbookError(workbookTexts.brokenBackup, { cause });
  }
}

/** The version that wrote the backup that stands; null where there is none, or none is told. */
export function versionOfBackup(content: WorkbookContent): number | null {
  const text = textOf(content);
  if (text === null) return null;
  try {
    return versionSchema.safeParse(JSON.parse(text)).data?.schemaVersion ?? null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** Null where there is none, or not all of it. */
function textOf(content: WorkbookContent): string | null {
  const sheet = content.sheets.find(({ name }) => name === sheetNames.backup);
  if (sheet === undefined) return null;
  const cell = cellReader(sheet);
  return joinPieces((row) => cell(row, 0));
}

function hasSheet({ sheets }: WorkbookContent): boolean {
  return sheets.some(({ name }) => name === sheetNames.backup);
}

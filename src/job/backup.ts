import { z } from 'zod';
import { hiddenSheet } from '../sheet/hidden-sheet';
import type { ListRows } from '../sheet/build-input';
import type { Note } from '../sheet/keep-notes';
import type { Change, WorkbookContent } from '../sheet/model';
import { cellReader } from '../sheet/read-data';
import { sheetNames } from '../sheet/sheet-name';
import { workbookTexts } from '../text/workbook';
import { WorkbookError } from './workbook-error';

/** Everything that a user entered, as it stood before the sheets were laid out anew. */
export interface Backup {
  readonly planId: string;
  readonly scope: { readonly kind: 'city' } | { readonly kind: 'unit'; readonly unit: string };
  readonly asOf: number;
  readonly reporter: string | null;
  readonly lastCheck: string | null;
  readonly rows: Readonly<Record<string, ListRows>>;
  readonly issued: Readonly<Record<string, Readonly<Record<string, { readonly name: string; readonly unit: string }>>>>;
  readonly explanations: readonly {
    readonly row: string;
    readonly code: string;
    readonly valueHash: string;
    readonly who: string;
    readonly why: string;
  }[];
  readonly cityLevelReserve: Readonly<Record<string, number>> | null;
  readonly sheetNames: Readonly<Record<string, string>>;
  /** What stands outside the tables. */
  readonly notes: readonly Note[];
}

/** Characters per cell, under Excel's limit of 32,767. */
const chunkLength = 30_000;

/** Stands before each piece, so that no piece begins with = or a number. */
const pieceMark = '|';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const userColumn = z.object({
  header: z.string(),
  at: z.number(),
  values: z.array(value),
  formulas: z.array(z.union([z.string(), z.null()])),
});
const backupSchema = z.object({
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
  issued: z.record(z.string(), z.record(z.string(), z.object({ name: z.string(), unit: z.string() }))),
  explanations: z.array(
    z.object({ row: z.string(), code: z.string(), valueHash: z.string(), who: z.string(), why: z.string() }),
  ),
  cityLevelReserve: z.union([z.record(z.string(), z.number()), z.null()]),
  sheetNames: z.record(z.string(), z.string()),
  notes: z.array(
    z.object({
      sheet: z.string(),
      row: z.number(),
      column: z.number(),
      content: z.union([value, z.object({ formula: z.string(), value })]),
    }),
  ),
});

/** The very hidden sheet that keeps a backup until the new sheets are complete. */
export function writeBackup(backup: Backup, after: string | null): Change {
  const text = JSON.stringify(backup);
  const pieces = splitText(text).map((piece) => [pieceMark + piece]);
  return {
    kind: 'laySheet',
    after,
    sheet: hiddenSheet(sheetNames.backup, [
      { row: 0, column: 0, content: [[`${pieceMark}${text.length}`]] },
      { row: 1, column: 0, content: pieces },
    ]),
  };
}

/** Pieces for one cell each. Half a character (of rare Chinese names) would not survive in a file. */
function splitText(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + chunkLength;
    const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    pieces.push(text.slice(start, isHalf ? end - 1 : end));
    start += pieces[pieces.length - 1]!.length;
  }
  return pieces;
}

/** The backup in a workbook; null where there is none. Throws WorkbookError where it is not whole. */
export function readBackup(content: WorkbookContent): Backup | null {
  const sheet = content.sheets.find((candidate) => candidate.name === sheetNames.backup);
  if (sheet === undefined) return null;
  const cell = cellReader(sheet);
  const piece = (row: number): string | null => {
    const text = cell(row, 0);
    return typeof text === 'string' && text.startsWith(pieceMark) ? text.slice(pieceMark.length) : null;
  };
  let text = '';
  for (let row = 1, next = piece(row); next !== null; row += 1, next = piece(row)) text += next;
  if (String(text.length) !== piece(0)) throw new WorkbookError(workbookTexts.brokenBackup);
  try {
    return backupSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new WorkbookError(workbookTexts.brokenBackup, { cause });
  }
}

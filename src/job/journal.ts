import { z } from 'zod';
import { dataColumns } from '../sheet/build-data';
import type { Change, Content, SheetContent, WorkbookContent } from '../sheet/model';
import { cellReader, findDataSheet } from '../sheet/read-data';
import { value } from '../sheet/record-schema';
import { rewriteBlock } from '../sheet/rewrite-block';
import { joinPieces, textPieces } from '../sheet/text-piece';
import { withCellsWritten, type CellsWritten } from '../sheet/write-content';
import { workbookTexts } from '../text/workbook';
import type { KnownWorkbook } from './known-workbook';
import { readSheet } from './put-back';
import { tabsOf, type TabsThen } from './tabs-now';
import { WorkbookError } from './workbook-error';
import { keyOf, writtenCells, type WrittenCell } from './written-cells';

/**
 * The journal of a write: the cells of people that it is about to change, each with what it holds and what it will hold, and
 * the sheets that it lays. It stands in the hidden sheet from the first step of a write to its last and travels in the same
 * request, which Excel carries out in order but not as a whole: where Excel goes for good half-way, it says what 恢复 has to
 * put back; of a write that changes nobody's cells, that protections and looks have to be seen to. No sheet is added for
 * it, which a protected workbook would refuse.
 */
export interface Journal {
  /** Stands before anything else is written. */
  readonly begin: readonly CellsWritten[];
  /** Takes it away once everything is written. */
  readonly end: readonly Change[];
}

/** A sheet that a write lays. */
export interface LaidSheet {
  /** What it is (SheetKey or list). */
  readonly key: string;
  readonly name: string;
  /** True where no sheet of that name stood before. */
  readonly isNew: boolean;
  /** What it gets that stands by itself: notes of people on it, which nothing else knows once it is half laid, and titles. */
  readonly single: readonly SingleCell[];
}

interface SingleCell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}

/** What a journal that stands says; tabs of ours are all of those that it names. */
export interface JournalRead extends TabsThen {
  readonly cells: readonly WrittenCell[];
  readonly laid: readonly LaidSheet[];
}

/** The journal of these changes, of which `entered` write people's cells. Empty where there are none, or no hidden sheet. */
export function journalOf(known: KnownWorkbook, entered: readonly Change[], derived: readonly Change[]): Journal {
  const sheet = findDataSheet(known.content);
  if (entered.length + derived.length === 0 || sheet === null) return { begin: [], end: [] };
  const cells = enteredCells(known, entered);
  const { sheetNames } = known.reading;
  const text = JSON.stringify({ cells: cells.map(packCell), laid: laidSheets([...entered, ...derived], known), sheetNames, tabs: tabsOf(known.content) });
  const begin = rewriteBlock(sheet, { ...place, content: textPieces(text).map((piece) => [piece]) });
  return { begin: [begin], end: [{ ...begin, content: begin.content.map(() => [null]) }] };
}

/** People's cells that these changes write, with what they hold and will hold. */
export function enteredCells(known: KnownWorkbook, entered: readonly Change[]): WrittenCell[] {
  const writes = entered.filter((change): change is CellsWritten => change.kind === 'writeCells');
  const next: KnownWorkbook = { ...known, content: withCellsWritten(known.content, writes) };
  return writtenCells(writes, known, next).map((cell) => withIdentity(cell, known, next));
}

/** `cut` where its own writing was broken off: nothing else had been written then. */
export function journalState(content: WorkbookContent): 'none' | 'cut' | 'standing' {
  const sheet = findDataSheet(content);
  if (sheet === null || cellReader(sheet)(place.row, place.column) === null) return 'none';
  return textOf(sheet) === null ? 'cut' : 'standing';
}

/** Takes away the journal that stands. */
export function dropJournal(content: WorkbookContent): CellsWritten[] {
  const sheet = findDataSheet(content);
  if (sheet === null || journalState(content) === 'none') return [];
  return [rewriteBlock(sheet, { ...place, content: [[null]] })];
}

/** The same, where it is this one; another author's waits for 恢复. */
export function dropOwnJournal({ begin }: Journal, content: WorkbookContent): Change[] {
  const sheet = findDataSheet(content);
  const own = joinPieces((row) => begin[0]?.content[row]?.[0]);
  return sheet !== null && own !== null && textOf(sheet) === own ? dropJournal(content) : [];
}

/** The workbook as if no journal stood in it. */
export function withoutJournal(content: WorkbookContent): WorkbookContent {
  return withCellsWritten(content, dropJournal(content));
}

/** True for a change that writes a journal, or takes it away. */
export function isOfJournal(change: Change, { sheets }: WorkbookContent): boolean {
  return change.kind === 'writeCells' && change.column === place.column && change.row === place.row && findDataSheet({ sheets })?.name === change.sheet;
}

/** The journal that stands; empty where there is none. Throws WorkbookError where it is of no use. */
export function readJournal(content: WorkbookContent): JournalRead {
  const sheet = findDataSheet(content);
  const text = sheet === null ? null : textOf(sheet);
  if (text === null) return { cells: [], laid: [], sheetNames: {} };
  try {
    const { cells, laid, sheetNames, tabs } = journalSchema.parse(JSON.parse(text));
    return { cells: cells.map((cell) => unpackCell(cell, sheetNames)), laid, sheetNames, tabs };
  } catch (cause) {
    throw new WorkbookError(workbookTexts.brokenBackup, { cause });
  }
}

const place = { row: 1, column: dataColumns.journal } as const;

const contentSchema = z.union([value, z.object({ formula: z.string(), value })]);
/** Short, since it is written each time: sheet, row, column, before, after, and the list, identity and key of its entry. */
const cellSchema = z.tuple([z.string(), z.number(), z.number(), contentSchema, contentSchema]).rest(z.string());
const singleSchema = z.object({ row: z.number(), column: z.number(), content: contentSchema });
const laidSchema = z.object({ key: z.string(), name: z.string(), isNew: z.boolean(), single: z.array(singleSchema) });
const journalSchema = z.object({
  cells: z.array(cellSchema),
  laid: z.array(laidSchema),
  sheetNames: z.record(z.string(), z.string()).default({}),
  tabs: z.array(z.string()).optional(),
});

function packCell({ sheet, row, column, before, after, entry }: WrittenCell): z.infer<typeof cellSchema> {
  return [sheet, row, column, before, after, ...(entry === null ? [] : [entry.list, entry.identity, entry.column])];
}

function unpackCell([sheet, row, column, before, after, list, identity, key]: z.infer<typeof cellSchema>, sheetNames: Readonly<Record<string, string>>): WrittenCell {
  const entry = list === undefined || identity === undefined || key === undefined ? null : { list, identity, column: key };
  return { sheet, key: keyOf(sheetNames, sheet), row, column, before, after, entry };
}

function laidSheets(changes: readonly Change[], { reading, content }: KnownWorkbook): LaidSheet[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'laySheet') return [];
    const { name, blocks } = change.sheet;
    const key = keyOf(reading.sheetNames, name);
    const single = blocks.flatMap(({ row, column, content: [line = [], ...more] }) => (line.length === 1 && more.length === 0 ? [{ row, column, content: line[0]! }] : []));
    return key === null ? [] : [{ key, name, isNew: !content.sheets.some((sheet) => sheet.name === name), single }];
  });
}

function textOf(sheet: SheetContent): string | null {
  const cell = cellReader(sheet);
  return joinPieces((row) => cell(place.row + row, place.column));
}

/** A row that is new, or had no 行标识, is found by the one that it is about to get. */
function withIdentity(cell: WrittenCell, { reading }: KnownWorkbook, next: KnownWorkbook): WrittenCell {
  if (cell.entry !== null) return cell;
  const found = Object.entries(reading.entries.lists).find(([, { sheetName }]) => sheetName === cell.sheet);
  const at = found?.[1].at['identity'];
  const key = Object.entries(found?.[1].at ?? {}).find(([, column]) => column === cell.column)?.[0];
  if (found === undefined || at === undefined || key === undefined || cell.row < found[1].firstRow) return cell;
  const identity: Content = readSheet(next.content, cell.sheet)?.(cell.row, at) ?? null;
  return typeof identity === 'string' && identity !== '' ? { ...cell, entry: { list: found[0], identity, column: key } } : cell;
}

import { z } from 'zod';
import { dataColumns } from '../sheet/build-data';
import type { Change, Content, SheetContent, WorkbookContent } from '../sheet/model';
import { cellReader, findDataSheet } from '../sheet/read-data';
import { value } from '../sheet/record-schema';
import { rewriteBlock } from '../sheet/rewrite-block';
import { joinPieces, textPieces } from '../sheet/text-piece';
import { withCellsWritten, type CellsWritten } from '../sheet/write-content';
import { workbookTexts } from '../text/workbook';
import { readSheet } from './put-back';
import type { KnownWorkbook } from './recognise';
import { WorkbookError } from './workbook-error';
import { writtenCells, type WrittenCell } from './written-cells';

/**
 * The journal of a write: the cells of people that it is about to change, each with what it holds and what it will hold. It
 * stands in the hidden sheet from the first step of a write to its last and travels in the same request, which Excel carries
 * out in order but not as a whole: where Excel goes for good half-way, it says what 恢复 has to put back. No sheet
 * is added for it, which a protected workbook would refuse.
 */
export interface Journal {
  /** Stands before the first cell is written. */
  readonly begin: readonly CellsWritten[];
  /** Takes it away once everything is written. */
  readonly end: readonly Change[];
}

/** The journal of these changes; empty where no cell comes to hold anything else. */
export function journalOf(known: KnownWorkbook, changes: readonly Change[]): Journal {
  const writes = changes.filter((change): change is CellsWritten => change.kind === 'writeCells');
  const next: KnownWorkbook = { ...known, content: withCellsWritten(known.content, writes) };
  const cells = writtenCells(writes, known, next).map((cell) => withIdentity(cell, known, next));
  const sheet = findDataSheet(known.content);
  if (cells.length === 0 || sheet === null) return { begin: [], end: [] };
  const content = textPieces(JSON.stringify(cells.map(packCell))).map((piece) => [piece]);
  const begin = rewriteBlock(sheet, { ...place, content });
  return { begin: [begin], end: [{ ...begin, content: begin.content.map(() => [null]) }] };
}

/** `cut` where its own writing was broken off: nothing else had been written then. */
export function journalState(content: WorkbookContent): 'none' | 'cut' | 'standing' {
  const sheet = findDataSheet(content);
  if (sheet === null || cellReader(sheet)(place.row, place.column) === null) return 'none';
  return textOf(sheet) === null ? 'cut' : 'standing';
}

/** Takes away the journal that stands. */
export function dropJournal(content: WorkbookContent): Change[] {
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

/** The cells of the journal that stands; none where there is none. Throws WorkbookError where it is of no use. */
export function readJournal(content: WorkbookContent): readonly WrittenCell[] {
  const sheet = findDataSheet(content);
  const text = sheet === null ? null : textOf(sheet);
  if (text === null) return [];
  try {
    return journalSchema.parse(JSON.parse(text)).map(unpackCell);
  } catch (cause) {
    throw new WorkbookError(workbookTexts.brokenBackup, { cause });
  }
}

const place = { row: 1, column: dataColumns.journal } as const;

const contentSchema = z.union([value, z.object({ formula: z.string(), value })]);
/** Short, since it is written each time: sheet, row, column, before, after, and the list, identity and key of its entry. */
const cellSchema = z.tuple([z.string(), z.number(), z.number(), contentSchema, contentSchema]).rest(z.string());
const journalSchema = z.array(cellSchema);

function packCell({ sheet, row, column, before, after, entry }: WrittenCell): z.infer<typeof cellSchema> {
  return [sheet, row, column, before, after, ...(entry === null ? [] : [entry.list, entry.identity, entry.column])];
}

function unpackCell([sheet, row, column, before, after, list, identity, key]: z.infer<typeof cellSchema>): WrittenCell {
  const entry = list === undefined || identity === undefined || key === undefined ? null : { list, identity, column: key };
  return { sheet, row, column, before, after, entry };
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

import type { ListKey } from '../list/list';
import { sheetLabels } from '../text/sheet';
import { isInArea } from './area';
import { findFormer } from './former-layout';
import { gridOf } from './grid';
import type { Area, Content, RowMove, SheetContent, SheetModel, WorkbookContent } from './model';
import { cellReader, formulaReader } from './read-data';
import type { ListReading } from './read-list';

/** A cell of the user's on a sheet of ours, outside the table: where it goes when the sheet is laid out anew. */
export interface Note {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}

/** 汇总 as an earlier version laid it: the cells that were ours, and the rows that now come in between. */
export interface StoodSummary {
  readonly sheet: string;
  readonly areas: readonly Area[];
  readonly moves: readonly RowMove[];
}

/** Labels of the lines above a table that hold figures. */
const figureLabels: ReadonlySet<unknown> = new Set([sheetLabels.total, sheetLabels.cityTotal, sheetLabels.notice]);

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}

/**
 * What the user wrote outside the tables. Beside a table it stays beside it, under a target table under it; what
 * stood above the header or left of the table moves to its right, where nothing of ours stands. On 说明 and 汇总
 * it stays where it is, and with the section above which it stands, unless the version that is laid now has that place for itself: then it goes to the right, in its row.
 * `sheets` are the ones laid out anew; follow adjusts a formula to the rows that move; `stood` is how
 * an earlier version laid 汇总.
 */
export function keepNotes(
  sheets: readonly SheetModel[],
  readings: Readonly<Record<ListKey, ListReading>>,
  content: WorkbookContent,
  stay: readonly string[],
  follow: (formula: string, sheet: string) => string,
  stood: StoodSummary | null = null,
): Note[] {
  const readingOf = new Map(Object.values(readings).map((reading) => [reading.entries.sheetName, reading]));
  return sheets.flatMap((sheet) => {
    const before = content.sheets.find((candidate) => candidate.name === sheet.name);
    if (before === undefined) return [];
    const reading = readingOf.get(sheet.name);
    const cells = cellsOf(before, reading?.area ?? null, (formula) => follow(formula, sheet.name));
    const kept = reading === undefined ? (stay.includes(sheet.name) ? notesInPlace(cells, sheet, stood?.sheet === sheet.name ? stood : null) : []) : notesRoundTable(cells, sheet, reading);
    return kept.map((note) => ({ sheet: sheet.name, ...note }));
  });
}

/** The sheets with the notes on them. */
export function placeNotes(sheets: readonly SheetModel[], notes: readonly Note[]): SheetModel[] {
  return sheets.map((sheet) => {
    const own = notes.filter((note) => note.sheet === sheet.name);
    if (own.length === 0) return sheet;
    const blocks = own.map(({ row, column, content }) => ({ row, column, content: [[content]] }));
    return { ...sheet, blocks: [...sheet.blocks, ...blocks] };
  });
}

/** What stands outside the table, where there is one. */
function cellsOf(sheet: SheetContent, table: Area | null, follow: (formula: string) => string): Cell[] {
  const [valueAt, formulaAt] = [cellReader(sheet), formulaReader(sheet)];
  const cells: Cell[] = [];
  for (let row = sheet.row; row < sheet.row + sheet.values.length; row += 1) {
    for (let column = sheet.column; column < sheet.column + (sheet.values[0]?.length ?? 0); column += 1) {
      if (table !== null && isInArea(table, row, column)) {
        column = table.column + table.columns - 1;
        continue;
      }
      const [value, formula] = [valueAt(row, column), formulaAt(row, column)];
      if (formula !== null) cells.push({ row, column, content: { formula: follow(formula), value: value ?? '' } });
      else if (value !== null) cells.push({ row, column, content: value });
    }
  }
  return cells;
}

function notesInPlace(cells: readonly Cell[], sheet: SheetModel, stood: StoodSummary | null): Cell[] {
  if (stood !== null) {
    const notes = cells.filter(({ row, column }) => !stood.areas.some((area) => isInArea(area, row, column)));
    return notesBeside(notes.map((note) => ({ ...note, row: rowAfter(note.row, stood.moves) })), sheet);
  }
  const grid = gridOf(sheet.blocks);
  const isFormer = findFormer(cells, grid);
  return cells.filter((cell) => (grid.get(cell.row)?.[cell.column] ?? null) === null && !isFormer(cell));
}

/** Notes on a sheet that is now laid with rows in between: with the section above which they stand, over nothing of ours. */
export function moveNotes(notes: readonly Note[], sheet: SheetModel, moves: readonly RowMove[]): Note[] {
  if (moves.length === 0) return [...notes];
  const own = notes.filter((note) => note.sheet === sheet.name).map((note) => ({ ...note, row: rowAfter(note.row, moves) }));
  return [...notes.filter((note) => note.sheet !== sheet.name), ...notesBeside(own, sheet).map((note) => ({ ...note, sheet: sheet.name }))];
}

function rowAfter(row: number, moves: readonly RowMove[]): number {
  return moves.reduce((at, move) => (at >= move.row ? at + move.count : at), row);
}

/** Each where it stood, or right of everything of ours where that is not free now. */
function notesBeside(notes: readonly Cell[], { blocks, merges, charts = [] }: SheetModel): Cell[] {
  const ours = [...blocks.map(({ row, column, content }) => ({ row, column, rows: content.length, columns: content[0]?.length ?? 0 })), ...merges, ...charts.map(({ place }) => place)];
  const right = Math.max(...ours.map(({ column, columns }) => column + columns));
  const isTaken = ({ row, column }: Cell): boolean => ours.some((area) => isInArea(area, row, column));
  const kept = notes.filter((note) => !isTaken(note));
  const taken = new Set(kept.map(({ row, column }) => `${row},${column}`));
  const moved = notes.filter(isTaken).map((note) => {
    let column = right + 1;
    while (taken.has(`${note.row},${column}`)) column += 1;
    taken.add(`${note.row},${column}`);
    return { ...note, column };
  });
  return [...kept, ...moved];
}

function notesRoundTable(cells: readonly Cell[], sheet: SheetModel, { area, entries, hasTable }: ListReading): Cell[] {
  const table = sheet.tables[0]!.area;
  const [end, right] = [area.row + area.rows, area.column + area.columns];
  const isTarget = sheet.protection !== undefined;
  const isOurs = knownAbove(sheet, table.row);
  const figureRows = new Set(cells.filter(({ row, content }) => row < area.row && figureLabels.has(content)).map(({ row }) => row));
  const kept: Cell[] = [];
  const loose: Content[] = [];
  for (const { row, column, content } of cells) {
    const isInside = column >= area.column && column < right;
    if (column >= right) {
      const target = row - area.row + table.row;
      if (target >= 0) kept.push({ row: target, column: column - right + table.column + table.columns, content });
      else loose.push(content);
    } else if (!isInside) loose.push(content);
    else if (row < area.row) {
      // A figure line is the plan's: what was typed over there is target-altered, no note.
      if (!figureRows.has(row) && !isOurs(content)) loose.push(content);
    } else if (row >= end && isTarget && hasTable && entries.rowCount > 0) {
      kept.push({ row: row - end + table.row + table.rows, column: column - area.column + table.column, content });
    }
  }
  return [...kept, ...placeLoose(loose, kept, table)];
}

/** True for what is ours in the rows above a table: the same text, figure or formula as laid out now. */
function knownAbove(sheet: SheetModel, headerRow: number): (content: Content) => boolean {
  const known = new Set<unknown>();
  for (const block of sheet.blocks.filter(({ row }) => row < headerRow)) {
    for (const content of block.content.flat()) known.add(keyOf(content));
  }
  return (content) => known.has(keyOf(content));
}

function keyOf(content: Content): unknown {
  return typeof content === 'object' && content !== null ? content.formula : content;
}

/** Two columns right of the table, above its header, in the first places that are free. */
function placeLoose(loose: readonly Content[], kept: readonly Cell[], table: { readonly row: number; readonly column: number; readonly columns: number }): Cell[] {
  const taken = new Set(kept.map(({ row, column }) => `${row},${column}`));
  const placed: Cell[] = [];
  let [row, column] = [0, table.column + table.columns + 1];
  for (const content of loose) {
    while (row >= table.row || taken.has(`${row},${column}`)) {
      row = row >= table.row ? 0 : row + 1;
      if (row === 0) column += 1;
    }
    placed.push({ row, column, content });
    row += 1;
  }
  return placed;
}

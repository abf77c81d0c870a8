import { boundAreas, intersectAreas } from '../sheet/area';
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../sheet/address';
import type { Area, SheetContent } from '../sheet/model';
import { TextPool } from '../sheet/share-text';
import { assembleContent } from './assemble';
import type { Pieces } from './breathe';
import { askForBlock, blockOf, type CellBlock } from './cell-block';
import { bytesOfText } from './cell-input';
import { contentOf, type ContentBlock } from './content-block';
import type { Finding, FoundPart } from './finding';
import { splitArea } from './read';
import type { Desk } from './request';
import { isSameStanding } from './spelling';
import { ANSWER_BYTES, BLOCK_CELLS, type Step } from './step';
import { areaOf, askForExtent, type SheetExtent, type SheetSurvey } from './survey';

/** Rows and columns beyond what was in use in which another author may have gone on writing. */
const ROWS_BEYOND = 1_000;
const COLUMNS_BEYOND = 20;
/** Bytes of a question, and of one that finds out where tables are. */
const CALL_BYTES = 500;
const TABLE_BYTES = 900;

/**
 * Puts a look at all that stands in a sheet before the step that begins to lay it anew. Only where one answer
 * cannot hold it, parts are asked for in steps of their own before that.
 */
export function* withSheetLook(first: Step, survey: SheetSurvey, extent: SheetExtent, expects: SheetContent): Pieces<readonly Step[]> {
  const { name } = survey;
  const read = areaOfContent(expects);
  const tables = extent.tables.map(({ area }) => area);
  const known = boundAreas([read, ...(extent.filled ? [extent.filled] : []), ...tables].filter(({ rows }) => rows > 0));
  const weight = Math.max(16, yield* bytesPerCell(expects));
  const parts = known ? splitArea(known, Math.min(BLOCK_CELLS, Math.floor(ANSWER_BYTES / weight))) : [];
  const fits = cellsOf(parts) * weight <= ANSWER_BYTES;
  const earlier = fits ? [] : parts.slice(0, -1);
  const last = fits ? parts : parts.slice(-1);
  return [
    ...earlier.map((area): Step => ({
      bytes: CALL_BYTES,
      answerBytes: cellsOf([area]) * weight,
      run: () => undefined,
      look: (desk) => {
        const ask = askForBlock(desk, name, area);
        return () => ({ kind: 'sheet', expects, tables: [], blocks: [ask()], isLast: false });
      },
    })),
    {
      ...first,
      bytes: first.bytes + CALL_BYTES * (4 + last.length) + TABLE_BYTES * survey.tables.length,
      answerBytes: cellsOf(last) * weight,
      look: (desk) => lookAt(desk, survey, expects, last, areasBeyond(known)),
    },
  ];
}

function lookAt(desk: Desk, survey: SheetSurvey, expects: SheetContent, known: readonly Area[], beyond: readonly Area[]): () => Finding {
  const extent = askForExtent(desk, survey);
  const inside = known.map((area) => askForBlock(desk, survey.name, area));
  const outside = beyond.map((area) => askForMore(desk, survey.name, area));
  return () => ({
    kind: 'sheet',
    expects,
    tables: extent().tables.map(({ name, area }) => ({ name, area })),
    blocks: [...inside.map((ask) => ask()), ...outside.flatMap((ask) => ask() ?? [])],
    isLast: true,
  });
}

function cellsOf(areas: readonly Area[]): number {
  return areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
}

/** Below what is known, and to the right of it. */
function areasBeyond(known: Area | null): readonly Area[] {
  const sheet = { row: 0, column: 0, rows: MAXIMUM_ROWS, columns: MAXIMUM_COLUMNS };
  const below = known ? known.row + known.rows : 0;
  const right = known ? known.column + known.columns : COLUMNS_BEYOND;
  return [
    { row: below, column: 0, rows: ROWS_BEYOND, columns: right + COLUMNS_BEYOND },
    ...(known ? [{ row: 0, column: right, rows: below, columns: COLUMNS_BEYOND }] : []),
  ].flatMap((area) => intersectAreas(area, sheet) ?? []);
}

function askForMore(desk: Desk, sheet: string, area: Area): () => CellBlock | null {
  const used = desk.range(sheet, area).getUsedRangeOrNullObject(true);
  used.load('address,values,formulas');
  return () => (used.isNullObject ? null : blockOf(sheet, areaOf(used.address), used));
}

/** The sheet of these parts as it stood; null where that is how it had been read. */
export function* editedSheet(parts: readonly FoundPart[]): Pieces<SheetContent | null> {
  const { expects } = parts[0]!;
  const { name, visibility } = expects;
  const tables = parts.flatMap((part) => part.tables);
  const [values, formulas] = [new TextPool(), new TextPool()];
  const contents: ContentBlock[] = [];
  for (const block of parts.flatMap(({ blocks }) => blocks)) {
    contents.push(contentOf(block, values, formulas));
    yield;
  }
  const stood = yield* assembleContent({ name, visibility, tables }, contents);
  return (yield* isSameSheet(stood, expects)) ? null : stood;
}

/** Rows that are compared in a piece. */
const ROWS_PER_PIECE = 500;

/** Bytes that a cell takes on average in an answer, as value and as formula. */
function* bytesPerCell(sheet: SheetContent): Pieces<number> {
  const { row, column, rows, columns } = areaOfContent(sheet);
  const bytesOf = (cell: unknown): number => (typeof cell === 'string' ? bytesOfText(cell) : 8);
  let bytes = 0;
  for (let at = row; at < row + rows; at += 1) {
    for (let along = column; along < column + columns; along += 1) {
      bytes += bytesOf(sheet.values[at - row]?.[along - column]) + bytesOf(standingAt(sheet, at, along));
    }
    if (at % ROWS_PER_PIECE === 0) yield;
  }
  return bytes / Math.max(1, rows * columns);
}

function* isSameSheet(stood: SheetContent, expects: SheetContent): Pieces<boolean> {
  const bound = boundAreas([areaOfContent(stood), areaOfContent(expects)].filter(({ rows }) => rows > 0));
  for (let row = bound?.row ?? 0; bound && row < bound.row + bound.rows; row += 1) {
    for (let column = bound.column; column < bound.column + bound.columns; column += 1) {
      if (!isSameStanding(standingAt(stood, row, column), standingAt(expects, row, column))) return false;
    }
    if (row % ROWS_PER_PIECE === 0) yield;
  }
  return true;
}

/** A cell as Excel gives it in `formulas`. */
function standingAt({ row, column, values, formulas }: SheetContent, at: number, along: number): string | number | boolean | null {
  return formulas[at - row]?.[along - column] ?? values[at - row]?.[along - column] ?? null;
}

function areaOfContent({ row, column, values }: SheetContent): Area {
  return { row, column, rows: values.length, columns: values[0]?.length ?? 0 };
}

import { boundAreas, intersectAreas } from '../sheet/area';
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../sheet/address';
import type { Area, SheetContent } from '../sheet/model';
import { runAtOnce } from './breathe';
import { assembleContent, askForBlock, blockOf, bytesPerCell, type CellBlock } from './cell-block';
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
export function withSheetLook(first: Step, survey: SheetSurvey, extent: SheetExtent, expects: SheetContent): readonly Step[] {
  const { name } = survey;
  const read = areaOfContent(expects);
  const tables = extent.tables.map(({ area }) => area);
  const known = boundAreas([read, ...(extent.filled ? [extent.filled] : []), ...tables].filter(({ rows }) => rows > 0));
  const weight = Math.max(16, bytesPerCell({ area: read, values: expects.values, formulas: standingOf(expects) }));
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
        return () => ({ kind: 'sheet', expects, tables: [], blocks: [ask()] });
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

/** The sheets that stood otherwise than they had been read, as they stood. */
export function editedSheets(parts: readonly FoundPart[]): readonly SheetContent[] {
  const bySheet = new Map<SheetContent, FoundPart[]>();
  for (const part of parts) bySheet.set(part.expects, [...(bySheet.get(part.expects) ?? []), part]);
  return [...bySheet].flatMap(([expects, found]) => {
    const { name, visibility } = expects;
    const tables = found.flatMap((part) => part.tables);
    const stood = runAtOnce(assembleContent({ name, visibility, tables }, found.flatMap(({ blocks }) => blocks)));
    return isSameSheet(stood, expects) ? [] : [stood];
  });
}

/** Cells as Excel gives them in `formulas`. */
function standingOf({ values, formulas }: SheetContent): (string | number | boolean | null)[][] {
  return values.map((line, i) => line.map((value, j) => formulas[i]?.[j] ?? value));
}

function isSameSheet(stood: SheetContent, expects: SheetContent): boolean {
  const one = standingOf(stood);
  const other = standingOf(expects);
  const bound = boundAreas([areaOfContent(stood), areaOfContent(expects)].filter(({ rows }) => rows > 0));
  for (let row = bound?.row ?? 0; bound && row < bound.row + bound.rows; row += 1) {
    const here = one[row - stood.row];
    const there = other[row - expects.row];
    for (let column = bound.column; column < bound.column + bound.columns; column += 1) {
      if (!isSameStanding(here?.[column - stood.column] ?? null, there?.[column - expects.column] ?? null)) return false;
    }
  }
  return true;
}

function areaOfContent({ row, column, values }: SheetContent): Area {
  return { row, column, rows: values.length, columns: values[0]?.length ?? 0 };
}

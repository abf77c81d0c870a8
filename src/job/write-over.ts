import { intersectAreas, isInArea } from '../sheet/area';
import { isEmptyContent } from '../sheet/grid';
import { isSameName } from '../sheet/lay-sheet';
import type { Area, AreaStyle, Change, Content, SheetContent, SheetModel } from '../sheet/model';
import type { Steps } from '../total/steps';
import { growTable } from './grown-table';

/** Cells side by side that are written, row by row under one another. */
interface Patch {
  readonly row: number;
  readonly column: number;
  readonly content: Content[][];
}

/** Rows that are compared in a piece. */
const rowsPerStep = 500;

/** Runs of written cells in one column above which one number format goes over all that lies between. */
const runsOfFormat = 20;

/**
 * The changes that give a sheet the contents it would be laid with, and touch nothing else: cells that differ are
 * written, a table that needs more rows grows, so that the user's formats and notes live on. What is written gets its
 * column's number format, since Excel takes a number in a text cell for text. Null where the sheet does not stand as it
 * would be laid (its table elsewhere, columns gone, cells merged, another text in the frame), so that it has to be laid
 * anew. A formula that Excel gives back in a spelling of its own is merely written again.
 *
 * Blind spot: in rows by which a table grows, a column of the user's own has no number format.
 */
export function* writeOver(sheet: SheetModel, present: SheetContent): Steps<Change[] | null> {
  const [table] = sheet.tables;
  const standing = table && present.tables.find(({ name }) => isSameName(name, table.name))?.area;
  if (table !== undefined && (standing === undefined || !isInPlace(standing, table.area) || present.mergedInTables === true)) return null;
  const patches = yield* differingCells(sheet, present, table?.area ?? null);
  if (patches === null) return null;
  const grown = standing === undefined || table === undefined ? null : rowsBeyond(standing, table.area);
  const name = { sheet: sheet.name } as const;
  const changes: Change[] = [];
  const columns = table === undefined ? [] : writtenColumns(sheet, patches);
  if (grown !== null) changes.push(...growTable(sheet.name, table!.name, table!.area, clipped(sheet.styles, grown)));
  const formats = columns.map(({ areas, numberFormat, hasFormula }) =>
    areas.map((area): AreaStyle => ({ area, style: { numberFormat: isText(numberFormat) && hasFormula ? 'General' : numberFormat } })),
  );
  if (formats.length > 0) changes.push({ kind: 'styleCells', ...name, styles: formats.flat() });
  for (const patch of patches) changes.push({ kind: 'writeCells', ...name, ...patch });
  // A text cell shows a formula that it is given as it is written, but not one that it holds already.
  const asText = columns.filter(({ numberFormat, hasFormula }) => isText(numberFormat) && hasFormula);
  if (asText.length > 0) {
    const styles = asText.flatMap(({ areas, numberFormat }) => areas.map((area) => ({ area, style: { numberFormat } })));
    changes.push({ kind: 'styleCells', ...name, styles });
  }
  if (grown !== null) {
    changes.push({ kind: 'replaceValidations', ...name, validations: clipped(sheet.validations, grown) });
    const marks = sheet.conditionalFormats.filter((format) => format.kind === 'formula');
    changes.push({ kind: 'replaceConditionalFormats', ...name, formats: marks });
  }
  return changes;
}

function isInPlace(standing: Area, laid: Area): boolean {
  return standing.row === laid.row && standing.column === laid.column && standing.columns === laid.columns && standing.rows <= laid.rows;
}

function rowsBeyond(standing: Area, laid: Area): Area | null {
  const rows = laid.rows - standing.rows;
  return rows === 0 ? null : { ...laid, row: standing.row + standing.rows, rows };
}

function clipped<T extends { readonly area: Area }>(parts: readonly T[], within: Area): T[] {
  return parts.flatMap((part) => {
    const area = intersectAreas(part.area, within);
    return area === null ? [] : [{ ...part, area }];
  });
}

/** Null where a text outside the table differs: then somebody, or an older version, laid the sheet out otherwise. */
function* differingCells(sheet: SheetModel, present: SheetContent, table: Area | null): Steps<Patch[] | null> {
  const patches: Patch[] = [];
  for (const block of sheet.blocks) {
    let open: Patch[] = [];
    for (let offset = 0; offset < block.content.length; offset += 1) {
      const row = block.row + offset;
      const isTableRow = table !== null && row >= table.row && row < table.row + table.rows;
      const values = present.values[row - present.row];
      const formulas = present.formulas[row - present.row];
      const cells = block.content[offset]!;
      const next: Patch[] = [];
      let run: Content[] | null = null;
      for (let at = 0; at <= cells.length; at += 1) {
        const column = block.column + at;
        const cell = cells[at] ?? null;
        const isOwn = isTableRow && column >= table.column && column < table.column + table.columns;
        const place = column - present.column;
        const differs =
          at < cells.length && (isOwn || !isEmptyContent(cell)) && !isSameCell(cell, values?.[place] ?? null, formulas?.[place] ?? null);
        if (differs) {
          if (!isOwn && typeof cell !== 'object') return null;
          (run ??= []).push(cell);
        } else if (run !== null) {
          next.push(extend(open, row, column - run.length, run) ?? { row, column: column - run.length, content: [run] });
          run = null;
        }
      }
      for (const patch of next) if (patch.content.length === 1) patches.push(patch);
      open = next;
      if (offset % rowsPerStep === 0) yield;
    }
  }
  return patches;
}

/** The patch that ends right above, where it is as wide. */
function extend(open: readonly Patch[], row: number, column: number, run: Content[]): Patch | null {
  const above = open.find((patch) => patch.column === column && patch.content[0]!.length === run.length && patch.row + patch.content.length === row);
  above?.content.push(run);
  return above ?? null;
}

function isSameCell(cell: Content, value: SheetContent['values'][number][number], formula: string | null): boolean {
  if (typeof cell === 'object' && cell !== null) return cell.formula === formula && isSameResult(cell.value, value);
  return formula === null && (cell === value || (isEmptyContent(cell) && isEmptyContent(value)));
}

/** Programs differ in the last binary digits of what a formula gives. */
function isSameResult(a: Content, b: Content): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b));
  return a === b || (isEmptyContent(a) && isEmptyContent(b));
}

interface WrittenColumn {
  readonly areas: readonly Area[];
  readonly numberFormat: string;
  readonly hasFormula: boolean;
}

/** Where a table's body is written, column by column, with the number format that belongs there. */
function writtenColumns(sheet: SheetModel, patches: readonly Patch[]): WrittenColumn[] {
  const runs = new Map<number, { areas: Area[]; hasFormula: boolean }>();
  for (const { row, column, content } of patches) {
    if (row <= sheet.tables[0]!.area.row) continue;
    content[0]!.forEach((_, at) => {
      const cells = content.map((line) => line[at] ?? null);
      if (cells.every(isEmptyContent)) return;
      const known = runs.get(column + at) ?? { areas: [], hasFormula: false };
      known.areas.push({ row, column: column + at, rows: content.length, columns: 1 });
      known.hasFormula ||= cells.some((cell) => typeof cell === 'object' && cell !== null);
      runs.set(column + at, known);
    });
  }
  return [...runs].flatMap(([column, { areas, hasFormula }]) => {
    const numberFormat = formatAt(sheet.styles, areas[0]!.row, column);
    if (numberFormat === undefined) return [];
    return [{ areas: areas.length > runsOfFormat ? [spanOf(areas)] : areas, numberFormat, hasFormula }];
  });
}

/** A later style overrides an earlier one. */
function formatAt(styles: readonly AreaStyle[], row: number, column: number): string | undefined {
  return styles.reduce<string | undefined>((found, { area, style }) => (isInArea(area, row, column) ? (style.numberFormat ?? found) : found), undefined);
}

function spanOf(areas: readonly Area[]): Area {
  const first = Math.min(...areas.map(({ row }) => row));
  const end = Math.max(...areas.map(({ row, rows }) => row + rows));
  return { ...areas[0]!, row: first, rows: end - first };
}

function isText(numberFormat: string): boolean {
  return numberFormat === '@';
}

import { boundAreas, intersectAreas, isSameArea, subtractArea } from '../sheet/area';
import { columnLetters, formatArea } from '../sheet/address';
import { isSameName } from '../sheet/lay-sheet';
import { shiftArea, type RowShift } from '../sheet/shift-row';
import type { Area, RowMove, SheetModel, TableModel } from '../sheet/model';
import type { SheetExtent, TableExtent } from './survey';
import type { Desk } from './request';
import type { Step } from './step';
import { planColumns } from './table-column';

/**
 * Makes a sheet that is there ready to be laid anew. Its tables are brought to where the model has them, by
 * inserting or deleting rows above and resizing, never by making them again, so that references from elsewhere
 * live on; then what else is there goes. Tables that the model does not know keep all they hold, unless they are in
 * the way.
 *
 * The header row of a table is never cleared, and the table never as a whole: Excel takes that for deleting it.
 */
export function inPlaceSteps(next: SheetModel, extent: SheetExtent, moves: readonly RowMove[] = []): readonly Step[] {
  const pairs = next.tables.flatMap((wanted) => {
    const present = extent.tables.find(({ name }) => isSameName(name, wanted.name));
    return present ? [{ wanted, present }] : [];
  });
  pairs.sort((a, b) => a.present.area.row - b.present.area.row);
  const shifts = alignRows(next.name, pairs, moves);
  const sideways = alignColumns(pairs[0]);
  const move = (area: Area): Area | null => {
    const down = shifts.reduce<Area | null>((at, shift) => at && shiftArea(at, shift), area);
    return down && sideways ? shiftAcross(down, sideways) : down;
  };
  const foreign = extent.tables
    .filter(({ name }) => !next.tables.some((table) => isSameName(table.name, name)))
    .flatMap(({ name, area }) => {
      const moved = move(area);
      return moved ? [{ name, area: moved }] : [];
    });
  const inTheWay = foreign.filter(({ area }) => next.tables.some((table) => intersectAreas(table.area, area)));
  const keptAreas = foreign.filter((table) => !inTheWay.includes(table)).map(({ area }) => area);
  const used = boundAreas([extent.used, ...extent.tables.map(({ area }) => area)].flatMap((area) => area ?? []));
  const moved = used && move(used);
  const dirty = boundAreas([...(moved ? [moved] : []), ...next.tables.map(({ area }) => area)]);

  return [
    { bytes: 2000, run: (desk) => stripSheet(desk, next.name, used, pairs.map(({ present }) => present)) },
    ...shifts.map((shift) => ({ bytes: 500, run: (desk: Desk) => shiftRows(desk, shift) })),
    ...(sideways ? [{ bytes: 500, run: (desk: Desk) => shiftColumns(desk, next.name, sideways) }] : []),
    ...inTheWay.map(({ name }) => ({ bytes: 300, run: (desk: Desk) => void desk.table(name).convertToRange() })),
    ...pairs.flatMap(({ wanted, present }) => fitSteps(wanted, present, move(present.area) ?? present.area)),
    ...(dirty ? [{ bytes: 3000, run: (desk: Desk) => clearCells(desk, next, dirty, keptAreas) }] : []),
  ];
}

interface Pair {
  readonly wanted: TableModel;
  readonly present: TableExtent;
}

/** `moves`, then rows to insert above a table's header, or to delete there, from the top of the sheet downwards. */
function alignRows(sheet: string, pairs: readonly Pair[], moves: readonly RowMove[]): readonly RowShift[] {
  const shifts: RowShift[] = moves.map((move) => ({ ...move, sheet }));
  for (const { wanted, present } of pairs) {
    const now = shifts.reduce<Area | null>((area, shift) => area && shiftArea(area, shift), present.area);
    if (!now || now.row === wanted.area.row) continue;
    const count = wanted.area.row - now.row;
    shifts.push({ sheet, row: count > 0 ? now.row : wanted.area.row, count });
  }
  return shifts;
}

interface ColumnShift {
  readonly column: number;
  readonly count: number;
}

/** The user has put columns before the table, or taken some away. */
function alignColumns(pair: Pair | undefined): ColumnShift | null {
  if (!pair || pair.wanted.area.column === pair.present.area.column) return null;
  const { column: wanted } = pair.wanted.area;
  const { column: present } = pair.present.area;
  return { column: Math.min(wanted, present), count: wanted - present };
}

function shiftAcross(area: Area, { column, count }: ColumnShift): Area | null {
  const turned = { row: area.column, rows: area.columns, column: area.row, columns: area.rows };
  const moved = shiftArea(turned, { sheet: '', row: column, count });
  return moved && { row: moved.column, rows: moved.columns, column: moved.row, columns: moved.rows };
}

function shiftColumns(desk: Desk, sheet: string, { column, count }: ColumnShift): void {
  const columns = desk.sheet(sheet).getRange(wholeColumns({ row: 0, rows: 1, column, columns: Math.abs(count) }));
  if (count > 0) columns.insert('Right');
  else columns.delete('Left');
}

function shiftRows(desk: Desk, { sheet, row, count }: RowShift): void {
  const rows = desk.sheet(sheet).getRange(wholeRows({ row, rows: Math.abs(count), column: 0, columns: 1 }));
  if (count > 0) rows.insert('Down');
  else rows.delete('Up');
}

/** Takes away what would hinder moving rows, and all that is not contents or formats. */
function stripSheet(desk: Desk, name: string, used: Area | null, tables: readonly TableExtent[]): void {
  const sheet = desk.sheet(name);
  sheet.freezePanes.unfreeze();
  for (const { name: table, hasFilter, hasTotals, hasHeaders } of tables) {
    // Some platforms refuse to clear the filters of a table that has none.
    if (hasFilter) desk.table(table).clearFilters();
    if (hasTotals) desk.table(table).showTotals = false;
    if (!hasHeaders) desk.table(table).showHeaders = true;
  }
  sheet.getRange().conditionalFormats.clearAll();
  if (!used) return;
  const range = sheet.getRange(formatArea(used));
  range.unmerge();
  range.dataValidation.clear();
  range.clear('Hyperlinks');
  sheet.getRange(wholeRows(used)).rowHidden = false;
  sheet.getRange(wholeColumns(used)).columnHidden = false;
}

/** Columns first, by header, then the size. */
function fitSteps(wanted: TableModel, present: TableExtent, at: Area): readonly Step[] {
  const plan = planColumns(present.headers ?? wanted.headers, wanted.headers);
  const width = plan.removed.length + plan.added.length;
  const run = (desk: Desk): void => {
    const { columns } = desk.table(wanted.name);
    for (const position of plan.removed) columns.getItemAt(position).delete();
    for (const { at: position, header } of plan.renamed) columns.getItemAt(position).name = header;
    for (const { at: position, header } of plan.added) columns.add(position, undefined, header);
    const settled = { ...at, row: wanted.area.row, columns: wanted.headers.length };
    if (!isSameArea(settled, wanted.area)) desk.table(wanted.name).resize(formatArea(wanted.area));
  };
  return [{ bytes: 800 + 400 * (width + plan.renamed.length), run }];
}

/** Contents go everywhere but in headers of tables that stay, and in the user's own tables. */
function clearCells(desk: Desk, next: SheetModel, dirty: Area, kept: readonly Area[]): void {
  const headers = next.tables.map(({ area }) => ({ ...area, rows: 1 }));
  for (const area of subtractAll(dirty, [...kept, ...headers])) desk.range(next.name, area).clear('Contents');
  for (const area of subtractAll(dirty, kept)) desk.range(next.name, area).clear('Formats');
  desk.sheet(next.name).getRange(wholeRows(dirty)).format.useStandardHeight = true;
  desk.sheet(next.name).getRange(wholeColumns(dirty)).format.useStandardWidth = true;
}

function wholeRows({ row, rows }: Area): string {
  return `${row + 1}:${row + rows}`;
}

function wholeColumns({ column, columns }: Area): string {
  return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
}

function subtractAll(area: Area, holes: readonly Area[]): readonly Area[] {
  return holes.reduce<readonly Area[]>((parts, hole) => parts.flatMap((part) => subtractArea(part, hole)), [area]);
}

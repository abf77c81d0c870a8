import type { Finding, ListEntries, UserColumn } from '../list/entry';
import type { List, Value } from '../list/list';
import type { Scope } from '../plan/plan';
import { finish, type Steps } from '../total/steps';
import type { ColumnPlace, ListRows } from './build-input';
import type { FoundList } from './find-list';
import { matchHeaders, normaliseHeader, type MatchedHeaders } from './match-header';
import type { Area } from './model';
import { cellReader, formulaReader } from './read-data';
import { entriesBelow, entriesBeside } from './read-outside';

/** One list as it was read: what rules judge, and what laying the sheet out anew starts from. */
export interface ListReading {
  readonly entries: ListEntries;
  readonly findings: readonly Finding[];
  /** Everything entered, rows below the table and certain columns with altered headers included. */
  readonly rows: ListRows;
  /** The table's area as it is, header row included. */
  readonly area: Area;
  readonly hasTable: boolean;
}

/** Reads a list from the place where it was found. Values are taken as they stand, right or wrong. */
export function readList(...source: Parameters<typeof readListInSteps>): ListReading {
  return finish(readListInSteps(...source));
}

/** The same a few milliseconds at a time. */
export function* readListInSteps(
  list: List,
  scope: Scope,
  found: FoundList,
  issued: Readonly<Record<string, string>>,
): Steps<ListReading> {
  const { sheet, headerRow } = found;
  const cell = cellReader(sheet);
  const formula = formulaReader(sheet);
  const first = found.table?.column ?? sheet.column;
  const width = found.table === null ? usedWidth(found) : tableWidth(list, found, found.table, issued);
  const rowCount = found.table === null ? rowsBelow(found) : found.table.rows - 1;
  const area: Area = { row: headerRow, column: first, rows: rowCount + 1, columns: width };
  const firstRow = headerRow + 1;
  const header = Array.from({ length: width }, (_, offset) => cell(headerRow, first + offset));
  const bodyOf = columnReader((row, at) => cell(firstRow + row, at));
  const formulasOf = columnReader((row, at) => formula(firstRow + row, at));
  yield* readAhead(area, rowCount, bodyOf, formulasOf);
  const matched = matchHeaders(list, issued, headerRow, first, header, bodyOf(rowCount));
  const below = list.kind === 'project' && found.table !== null ? entriesBelow(list, sheet, area) : null;
  const beside = found.table === null ? null : entriesBeside(list, sheet, area);
  if (below !== null) yield* readAhead(area, rowCount + below.rows, bodyOf, formulasOf);
  const user = userColumns(matched, rowCount, bodyOf, formulasOf);
  const entries: ListEntries = {
    list: list.key,
    sheetName: sheet.name,
    headerRow,
    firstRow,
    rowCount,
    at: matched.at,
    values: mapValues(matched.at, bodyOf(rowCount)),
    formulas: formulaColumns(list, matched.at, formulasOf(rowCount)),
    userColumns: user,
  };
  return {
    entries,
    findings: [...matched.findings, ...(below === null ? [] : [below]), ...(beside === null ? [] : [beside])],
    rows: enteredRows(list, scope, matched, rowCount + (below?.rows ?? 0), area, bodyOf, formulasOf),
    area,
    hasTable: found.table !== null,
  };
}

/** Reads every column once, one after the other: who asks for it later has it at hand. */
function* readAhead(area: Area, rowCount: number, ...readers: readonly ((count: number) => (at: number) => unknown)[]): Steps<void> {
  for (let at = area.column; at < area.column + area.columns; at += 1) {
    for (const read of readers) read(rowCount)(at);
    yield;
  }
}

/**
 * Reads columns of the table's body, so many rows of each; the same column of the same length only once. All columns in which
 * nothing stands are one: few columns hold formulas.
 */
function columnReader<T>(cell: (row: number, at: number) => T | null): (count: number) => (at: number) => (T | null)[] {
  const known = new Map<string, (T | null)[]>();
  const empty = new Map<number, (T | null)[]>();
  return (count) => (at) => {
    const key = `${count},${at}`;
    let cells = known.get(key);
    if (cells === undefined) {
      cells = [];
      let isEmpty = true;
      for (let row = 0; row < count; row += 1) {
        const own = cell(row, at);
        isEmpty &&= own === null;
        cells.push(own);
      }
      if (isEmpty) {
        cells = empty.get(count) ?? cells;
        empty.set(count, cells);
      }
      known.set(key, cells);
    }
    return cells;
  };
}

/**
 * What laying out starts from: typed values by key and the order of the columns. In a unit's workbook the unit
 * that a formula fills is no typed value.
 */
function enteredRows(
  list: List,
  scope: Scope,
  matched: MatchedHeaders,
  count: number,
  area: Area,
  bodyOf: (count: number) => (at: number) => Value[],
  formulasOf: (count: number) => (at: number) => (string | null)[],
): ListRows {
  const places = { ...matched.at, ...matched.certain };
  const keyAt = new Map(Object.entries(places).map(([key, at]) => [at, key]));
  const user = new Map(userColumns(matched, count, bodyOf, formulasOf).map((column) => [column.at, column]));
  const order: ColumnPlace[] = [];
  for (let at = area.column; at < area.column + area.columns; at += 1) {
    const key = keyAt.get(at);
    const own = user.get(at);
    if (key !== undefined) order.push({ key });
    else if (own !== undefined) order.push({ user: own });
  }
  const values = mapValues(places, bodyOf(count));
  const formulas: Record<string, (string | null)[]> = {};
  for (const column of list.columns) {
    const at = places[column.key];
    if (column.role !== 'entry' || at === undefined) continue;
    const typed = formulasOf(count)(at);
    if (typed.every((formula) => formula === null)) continue;
    if (list.kind === 'project' && column.key === list.unitColumn && scope.kind === 'unit') {
      values[column.key] = values[column.key]!.map((value, row) => (typed[row] === null ? value : null));
    } else formulas[column.key] = typed;
  }
  return { rowCount: count, values, formulas, order };
}

/** Columns without any header and content are no columns of the user's. */
function userColumns(
  matched: MatchedHeaders,
  count: number,
  bodyOf: (count: number) => (at: number) => Value[],
  formulasOf: (count: number) => (at: number) => (string | null)[],
): UserColumn[] {
  return matched.foreign
    .map(({ at, header }) => ({ at, header, values: bodyOf(count)(at), formulas: formulasOf(count)(at) }))
    .filter(({ header, values }) => header !== '' || values.some((value) => value !== null));
}

function formulaColumns(
  list: List,
  at: Readonly<Record<string, number>>,
  formulasAt: (at: number) => (string | null)[],
): Record<string, (string | null)[]> {
  const formulas: Record<string, (string | null)[]> = {};
  for (const column of list.columns) {
    const place = at[column.key];
    const isUnit = list.kind === 'project' && column.key === list.unitColumn;
    if (place !== undefined && (column.role === 'formula' || isUnit)) formulas[column.key] = formulasAt(place);
  }
  return formulas;
}

function mapValues<T>(at: Readonly<Record<string, number>>, valuesAt: (at: number) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(at).map(([key, place]) => [key, valuesAt(place)]));
}

/**
 * The table's width, or more where headers of the list stand right of it: programs that do not know tables insert a
 * column into one and push its last column out.
 */
function tableWidth(list: List, { sheet, headerRow }: FoundList, table: Area, issued: Readonly<Record<string, string>>): number {
  const cell = cellReader(sheet);
  const headerAt = (at: number): string => {
    const value = cell(headerRow, at);
    return typeof value === 'string' ? normaliseHeader(value) : '';
  };
  const gone = new Set(list.columns.map(({ key, header }) => normaliseHeader(issued[key] ?? header)));
  for (let at = table.column; at < table.column + table.columns; at += 1) gone.delete(headerAt(at));
  let width = table.columns;
  for (let at = table.column + width; gone.delete(headerAt(at)); at += 1) width += 1;
  return width;
}

/** Without a native table the header row's filled cells are its width. */
function usedWidth({ sheet, headerRow }: FoundList): number {
  const cells = sheet.values[headerRow - sheet.row] ?? [];
  let last = cells.length;
  while (last > 0 && (cells[last - 1] === null || cells[last - 1] === '')) last -= 1;
  return last;
}

function rowsBelow({ sheet, headerRow }: FoundList): number {
  return Math.max(0, sheet.row + sheet.values.length - headerRow - 1);
}

import type { ListKey } from '../list/list';
import type { Context } from './context';
import { meansEmpty, normaliseName } from './name';
import { rowState, type Table } from './table';

/** One row that names a project. */
export interface ProjectRow {
  readonly table: Table;
  readonly row: number;
}

/** All rows of one normalised name in one unit. */
export interface NamedProject {
  /** Index into plan.units. */
  readonly unit: number;
  readonly name: string;
  readonly rows: readonly ProjectRow[];
}

type RowsByText = Map<string, ProjectRow[]>;

/**
 * Rows of one list looked at for one project. A thousand rows under one code are a filling-down, not a project: it
 * is told by row/duplicate and cross-county/same-code, and must not make every other rule walk them all again.
 */
const mostRows = 50;

/** Which rows speak of the same project: by 项目代码, else by normalised name within one unit. */
export class ProjectIndex {
  private readonly codes = new Map<ListKey, RowsByText>();
  private readonly names = new Map<ListKey, RowsByText[]>();

  add(table: Table, row: number, code: string): void {
    const list = table.list.key;
    if (code !== '') push(getOrMake(this.codes, list, () => new Map()), code, { table, row });
    const unit = table.unit[row] ?? -1;
    const name = table.name(row);
    if (unit < 0 || name === '') return;
    const units = getOrMake(this.names, list, () => []);
    push((units[unit] ??= new Map<string, ProjectRow[]>()), name, { table, row });
  }

  /** Rows of a list on the same project as this row, this row itself left out; of any unit where the code agrees. */
  find(table: Table, row: number, list: ListKey): readonly ProjectRow[] {
    const code = codeOf(table, row);
    const unit = table.unit[row] ?? -1;
    const byCode = (code === '' ? undefined : this.codes.get(list)?.get(code)) ?? none;
    const byName = (unit < 0 ? undefined : this.names.get(list)?.[unit]?.get(table.name(row))) ?? none;
    if (byCode.length === 0 && byName.length === 0) return none;
    const found = new Map<number, ProjectRow>();
    for (const entry of byCode.slice(0, mostRows)) found.set(entry.row, entry);
    for (const entry of byName.slice(0, mostRows)) found.set(entry.row, entry);
    if (table.list.key === list) found.delete(row);
    return [...found.values()];
  }

  /** All rows of each project, by unit and name. */
  *projects(): Generator<NamedProject> {
    const units: RowsByText[] = [];
    for (const byUnit of this.names.values()) {
      byUnit.forEach((names, unit) => names.forEach((rows, name) => pushAll((units[unit] ??= new Map<string, ProjectRow[]>()), name, rows)));
    }
    for (const [unit, names] of units.entries()) {
      for (const [name, rows] of names ?? []) yield { unit, name, rows };
    }
  }

  /** All rows of each code. */
  *coded(): Generator<readonly [code: string, rows: readonly ProjectRow[]]> {
    const all: RowsByText = new Map();
    for (const codes of this.codes.values()) codes.forEach((rows, code) => pushAll(all, code, rows));
    yield* all;
  }
}

const none: readonly ProjectRow[] = [];

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function push(map: RowsByText, key: string, entry: ProjectRow): void {
  const known = map.get(key);
  if (known) known.push(entry);
  else map.set(key, [entry]);
}

function pushAll(map: RowsByText, key: string, rows: readonly ProjectRow[]): void {
  for (const entry of rows) push(map, key, entry);
}

/** Normalised 项目代码 of a row; empty where it has none. */
export function codeOf(table: Table, row: number): string {
  const value = table.value('projectCode', row);
  if (value === null || value === '') return '';
  const text = String(value);
  return meansEmpty(text) ? '' : normaliseName(text);
}

const rowsPerStep = 4_000;
const indexes = new WeakMap<Context, ProjectIndex>();

/** The index of a workbook, built once, some rows at a time. Rows without a name and a code are in none. */
export function* projectIndexOf(context: Context): Generator<void, ProjectIndex> {
  const known = indexes.get(context);
  if (known) return known;
  const index = new ProjectIndex();
  for (const table of context.tables.values()) {
    if (table.list.kind !== 'project') continue;
    for (let row = 0; row < table.rowCount; row++) {
      if (row % rowsPerStep === rowsPerStep - 1) yield;
      if (table.state[row] !== rowState.empty) index.add(table, row, codeOf(table, row));
    }
  }
  indexes.set(context, index);
  return index;
}

/** Sheet row as the user counts: the first is 1. */
export function sheetRowOf({ table, row }: ProjectRow): number {
  return table.entries.firstRow + row + 1;
}

const mostNamed = 5;

/** Lists and sheet rows of others, as parameters of a sentence: the first few. */
export function placesOf(rows: readonly ProjectRow[]): { readonly lists: readonly ListKey[]; readonly rows: readonly number[]; readonly more: boolean } {
  const named = rows.slice(0, mostNamed);
  return { lists: named.map(({ table }) => table.list.key), rows: named.map(sheetRowOf), more: rows.length > named.length };
}

/** The row at which something about several rows is told: the same one for any order of rows. */
export function spokesmanOf(rows: readonly ProjectRow[], context: Context): ProjectRow | undefined {
  const rank = ({ table, row }: ProjectRow) => context.lists.indexOf(table.list) * 100 + (table.unit[row] ?? 0);
  let best: ProjectRow | undefined;
  for (const entry of rows) {
    const difference = best ? rank(entry) - rank(best) : -1;
    if (best && (difference > 0 || (difference === 0 && entry.table.identity(entry.row) >= best.table.identity(best.row)))) continue;
    best = entry;
  }
  return best;
}

/** True where the unit has filled in nothing on a list. */
export function hasNothingOn(context: Context, list: ListKey, unit: number): boolean {
  const rows = context.tables.get(list)?.unitRows[unit];
  return !rows || rows.filled === 0;
}

/** Keys of the units that the rows are of, each once, in the plan's order. */
export function unitsOfRows(rows: readonly ProjectRow[], context: Context): string[] {
  const units = new Set(rows.map(({ table, row }) => table.unit[row]));
  return context.plan.units.filter((_, index) => units.has(index)).map((unit) => unit.key);
}

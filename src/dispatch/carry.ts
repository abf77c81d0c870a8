import { baseKeys } from '../list/base-column';
import type { ListKey, Value } from '../list/list';
import { unitOf } from '../plan/unit';
import { finish, type Steps } from '../total/steps';
import { timesExactly } from '../rule/money';
import { meansEmpty, normaliseName } from '../rule/name';
import { codeOf, type ProjectRow } from '../rule/project-index';
import { rowState } from '../rule/table';
import { isBlank } from '../rule/value';
import { columnOf, fits } from './move';
import type { MoveBook, RowPoint } from './move-book';

/** One value that other lists have for an empty cell. */
export interface CarryChoice {
  readonly value: Value;
  /** The rows that say so, the one that is filled in most first. */
  readonly sources: readonly RowPoint[];
}

/** An empty cell and what can be put into it: one value that all sources agree on, or several to choose from. */
export interface CarryCell {
  readonly column: string;
  readonly choices: readonly CarryChoice[];
}

/** A row with empty cells that other lists know. */
export interface Carry {
  /** The same for the same row in any state of the workbook; of a row without 行标识 as long as it stays where it is. */
  readonly id: string;
  readonly row: RowPoint;
  /** 项目名称 as written; empty where only the code is known. */
  readonly name: string;
  /** Unit key, null where it cannot be told. */
  readonly unit: string | null;
  readonly cells: readonly CarryCell[];
}

/** Rows that are looked at in a piece. */
const rowsPerStep = 200;

/** Columns of equal key and meaning beyond the base columns. */
const sharedKeys = ['patron', 'yearPlan', 'yearDone', 'nextYearPlan', 'plannedStart', 'imageProgress', 'investor'];

/** 实际开工日期 goes into list 6 only: elsewhere it would say that a project has started which its row says has not. */
const ownShared: Readonly<Record<ListKey, readonly string[]>> = { '6': ['actualStart'] };

/**
 * 自动带入 for one row: what other lists say of the same project (项目代码, else 项目名称 within the unit) for cells that
 * are empty here. What stands in a cell, even 无, is never replaced. A telephone number comes from nobody but the same
 * 责任人, and a 责任人 from nobody but the same 责任单位. Null where there is nothing to be carried in.
 */
export function carryFor(book: MoveBook, list: ListKey, row: number): Carry | null {
  const table = book.table(list);
  if (table?.list.kind !== 'project' || (table.state[row] ?? rowState.empty) === rowState.empty) return null;
  const own: ProjectRow = { table, row };
  if (book.isAlone(own)) return null;
  const columns = columnsOf(book, own);
  const sources = columns.length === 0 ? [] : sourcesOf(book, own);
  if (sources.length === 0) return null;
  const cells: CarryCell[] = [];
  for (const column of columns) {
    const choices = choicesFor(book, own, column, sources);
    if (choices.length > 0) cells.push({ column, choices });
  }
  const offered = withoutOrphans(cells);
  if (offered.length === 0) return null;
  const point = book.pointOf(own);
  return {
    id: carryId(point),
    row: point,
    name: String(table.value('projectName', row) ?? '').trim(),
    unit: table.unitKey(row),
    cells: offered,
  };
}

/** What a row is known by while the pane is open. */
export function carryId({ list, rowIndex, identity }: RowPoint): string {
  return `${list}|${identity === '' ? `#${rowIndex}` : identity}`;
}

/** Whose telephone or whose person it would be is not known before the user has chosen: they are offered after that. */
function withoutOrphans(cells: readonly CarryCell[]): CarryCell[] {
  const isOpen = (key: string) => cells.some(({ column, choices }) => column === key && choices.length > 1);
  const isUnitOpen = isOpen('responsibleUnit');
  const isPersonOpen = isUnitOpen || isOpen('responsiblePerson');
  return cells.filter(({ column }) => !(column === 'responsiblePerson' && isUnitOpen) && !(column === 'phone' && isPersonOpen));
}

/** All rows that something can be carried into, in the order of lists and rows. */
export function listCarries(book: MoveBook): Carry[] {
  return finish(listCarriesInSteps(book));
}

/** The same a few milliseconds at a time. */
export function* listCarriesInSteps(book: MoveBook): Steps<Carry[]> {
  const carries: Carry[] = [];
  for (const [list, table] of book.context.tables) {
    for (let row = 0; row < table.rowCount; row++) {
      if (row % rowsPerStep === rowsPerStep - 1) yield;
      const carry = table.state[row] === rowState.empty ? null : carryFor(book, list, row);
      if (carry) carries.push(carry);
    }
  }
  return carries;
}

/** Cells on which all sources agree, by column key. */
export function agreedCells({ cells }: Carry): Record<string, Value> {
  return Object.fromEntries(cells.flatMap(({ column, choices }) => (choices.length === 1 ? [[column, choices[0]!.value]] : [])));
}

/** Empty columns of the row that can be asked of other lists. */
function columnsOf(book: MoveBook, { table, row }: ProjectRow): string[] {
  const keys = [...baseKeys, ...sharedKeys, ...(ownShared[table.list.key] ?? [])];
  const isUnitScope = book.context.entries.scope.kind === 'unit';
  return keys.filter(
    (key) => table.has(key) && table.column(key)?.role === 'entry' && !(key === 'unit' && isUnitScope) && isBlank(table.value(key, row)),
  );
}

/** Rows of the same project, the one that is filled in most first; of equal ones the one on the earlier list. */
function sourcesOf(book: MoveBook, own: ProjectRow): ProjectRow[] {
  const others = (own.table.unit[own.row] ?? -1) >= 0 ? book.fellowsElsewhere(own) : withCode(book, own);
  const rows = others.filter(({ table, row }) => table !== own.table && table.state[row] === rowState.filled);
  if (rows.length < 2) return rows;
  const filled = new Map(rows.map((each) => [each, baseKeys.filter((key) => !isBlank(each.table.value(key, each.row))).length]));
  return rows.sort((a, b) => filled.get(b)! - filled.get(a)!);
}

/** A row without a unit is known by its code alone, where one unit only has it. */
function withCode(book: MoveBook, own: ProjectRow): readonly ProjectRow[] {
  const rows = book.index.rowsAt(book.index.withCode(codeOf(own.table, own.row)));
  const units = new Set(rows.filter((each) => each.table !== own.table || each.row !== own.row).map((each) => each.table.unit[each.row]));
  return units.size === 1 ? rows : [];
}

function choicesFor(book: MoveBook, own: ProjectRow, column: string, sources: readonly ProjectRow[]): CarryChoice[] {
  const definition = columnOf(own.table.list, column);
  const choices = new Map<string, { readonly value: Value; readonly sources: RowPoint[] }>();
  for (const source of sources) {
    const value = valueOf(book, own, column, source);
    if (isBlank(value) || (typeof value === 'string' && meansEmpty(value)) || !fits(definition, value)) continue;
    const key = typeof value === 'string' ? `"${normaliseName(value)}` : String(value);
    const known = choices.get(key);
    if (known) known.sources.push(book.pointOf(source));
    else choices.set(key, { value, sources: [book.pointOf(source)] });
  }
  return [...choices.values()];
}

/** What one row says for a column of another list; null where it says nothing, or says it of somebody else. */
function valueOf(book: MoveBook, own: ProjectRow, column: string, source: ProjectRow): Value {
  const { table, row } = source;
  if (column === 'totalInvestment' && table.list.key === 'B') {
    const planned = table.numbers('plannedInvestment')(row);
    return planned === null ? null : timesExactly(planned, 10_000);
  }
  if (column === 'unit') {
    const unit = table.unitKey(row);
    return unit === null ? null : unitOf(book.context.plan, unit).name;
  }
  if (!table.has(column)) return null;
  if (column === 'phone' && !isSaidOf(own, source, 'responsiblePerson')) return null;
  if ((column === 'phone' || column === 'responsiblePerson') && !isSaidOf(own, source, 'responsibleUnit')) return null;
  const value = table.value(column, row);
  return typeof value === 'string' ? value.trim() : value;
}

/** False where both rows name somebody, and not the same. */
function isSaidOf(own: ProjectRow, source: ProjectRow, column: string): boolean {
  const [mine, other] = [own, source].map(({ table, row }) => normaliseName(table.texts(column)(row)));
  return mine === '' || other === '' || mine === other;
}

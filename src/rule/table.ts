import type { ListEntries } from '../list/entry';
import type { Column, List, Value } from '../list/list';
import type { Plan, Scope } from '../plan/plan';
import { resolverOf, unitResolverOf } from './choice';
import { normaliseName } from './name';
import { understandDay, understandNumber } from './understand';
import { isBlank } from './value';

/** What a row is: nothing in it · as it was issued · filled in. */
export const rowState = { empty: 0, waiting: 1, filled: 2 } as const;

/** How much of one unit's list waits and is filled in. */
export interface UnitRows {
  waiting: number;
  filled: number;
}

/**
 * A list's entries with what rules ask of every row: its state, unit and name, each worked out once. It can take over
 * other entries of the same columns; readers made before read the new ones.
 */
export interface Table {
  readonly list: List;
  readonly entries: ListEntries;
  readonly rowCount: number;
  /** rowState by row. Another array after the number of rows has changed. */
  readonly state: Uint8Array;
  /** Index into plan.units by row, -1 where the unit cannot be told. Another array after the number of rows has changed. */
  readonly unit: Int16Array;
  /** Normalised content of the name column, worked out when first asked for; empty for target lists. */
  name(row: number): string;
  /** By index into plan.units; the last one is for rows whose unit cannot be told. */
  readonly unitRows: readonly UnitRows[];
  /** Works out the rows from..to (exclusive); every row once, before anything is asked of it. */
  prepareRows(from: number, to: number): void;
  /** Takes a row back out of the counts, to be prepared again. */
  forgetRow(row: number): void;
  /** Goes on with other entries of the list. Rows that differ, or that are gone, must have been forgotten before. */
  adopt(entries: ListEntries): void;
  /** The cells of a column as they are now; empty where the column is gone. */
  cells(column: string): readonly Value[];
  /** The formulas of a column as they are now; undefined where none are kept for it. */
  formulas(column: string): readonly (string | null)[] | undefined;
  has(column: string): boolean;
  column(key: string): Column | null;
  /** 行标识, empty where the row has none yet. */
  identity(row: number): string;
  unitKey(row: number): string | null;
  value(column: string, row: number): Value;
  /** Readers of one column. Text that means a number or a day is read as such, as 修正 would make it. */
  numbers(column: string): (row: number) => number | null;
  days(column: string): (row: number) => number | null;
  /** Item key of the choice, null where empty or not in the enumeration. */
  choices(column: string): (row: number) => string | null;
  texts(column: string): (row: number) => string;
}

const none: readonly Value[] = [];

/** The cells of a column, wherever they stand now. */
interface Cells {
  values: readonly Value[];
}

/** True where somebody is expected to type into the list: list 2 is computed from ledger A alone. */
export function isTypedInto(list: List): boolean {
  return list.kind === 'project' || list.columns.some((column) => column.role === 'entry' && column.requirement);
}

/** The column that tells a row's unit: of a target list the issued one. */
function unitColumnOf(list: List): string {
  if (list.kind === 'project') return list.unitColumn;
  return list.columns.find((column) => column.type === 'unit')?.key ?? 'unit';
}

export function makeTable(
  list: List,
  entries: ListEntries,
  plan: Plan,
  scope: Scope,
  issued: Readonly<Record<string, { readonly name: string; readonly unit: string }>>,
): Table {
  const columns = new Map(list.columns.map((column) => [column.key, column]));
  const kept = new Map<string, Cells>();
  function cellsOf(key: string): Cells {
    let cells = kept.get(key);
    if (!cells) kept.set(key, (cells = { values: table.entries.values[key] ?? none }));
    return cells;
  }
  const identityKey = list.columns.find((column) => column.role === 'identity')?.key ?? '';
  const unitKey = unitColumnOf(list);
  const nameKey = list.kind === 'project' ? list.nameColumn : '';
  const normalised: (string | undefined)[] = [];
  const unitRows = Array.from({ length: plan.units.length + 1 }, () => ({ waiting: 0, filled: 0 }));
  const typed = isTypedInto(list);
  const units = unitResolverOf(plan);
  const indexOfKey = new Map(plan.units.map((each, index) => [each.key, index]));
  const indexOfText = new Map<string, number>();
  const scopeIndex = scope.kind === 'unit' ? (indexOfKey.get(scope.unit) ?? -1) : -1;

  function unitIndexOf(text: string): number {
    let index = indexOfText.get(text);
    if (index === undefined) {
      index = indexOfKey.get(units.keyOf(text) ?? text) ?? -1;
      indexOfText.set(text, index);
    }
    return index;
  }

  function name(row: number): string {
    let own = normalised[row];
    if (own === undefined) {
      const text = names.values[row];
      own = isBlank(text) ? '' : normaliseName(typeof text === 'string' ? text : String(text));
      normalised[row] = own;
    }
    return own;
  }

  function issuedRow(row: number) {
    const identity = identities.values[row];
    return typeof identity === 'string' && Object.hasOwn(issued, identity) ? issued[identity] : undefined;
  }

  /** Of a project row in which nothing but name and unit can stand. */
  function stateOfIssued(row: number): number {
    const own = table.unit[row];
    const isFormula = !!table.entries.formulas[unitKey]?.[row];
    const unitGiven = isBlank(unitCells.values[row]) || isFormula || (scopeIndex >= 0 && own === scopeIndex);
    const as = issuedRow(row);
    const unitAsIssued = unitGiven || (as !== undefined && own === unitIndexOf(as.unit));
    if (name(row) === '') return unitAsIssued ? rowState.empty : rowState.filled;
    return as && unitAsIssued && name(row) === normaliseName(as.name) ? rowState.waiting : rowState.filled;
  }

  function countRow(row: number, by: 1 | -1): void {
    const state = table.state[row];
    if (state === rowState.empty) return;
    const at = table.unit[row] as number;
    const counts = unitRows[at < 0 ? plan.units.length : at] as UnitRows;
    if (state === rowState.waiting) counts.waiting += by;
    else counts.filled += by;
  }

  function prepareRows(from: number, to: number): void {
    const { state, unit } = table;
    // Most rows are known to be filled after the first column: the others then cost nothing.
    let open = to - from;
    for (const { values } of others) {
      if (open === 0) break;
      for (let row = from; row < to; row++) {
        if (state[row] !== rowState.empty || isBlank(values[row])) continue;
        state[row] = rowState.filled;
        open--;
      }
    }
    for (let row = from; row < to; row++) {
      const text = unitCells.values[row];
      unit[row] = isBlank(text) ? scopeIndex : unitIndexOf(typeof text === 'string' ? text : String(text));
      if (list.kind === 'project') {
        if (state[row] === rowState.empty) state[row] = stateOfIssued(row);
      } else if (state[row] === rowState.empty && !isBlank(text)) {
        state[row] = typed ? rowState.waiting : rowState.filled;
      }
      countRow(row, 1);
    }
  }

  function resize(rowCount: number): void {
    if (rowCount === table.rowCount) return;
    const [state, unit] = [new Uint8Array(rowCount), new Int16Array(rowCount).fill(-1)];
    state.set(table.state.subarray(0, Math.min(rowCount, table.rowCount)));
    unit.set(table.unit.subarray(0, Math.min(rowCount, table.rowCount)));
    Object.assign(table, { rowCount, state, unit });
    normalised.length = Math.min(normalised.length, rowCount);
  }

  const table: { -readonly [K in keyof Table]: Table[K] } = {
    list,
    entries,
    rowCount: entries.rowCount,
    state: new Uint8Array(entries.rowCount),
    unit: new Int16Array(entries.rowCount).fill(-1),
    name,
    unitRows,
    prepareRows,
    forgetRow(row) {
      countRow(row, -1);
      table.state[row] = rowState.empty;
      table.unit[row] = -1;
      normalised[row] = undefined;
    },
    adopt(after) {
      table.entries = after;
      for (const [key, cells] of kept) cells.values = after.values[key] ?? none;
      resize(after.rowCount);
    },
    cells: (key) => table.entries.values[key] ?? none,
    formulas: (key) => table.entries.formulas[key],
    has: (key) => table.entries.values[key] !== undefined,
    column: (key) => columns.get(key) ?? null,
    identity: (row) => (isBlank(identities.values[row]) ? '' : String(identities.values[row])),
    unitKey: (row) => plan.units[table.unit[row] ?? -1]?.key ?? null,
    value: (key, row) => cellsOf(key).values[row] ?? null,
    numbers(key) {
      const cells = cellsOf(key);
      const column = columns.get(key);
      return (row) => {
        const value = cells.values[row];
        if (typeof value === 'number') return value;
        return column && typeof value === 'string' && value !== '' ? understandNumber(value, column) : null;
      };
    },
    days(key) {
      const cells = cellsOf(key);
      const column = columns.get(key);
      return (row) => {
        const value = cells.values[row];
        if (!column || value === null || value === undefined || value === '' || typeof value === 'boolean') return null;
        return understandDay(value, column, plan);
      };
    },
    choices(key) {
      const cells = cellsOf(key);
      const column = columns.get(key);
      const resolver = column ? resolverOf(plan, column) : null;
      const known = new Map<Value, string | null>();
      return (row) => {
        const value = cells.values[row] ?? null;
        if (value === null || value === '' || !resolver) return null;
        let item = known.get(value);
        if (item === undefined) known.set(value, (item = resolver.keyOf(String(value))));
        return item;
      };
    },
    texts(key) {
      const cells = cellsOf(key);
      return (row) => {
        const value = cells.values[row];
        return isBlank(value) ? '' : String(value);
      };
    },
  };
  const identities = cellsOf(identityKey);
  const unitCells = cellsOf(unitKey);
  const names = cellsOf(nameKey);
  const others = list.columns
    .filter((column) => column.role === 'entry' && column.key !== nameKey && column.key !== unitKey)
    .map((column) => cellsOf(column.key));
  return table;
}

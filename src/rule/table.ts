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

/** A list's entries with what rules ask of every row: its state, unit and name, each worked out once. */
export interface Table {
  readonly list: List;
  readonly entries: ListEntries;
  readonly rowCount: number;
  /** rowState by row. */
  readonly state: Uint8Array;
  /** Index into plan.units by row, -1 where the unit cannot be told. */
  readonly unit: Int16Array;
  /** Normalised content of the name column, worked out when first asked for; empty for target lists. */
  name(row: number): string;
  /** By index into plan.units; the last one is for rows whose unit cannot be told. */
  readonly unitRows: readonly UnitRows[];
  /** Works out the rows from..to (exclusive); every row once, before anything is asked of it. */
  prepareRows(from: number, to: number): void;
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
  const rowCount = entries.rowCount;
  const columns = new Map(list.columns.map((column) => [column.key, column]));
  const valuesOf = (key: string): readonly Value[] => entries.values[key] ?? none;
  const identityKey = list.columns.find((column) => column.role === 'identity')?.key ?? '';
  const identities = valuesOf(identityKey);
  const unitKey = unitColumnOf(list);
  const unitValues = valuesOf(unitKey);
  const unitFormulas = entries.formulas[unitKey];
  const nameKey = list.kind === 'project' ? list.nameColumn : '';
  const names = valuesOf(nameKey);
  const others = list.columns
    .filter((column) => column.role === 'entry' && column.key !== nameKey && column.key !== unitKey)
    .map((column) => valuesOf(column.key));

  const state = new Uint8Array(rowCount);
  const unit = new Int16Array(rowCount).fill(-1);
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
      const text = names[row];
      own = isBlank(text) ? '' : normaliseName(typeof text === 'string' ? text : String(text));
      normalised[row] = own;
    }
    return own;
  }

  function issuedRow(row: number) {
    const identity = identities[row];
    return typeof identity === 'string' && Object.hasOwn(issued, identity) ? issued[identity] : undefined;
  }

  /** Of a project row in which nothing but name and unit can stand. */
  function stateOfIssued(row: number): number {
    const unitGiven = isBlank(unitValues[row]) || !!unitFormulas?.[row] || (scopeIndex >= 0 && unit[row] === scopeIndex);
    const as = issuedRow(row);
    const unitAsIssued = unitGiven || (as !== undefined && unit[row] === unitIndexOf(as.unit));
    if (name(row) === '') return unitAsIssued ? rowState.empty : rowState.filled;
    return as && unitAsIssued && name(row) === normaliseName(as.name) ? rowState.waiting : rowState.filled;
  }

  function prepareRows(from: number, to: number): void {
    // Most rows are known to be filled after the first column: the others then cost nothing.
    let open = to - from;
    for (const values of others) {
      if (open === 0) break;
      for (let row = from; row < to; row++) {
        if (state[row] !== rowState.empty || isBlank(values[row])) continue;
        state[row] = rowState.filled;
        open--;
      }
    }
    for (let row = from; row < to; row++) {
      const text = unitValues[row];
      unit[row] = isBlank(text) ? scopeIndex : unitIndexOf(typeof text === 'string' ? text : String(text));
      if (list.kind === 'project') {
        if (state[row] === rowState.empty) state[row] = stateOfIssued(row);
      } else if (state[row] === rowState.empty && !isBlank(text)) {
        state[row] = typed ? rowState.waiting : rowState.filled;
      }
      if (state[row] === rowState.empty) continue;
      const at = unit[row] as number;
      const counts = unitRows[at < 0 ? plan.units.length : at] as UnitRows;
      if (state[row] === rowState.waiting) counts.waiting++;
      else counts.filled++;
    }
  }

  const table: Table = {
    list,
    entries,
    rowCount,
    state,
    unit,
    name,
    unitRows,
    prepareRows,
    has: (key) => entries.values[key] !== undefined,
    column: (key) => columns.get(key) ?? null,
    identity: (row) => (isBlank(identities[row]) ? '' : String(identities[row])),
    unitKey: (row) => plan.units[unit[row] ?? -1]?.key ?? null,
    value: (key, row) => valuesOf(key)[row] ?? null,
    numbers(key) {
      const values = valuesOf(key);
      const column = columns.get(key);
      return (row) => {
        const value = values[row];
        if (typeof value === 'number') return value;
        return column && typeof value === 'string' && value !== '' ? understandNumber(value, column) : null;
      };
    },
    days(key) {
      const values = valuesOf(key);
      const column = columns.get(key);
      return (row) => {
        const value = values[row];
        if (!column || value === null || value === undefined || value === '' || typeof value === 'boolean') return null;
        return understandDay(value, column, plan);
      };
    },
    choices(key) {
      const values = valuesOf(key);
      const column = columns.get(key);
      const resolver = column ? resolverOf(plan, column) : null;
      const known = new Map<Value, string | null>();
      return (row) => {
        const value = values[row] ?? null;
        if (value === null || value === '' || !resolver) return null;
        let item = known.get(value);
        if (item === undefined) known.set(value, (item = resolver.keyOf(String(value))));
        return item;
      };
    },
    texts(key) {
      const values = valuesOf(key);
      return (row) => {
        const value = values[row];
        return isBlank(value) ? '' : String(value);
      };
    },
  };
  return table;
}

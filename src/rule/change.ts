import type { ListEntries, WorkbookEntries } from '../list/entry';
import type { List, ListKey } from '../list/list';

/** Rows of one list in which cells differ, and the columns that they are in. */
export interface ListChange {
  /** Ascending; rows that are gone or new are among them. */
  readonly rows: readonly number[];
  readonly columns: ReadonlySet<string>;
}

/** Deeply equal plain data; the same object is not looked into. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

function hasSameKeys(a: object, b: object): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
}

function isSameList(a: ListEntries, b: ListEntries): boolean {
  return (
    a === b ||
    (a.sheetName === b.sheetName &&
      a.headerRow === b.headerRow &&
      a.firstRow === b.firstRow &&
      isEqual(a.at, b.at) &&
      hasSameKeys(a.values, b.values) &&
      hasSameKeys(a.formulas, b.formulas))
  );
}

/**
 * True where two workbooks differ in nothing but the cells of the same lists and columns, the findings, and what the
 * office says of rules and issues; else everything is to be judged anew.
 */
export function isSameFrame(a: WorkbookEntries, b: WorkbookEntries): boolean {
  return (
    a.planId === b.planId &&
    a.schemaVersion === b.schemaVersion &&
    a.asOf === b.asOf &&
    isEqual(a.scope, b.scope) &&
    isEqual(a.cityLevelReserve, b.cityLevelReserve) &&
    isEqual(a.issued, b.issued) &&
    hasSameKeys(a.lists, b.lists) &&
    Object.keys(a.lists).every((key) => isSameList(a.lists[key]!, b.lists[key]!))
  );
}

/** Which rows of a list differ. Marks (校验提示) are ours and judged by nobody. */
function changeOf(list: List, before: ListEntries, after: ListEntries): ListChange | null {
  if (before === after) return null;
  const rowCount = Math.max(before.rowCount, after.rowCount);
  const differs = new Uint8Array(rowCount).fill(1, Math.min(before.rowCount, after.rowCount));
  const columns = new Set<string>();
  const compare = (key: string, a: readonly unknown[], b: readonly unknown[]) => {
    if (a === b) return;
    const both = Math.min(a.length, b.length, rowCount);
    for (let row = 0; row < rowCount; row++) {
      // Nearly all cells are the same: they must cost nothing.
      if (row < both && a[row] === b[row]) continue;
      if (Object.is(a[row] ?? null, b[row] ?? null)) continue;
      differs[row] = 1;
      columns.add(key);
    }
  };
  for (const { key, role } of list.columns) {
    if (role !== 'mark') compare(key, before.values[key] ?? [], after.values[key] ?? []);
    compare(key, before.formulas[key] ?? [], after.formulas[key] ?? []);
  }
  const rows: number[] = [];
  for (let row = differs.indexOf(1); row >= 0; row = differs.indexOf(1, row + 1)) rows.push(row);
  return rows.length === 0 ? null : { rows, columns };
}

/** What differs between two workbooks of the same frame, by list; yields after each list. */
export function* changesBetween(
  before: WorkbookEntries,
  after: WorkbookEntries,
  lists: readonly List[],
): Generator<void, ReadonlyMap<ListKey, ListChange>> {
  const changes = new Map<ListKey, ListChange>();
  for (const list of lists) {
    const [own, other] = [before.lists[list.key], after.lists[list.key]];
    if (!own || !other || own === other) continue;
    const change = changeOf(list, own, other);
    if (change) changes.set(list.key, change);
    yield;
  }
  return changes;
}

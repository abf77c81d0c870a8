import type { WorkbookEntries } from '../list/entry';
import type { List, ListKey } from '../list/list';
import { unitsInScope } from '../list/registry';
import type { Plan } from '../plan/plan';
import { makeTable, type Table } from './table';

/** A file that is judged, alone or with others. */
export interface Source {
  /** File name; empty for the open workbook. */
  readonly label: string;
  readonly planId: string;
  readonly schemaVersion: number;
  readonly asOf: number;
}

/** All that a rule may ask: the plan, the lists in scope and what stands in them. */
export interface Context {
  readonly plan: Plan;
  /** Lists of the workbook's scope. */
  readonly lists: readonly List[];
  readonly entries: WorkbookEntries;
  /** 统计截止日, Excel serial number without a time of day. */
  readonly asOf: number;
  /** Keys of the units whose rows the workbook holds. */
  readonly units: readonly string[];
  /** By list key; a list whose sheet is gone has none. */
  readonly tables: ReadonlyMap<ListKey, Table>;
  /** The files that are judged together; one for a workbook alone. */
  readonly sources: readonly Source[];
}

export function makeContext(entries: WorkbookEntries, plan: Plan, lists: readonly List[], sources?: readonly Source[]): Context {
  const { scope } = entries;
  const inScope = scope.kind === 'city' ? lists : lists.filter((list) => list.units.includes(scope.unit));
  const tables = new Map<ListKey, Table>();
  for (const list of inScope) {
    const found = Object.hasOwn(entries.lists, list.key) ? entries.lists[list.key] : undefined;
    if (found) tables.set(list.key, makeTable(list, found, plan, scope, entries.issued[list.key] ?? {}));
  }
  return {
    plan,
    lists: inScope,
    entries,
    asOf: Math.floor(entries.asOf),
    units: unitsInScope(plan, scope),
    tables,
    sources: sources ?? [{ label: '', planId: entries.planId, schemaVersion: entries.schemaVersion, asOf: entries.asOf }],
  };
}

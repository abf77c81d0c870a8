import type { WorkbookEntries } from '../list/entry';
import type { List, ListKey } from '../list/list';
import type { Plan } from '../plan/plan';
import { makeContext, type Context } from '../rule/context';

/** The named lists of a workbook as rules read them, every row prepared; one whose sheet is gone, or that is not in scope, has no table. */
export function prepareTables(entries: WorkbookEntries, plan: Plan, lists: readonly List[], keys: readonly ListKey[]): Context {
  const context = makeContext(entries, plan, lists.filter(({ key }) => keys.includes(key)));
  for (const table of context.tables.values()) table.prepareRows(0, table.rowCount);
  return context;
}

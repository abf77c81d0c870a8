import type { ListKey } from '../list/list';
import { emptyRecord, type IssuedRow } from '../list/record';
import { listsOf } from '../list/registry';
import { schemaVersion } from '../list/schema-version';
import { unitOf } from '../plan/unit';
import type { Plan, Scope } from '../plan/plan';
import { findLists, type FoundList } from '../sheet/find-list';
import type { WorkbookContent } from '../sheet/model';
import type { WorkbookData } from '../sheet/read-data';
import { readList } from '../sheet/read-list';
import { sheetNames } from '../sheet/sheet-name';

/**
 * What the hidden sheet would say, for a workbook that lost it (some programs and document inspections remove
 * hidden sheets) but still has our lists: without it 生成 would take the lists for somebody else's and clear them.
 * Null where none of our tables is found. Blind spot: whose workbook it is, is told from list 2, and a workbook without it is
 * taken for the city's.
 */
export function inferData(content: WorkbookContent, plan: Plan): WorkbookData | null {
  const lists = listsOf(plan);
  const found = findLists(content, lists, {});
  // A sheet of the user's own may look like a list; a table of our name is ours.
  if (![...found.values()].some(({ table }) => table !== null)) return null;
  const scope = inferScope(plan, found);
  const issued: Record<ListKey, Record<string, IssuedRow>> = {};
  for (const list of lists) {
    const place = found.get(list.key);
    const named = plan.namedProjects.filter((project) => project.list === list.key);
    if (place === undefined || named.length === 0) continue;
    const { values } = readList(list, scope, place, {}).entries;
    (values['identity'] ?? []).forEach((identity, row) => {
      const project = named.find(({ name }) => name === values['projectName']?.[row]);
      if (typeof identity !== 'string' || project === undefined) return;
      (issued[list.key] ??= {})[identity] = { name: project.name, unit: unitOf(plan, project.unit).name };
    });
  }
  return {
    sheet: sheetNames.data,
    planId: plan.id,
    schemaVersion,
    scope,
    lastCheck: null,
    asOf: null,
    headers: {},
    ...emptyRecord,
    issued,
  };
}

function inferScope(plan: Plan, found: ReadonlyMap<ListKey, FoundList>): Scope {
  const place = found.get('2');
  const list = listsOf(plan).find(({ key }) => key === '2');
  if (place === undefined || list === undefined) return { kind: 'city' };
  const named = (readList(list, { kind: 'city' }, place, {}).entries.values['unit'] ?? []).filter((name) => name !== null);
  const unit = plan.units.find(({ name }) => name === named[0]);
  return named.length === 1 && unit !== undefined ? { kind: 'unit', unit: unit.key } : { kind: 'city' };
}

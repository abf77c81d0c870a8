import type { WorkbookEntries } from '../../src/list/entry';
import type { Value } from '../../src/list/list';
import type { Issue } from '../../src/rule/issue';

/** The entries as they are once the cell fixes are written. */
export function applyCellFixes(entries: WorkbookEntries, issues: readonly Issue[]): WorkbookEntries {
  const lists: Record<string, WorkbookEntries['lists'][string]> = { ...entries.lists };
  for (const { fix } of issues) {
    if (fix?.kind !== 'cell') continue;
    const list = lists[fix.list];
    if (!list) throw new Error(`no list ${fix.list}`);
    const cells: Value[] = [...(list.values[fix.column] ?? [])];
    expect(cells[fix.rowIndex]).toBe(fix.before);
    cells[fix.rowIndex] = fix.after;
    lists[fix.list] = { ...list, values: { ...list.values, [fix.column]: cells } };
  }
  return { ...entries, lists };
}

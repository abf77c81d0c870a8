import type { CheckReport, Place } from '../../job/report';
import type { Waiting } from '../../rule/issue';

/** The first cell of the unit's rows on a list, the list's first row where the unit has none; null without a sheet. */
export function findFirstRow({ plan, lists, entries }: CheckReport, { list: key, unit }: Waiting): Place | null {
  const found = entries.lists[key];
  const list = lists.find((each) => each.key === key);
  if (!found || !list) return null;
  const name = plan.units.find((each) => each.key === unit)?.name;
  const own = (found.values['unit'] ?? []).findIndex((value) => value === name);
  const firstEntry = list.columns.find((column) => column.role === 'entry' && found.at[column.key] !== undefined);
  const column = firstEntry ? (found.at[firstEntry.key] ?? 0) : 0;
  return { sheet: found.sheetName, row: found.firstRow + Math.max(0, own), column };
}

import type { List } from '../list/list';
import type { BuildInput, ListRows } from '../sheet/build-input';

/**
 * What people entered in each row of a list, own columns and typed formulas included, as one text a row; rows without
 * anything are left out. Two states of a list with the same texts hold the same entries. Of a formula its text
 * counts, since its value follows from elsewhere.
 */
export function rowTraces(list: List, rows: ListRows): string[] {
  const keys = list.columns.filter(({ role }) => role === 'entry').map(({ key }) => key);
  const own = (rows.order ?? []).flatMap((place) => ('user' in place ? [place.user] : []));
  const traces: string[] = [];
  for (let row = 0; row < rows.rowCount; row += 1) {
    const cells: [string, unknown][] = [];
    const add = (key: string, entry: unknown) => {
      if (entry !== null && entry !== undefined && entry !== '') cells.push([key, entry]);
    };
    for (const key of keys) add(key, rows.formulas?.[key]?.[row] ?? rows.values[key]?.[row]);
    for (const column of own) add(`+${column.header}`, column.formulas[row] ?? column.values[row]);
    if (cells.length > 0) traces.push(JSON.stringify(cells));
  }
  return traces;
}

/** Keys of the lists whose entries differ between two states of a workbook; the order of rows does not count. */
export function changedLists(lists: readonly List[], before: BuildInput['rows'], after: BuildInput['rows']): string[] {
  const none: ListRows = { rowCount: 0, values: {} };
  return lists
    .filter((list) => {
      const [was, now] = [before, after].map((rows) => rowTraces(list, rows[list.key] ?? none).sort());
      return was!.length !== now!.length || was!.some((trace, row) => trace !== now![row]);
    })
    .map(({ key }) => key);
}

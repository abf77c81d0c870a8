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
  return lists.filter((list) => !isSameInAnyOrder(list, before[list.key] ?? noRows, after[list.key] ?? noRows)).map(({ key }) => key);
}

const noRows: ListRows = { rowCount: 0, values: {} };

function isSameInAnyOrder(list: List, was: ListRows, now: ListRows): boolean {
  if (was === now || isSameInPlace(list, was, now)) return true;
  const [before, after] = [rowTraces(list, was).sort(), rowTraces(list, now).sort()];
  return before.length === after.length && before.every((trace, row) => trace === after[row]);
}

/** True where every row stands where it stood and holds the same entries: quickly told. */
export function isSameInPlace(list: List, was: ListRows, now: ListRows): boolean {
  const rowCount = Math.max(was.rowCount, now.rowCount);
  const isSame = (a: readonly unknown[] = [], b: readonly unknown[] = []) => {
    for (let row = 0; row < rowCount; row += 1) if ((a[row] ?? '') !== (b[row] ?? '')) return false;
    return true;
  };
  const [wasOwn, nowOwn] = [was, now].map(({ order = [] }) => order.flatMap((place) => ('user' in place ? [place.user] : [])));
  return (
    list.columns.every(({ key, role }) => role !== 'entry' || (isSame(was.formulas?.[key], now.formulas?.[key]) && isSame(was.values[key], now.values[key]))) &&
    wasOwn!.length === nowOwn!.length &&
    wasOwn!.every(({ header, values, formulas }, at) => {
      const own = nowOwn![at]!;
      return header === own.header && isSame(formulas, own.formulas) && isSame(values, own.values);
    })
  );
}

import type { ListEntries } from '../list/entry';
import type { List, Value } from '../list/list';

/**
 * Where a row that the user saw stands by now (its index into the entries read afresh): the one with its 行标识 that
 * holds all that was seen in it, which is the same place unless rows were sorted, inserted or deleted. Of several alike
 * only the one in its old place is certain. changed: its 行标识 is there, but not what was seen · gone: neither is. Rows
 * that never had a 行标识 cannot be told from one another but by what they hold.
 */
export function findSeenRow(list: List, before: ListEntries | undefined, now: ListEntries | undefined, row: number): number | 'changed' | 'gone' {
  if (before === undefined || now === undefined) return 'gone';
  const identityOf = ({ values }: ListEntries, at: number) => values['identity']?.[at] ?? '';
  const seen = identityOf(before, row);
  const keys = list.columns.filter(({ role }) => role === 'entry').map(({ key }) => key);
  const isSame = (at: number) => keys.every((key) => (now.values[key]?.[at] ?? null) === (before.values[key]?.[row] ?? null));
  // It may have got its 行标识 since.
  if (seen === '' && isSame(row)) return row;
  const own: number[] = [];
  for (let at = 0; at < now.rowCount; at++) if (identityOf(now, at) === seen) own.push(at);
  const alike = own.filter(isSame);
  if (alike.includes(row)) return row;
  const [only] = alike;
  if (only !== undefined && alike.length === 1) return only;
  return own.length > 0 ? 'changed' : 'gone';
}

/**
 * Where a row that the user saw stands once these cells (by column key) are written into it; null where it does not hold
 * them. It tells that a job whose answer was lost was carried out.
 */
export function findWrittenRow(list: List, before: ListEntries | undefined, now: ListEntries | undefined, row: number, cells: Readonly<Record<string, Value>>): number | null {
  if (before === undefined) return null;
  const written = Object.entries(cells).map(([key, value]) => [key, (before.values[key] ?? []).map((each, at) => (at === row ? value : each))]);
  const found = findSeenRow(list, { ...before, values: { ...before.values, ...Object.fromEntries(written) } }, now, row);
  return typeof found === 'number' ? found : null;
}

import type { UserColumn } from '../list/entry';
import type { List, Value } from '../list/list';
import type { ListRows } from '../sheet/build-input';

/** What people enter in one row of a list, cell by cell. */
export interface EntryReader {
  /** Keys of the columns that people fill in, own ones included. */
  readonly keys: readonly string[];
  /** By which the row is known: 行标识, or its unit in a target list; empty where it has none. */
  readonly keyOf: (row: number) => string;
  /** What a cell holds, as a text that is the same for the same content; empty for an empty cell. */
  readonly textOf: (key: string, row: number) => string;
}

/** Stands before the header of a column of the user's own. */
export const ownColumn = '+';

/** Columns of a list that people fill in. */
export function entryKeys(list: List): string[] {
  return list.columns.filter(({ role }) => role === 'entry').map(({ key }) => key);
}

export function readEntries(list: List, rows: ListRows): EntryReader {
  const own = new Map<string, UserColumn>((rows.order ?? []).flatMap((place) => ('user' in place ? [[`${ownColumn}${place.user.header}`, place.user] as const] : [])));
  const identities = rows.values[list.kind === 'target' ? 'unit' : 'identity'] ?? [];
  return {
    keys: [...entryKeys(list), ...own.keys()],
    keyOf: (row) => String(identities[row] ?? ''),
    textOf: (key, row) => {
      const user = own.get(key);
      if (user !== undefined) return textOfCell(user.values[row] ?? null, user.formulas[row] ?? null);
      return textOfCell(rows.values[key]?.[row] ?? null, rows.formulas?.[key]?.[row] ?? null);
    },
  };
}

/**
 * A cell's content as a text. Of a formula the rows and sheets that it names do not count, since they follow when rows are put in
 * and tabs renamed. Blind spot: a formula that was changed in nothing else counts as the same.
 */
export function textOfCell(value: Value, formula: string | null): string {
  if (formula !== null) return formula.replaceAll(/'(?:[^']|'')*'!|[^\s=+\-*/(),&<>^"';:]+!/g, '').replaceAll(/(\$?[A-Z]{1,3}\$?)\d+/gi, '$1').replaceAll(/\s/g, '').toUpperCase();
  if (value === null || value === '') return '';
  return typeof value === 'string' ? `s${value.includes('\r') ? value.replaceAll('\r\n', '\n') : value}` : `${(typeof value)[0]!}${value}`;
}

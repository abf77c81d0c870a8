import type { List } from '../list/list';
import type { ListRows } from '../sheet/build-input';
import type { Steps } from '../total/steps';
import { ownColumn, readEntries, type EntryReader } from './entry-text';
import { readOwnWrites, type IsOwn } from './own-writes';

/** Cells of one row of a list in which somebody typed. */
export interface TypedRow {
  /** Index into the rows as they stand now. */
  readonly row: number;
  readonly keys: readonly string[];
}

/** Rows that are compared in a piece. */
const rowsPerStep = 500;

/**
 * What people typed into a list since its backup was taken, while an operation that wrote `own` stood half done: nothing in
 * a row that holds only what one row of the backup holds, or the operation was writing there, each such row once. Rows go
 * by 行标识; one that has none, or not yet, by where it stands and what it holds, however it was moved.
 *
 * Blind spot: what was emptied is not typed.
 */
export function* typedRows(list: List, now: ListRows, then: ListRows, own: readonly string[]): Steps<TypedRow[]> {
  const [is, was] = [readEntries(list, now), readEntries(list, then)];
  const writes = readOwnWrites(list, own);
  const known = new Set(was.keys);
  const rowsOf = new Map<string, number[]>();
  for (let row = 0; row < then.rowCount; row += 1) {
    const key = was.keyOf(row);
    if (key !== '') rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
  }
  const taken = new Set<number>();
  const filled = (row: number): string[] => is.keys.filter((key) => is.textOf(key, row) !== '');
  const strange = (row: number, at: number | undefined, isOwn: IsOwn): string[] =>
    filled(row).filter((key) => {
      const text = is.textOf(key, row);
      return !(at !== undefined && known.has(key) && was.textOf(key, at) === text) && !isOwn(key, text);
    });
  const isOf = (row: number, at: number): boolean => at >= 0 && at < then.rowCount && !taken.has(at) && strange(row, at, writes.of(was.keyOf(at))).length === 0;
  const open: number[] = [];
  for (let row = 0; row < now.rowCount; row += 1) {
    if (row % rowsPerStep === 0) yield;
    if (filled(row).length === 0) continue;
    const key = is.keyOf(row);
    const at = key === '' ? undefined : rowsOf.get(key)?.find((each) => isOf(row, each));
    if (at !== undefined) taken.add(at);
    else if (key === '' || rowsOf.has(key) || strange(row, undefined, writes.of(key)).length > 0) open.push(row);
  }
  const typed: TypedRow[] = [];
  let index: RowIndex | null = null;
  let shift = 0;
  for (const [nth, row] of open.entries()) {
    if (nth % rowsPerStep === 0) yield;
    const cells = filled(row).map((key) => [key, is.textOf(key, row)] as const);
    if (!isOf(row, row + shift)) index ??= yield* indexRows(then.rowCount, was);
    const at = isOf(row, row + shift) ? row + shift : rowsHolding(index!, cells.filter(([key]) => known.has(key))).find((each) => isOf(row, each));
    if (at !== undefined) {
      taken.add(at);
      shift = at - row;
      continue;
    }
    const rowKey = is.keyOf(row);
    if (rowKey === '' && writes.holding(cells).some((isOwn) => strange(row, undefined, isOwn).length === 0)) continue;
    const keys = strange(row, rowsOf.get(rowKey)?.[0], writes.of(rowKey));
    // A row that is there twice.
    typed.push({ row, keys: keys.length > 0 ? keys : filled(row) });
  }
  return [...headerTyped(is.keys, known), ...typed];
}

/** Headers of columns that somebody put in and named; what Excel calls a new column is nobody's word. */
function headerTyped(keys: readonly string[], known: ReadonlySet<string>): TypedRow[] {
  const named = keys.filter((key) => key.startsWith(ownColumn) && !known.has(key) && !/^\+(列|Column)?\d*$/.test(key));
  return named.length === 0 ? [] : [{ row: -1, keys: named }];
}

/** Rows by each of the cells that they hold. */
type RowIndex = ReadonlyMap<string, readonly number[]>;

const cellName = (key: string, text: string): string => `${key}\n${text}`;

function* indexRows(rowCount: number, { keys, textOf }: EntryReader): Steps<RowIndex> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < rowCount; row += 1) {
    for (const key of keys) {
      const text = textOf(key, row);
      if (text === '') continue;
      const found = rows.get(cellName(key, text));
      if (found === undefined) rows.set(cellName(key, text), [row]);
      else found.push(row);
    }
    if (row % rowsPerStep === 0) yield;
  }
  return rows;
}

/** Rows that hold the rarest of these cells that any holds. */
function rowsHolding(index: RowIndex, cells: readonly (readonly [string, string])[]): readonly number[] {
  const found = cells.flatMap(([key, text]) => [index.get(cellName(key, text)) ?? []]).filter(({ length }) => length > 0);
  return found.reduce<readonly number[]>((best, each) => (best.length === 0 || each.length < best.length ? each : best), []);
}

import type { MergedRows, MergedWorkbook } from '../exchange/apply';
import type { UserColumn } from '../list/entry';
import type { List, ListKey, Value } from '../list/list';
import { listsInScope } from '../list/registry';
import type { BuildInput, ListRows } from '../sheet/build-input';
import { isFilled } from '../total/data';
import type { Steps } from '../total/steps';

/**
 * The city workbook's input with merged rows. No row that stays is moved: the user's own formulas, notes beside the
 * table and references from other sheets name rows by their place. New rows stand below the last one that holds
 * anything; a row that is deleted leaves an empty one, its cells in the user's own columns emptied with it.
 */
export function* mergedInput(city: BuildInput, merged: MergedWorkbook): Steps<BuildInput> {
  const rows: Record<ListKey, ListRows> = { ...city.rows };
  for (const list of listsInScope(city.plan, city.scope)) {
    const own = merged.rows[list.key];
    if (own?.touched === true) rows[list.key] = yield* placeMerged(list, city.rows[list.key] ?? { rowCount: 0, values: {} }, own);
  }
  return { ...city, rows, explanations: merged.explanations };
}

function* placeMerged(list: List, before: ListRows, merged: MergedRows): Steps<ListRows> {
  const last = list.kind === 'target' ? before.rowCount - 1 : lastFilled(list, before);
  const placeOf = new Map<number, number>();
  const stays = new Set<number>();
  let next = last + 1;
  merged.from.forEach((row, at) => {
    if (row === null) placeOf.set(at, next++);
    else if (row <= last) {
      placeOf.set(at, row);
      stays.add(row);
    }
  });
  const rowCount = Math.max(before.rowCount, next);
  const spread = (values: readonly Value[]): Value[] => {
    const cells = new Array<Value>(rowCount).fill(null);
    for (const [at, place] of placeOf) cells[place] = values[at] ?? null;
    return cells;
  };
  // Below the last row stand at most formulas that the user filled down; a new row takes them over.
  const keep = <T>(cells: readonly (T | null)[]): (T | null)[] =>
    Array.from({ length: rowCount }, (_, row) => (stays.has(row) || row > last ? (cells[row] ?? null) : null));
  const formulas = Object.fromEntries(Object.entries(before.formulas ?? {}).map(([key, texts]) => [key, keep(texts)]));
  for (const { row, column } of merged.taken) {
    const place = placeOf.get(row);
    if (place !== undefined && formulas[column] !== undefined) formulas[column][place] = null;
  }
  const ownColumn = (user: UserColumn): UserColumn => ({ ...user, values: keep(user.values), formulas: keep(user.formulas) });
  const order = before.order?.map((place) => ('key' in place ? place : { user: ownColumn(place.user) }));
  const values: Record<string, readonly Value[]> = {};
  for (const [key, cells] of Object.entries(merged.values)) {
    values[key] = spread(cells);
    yield;
  }
  return {
    rowCount,
    values,
    formulas,
    ...(order === undefined ? {} : { order }),
  };
}

/** Index of the last row in which somebody entered anything, also in a column of the user's own; -1 where there is none. */
export function lastFilled(list: List, { rowCount, values, formulas, order }: ListRows): number {
  const keys = list.columns.filter(({ role }) => role === 'entry' || role === 'identity').map(({ key }) => key);
  const own = (order ?? []).flatMap((place) => ('user' in place ? [place.user] : []));
  const isEntered = (row: number) =>
    keys.some((key) => isFilled(values[key]?.[row]) || isFilled(formulas?.[key]?.[row])) ||
    own.some((user) => isFilled(user.values[row]) && !isFilled(user.formulas[row]));
  for (let row = rowCount - 1; row >= 0; row -= 1) if (isEntered(row)) return row;
  return -1;
}

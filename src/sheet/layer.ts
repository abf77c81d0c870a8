import { compareAreas } from './area';
import type { Area } from './model';

export interface Layer<T> {
  readonly area: Area;
  readonly value: T;
}

/**
 * Puts values that were laid over each other into one settled form: areas that do not overlap, the same for
 * every way of laying them that gives each cell the same value. `combine` says what a cell holds when `above`
 * is laid on `below` (null: nothing yet); null leaves it bare. `keyOf` tells equal values.
 *
 * Works on the rows and columns where anything begins or ends, so that large areas cost no more than small ones.
 */
export function settleLayers<T>(
  layers: readonly Layer<T>[],
  combine: (below: T | null, above: T) => T | null,
  keyOf: (value: T) => string,
): readonly Layer<T>[] {
  const rows = boundaries(layers.map(({ area }) => [area.row, area.row + area.rows]));
  const columns = boundaries(layers.map(({ area }) => [area.column, area.column + area.columns]));
  const width = columns.at.length;
  const grid = new Int32Array(rows.at.length * width);

  const values: (T | null)[] = [null];
  const idByKey = new Map<string, number>();
  const intern = (value: T | null): number => {
    if (value === null) return 0;
    const key = keyOf(value);
    const known = idByKey.get(key);
    if (known !== undefined) return known;
    values.push(value);
    idByKey.set(key, values.length - 1);
    return values.length - 1;
  };

  const combinedByValue = new Map<T, Map<number, number>>();
  for (const { area, value } of layers) {
    let combined = combinedByValue.get(value);
    if (!combined) {
      combined = new Map();
      combinedByValue.set(value, combined);
    }
    const lastRow = rows.indexOf(area.row + area.rows);
    const firstColumn = columns.indexOf(area.column);
    const lastColumn = columns.indexOf(area.column + area.columns);
    for (let row = rows.indexOf(area.row); row < lastRow; row += 1) {
      for (let cell = row * width + firstColumn; cell < row * width + lastColumn; cell += 1) {
        const below = grid[cell] ?? 0;
        let id = combined.get(below);
        if (id === undefined) {
          id = intern(combine(values[below] ?? null, value));
          combined.set(below, id);
        }
        grid[cell] = id;
      }
    }
  }
  return collectRuns(grid, rows.at, columns.at, values);
}

interface Boundaries {
  readonly at: readonly number[];
  indexOf(position: number): number;
}

function boundaries(pairs: readonly (readonly [number, number])[]): Boundaries {
  const at = [...new Set(pairs.flat())].sort((a, b) => a - b);
  const index = new Map(at.map((position, i) => [position, i]));
  return { at, indexOf: (position) => index.get(position) ?? 0 };
}

/** Longest runs down each column; runs of neighbouring columns that are alike become one area. */
function collectRuns<T>(
  grid: Int32Array,
  rowAt: readonly number[],
  columnAt: readonly number[],
  values: readonly (T | null)[],
): readonly Layer<T>[] {
  const width = columnAt.length;
  const done: Layer<T>[] = [];
  let open = new Map<string, { row: number; rows: number; column: number; id: number }>();
  const close = (run: { row: number; rows: number; column: number; id: number }, columnEnd: number): void => {
    const value = values[run.id];
    if (value === null || value === undefined) return;
    done.push({ area: { row: run.row, column: run.column, rows: run.rows, columns: columnEnd - run.column }, value });
  };
  for (let c = 0; c < width; c += 1) {
    const column = columnAt[c] ?? 0;
    const next: typeof open = new Map();
    let start = 0;
    while (start < rowAt.length) {
      const id = grid[start * width + c] ?? 0;
      let end = start + 1;
      while (end < rowAt.length && grid[end * width + c] === id) end += 1;
      if (id !== 0) {
        const row = rowAt[start] ?? 0;
        const rows = (rowAt[end] ?? row) - row;
        const key = `${row},${rows},${id}`;
        next.set(key, open.get(key) ?? { row, rows, column, id });
        open.delete(key);
      }
      start = end;
    }
    for (const run of open.values()) close(run, column);
    open = next;
  }
  return done.sort((a, b) => compareAreas(a.area, b.area));
}

import type { Area } from '../sheet/model';

/** Cells asked for needlessly between two places: cheaper than a question of its own. */
const gapRows = 50;

/** What one question may grow to, far below what Excel answers at once. */
const joinedCells = 20_000;

/** As few areas as cover all of these: areas over the same columns are joined where they stand near to each other. */
export function joinNearAreas(areas: readonly Area[]): readonly Area[] {
  const byColumns = new Map<string, Area[]>();
  for (const area of areas) {
    const key = `${area.column} ${area.columns}`;
    const known = byColumns.get(key);
    if (known) known.push(area);
    else byColumns.set(key, [area]);
  }
  return [...byColumns.values()].flatMap(joinRows);
}

function joinRows(areas: readonly Area[]): readonly Area[] {
  const joined: Area[] = [];
  for (const area of [...areas].sort((a, b) => a.row - b.row)) {
    const last = joined.at(-1);
    const rows = last ? Math.max(last.rows, area.row + area.rows - last.row) : 0;
    if (last && area.row <= last.row + last.rows + gapRows && rows * area.columns <= joinedCells) joined[joined.length - 1] = { ...last, rows };
    else joined.push(area);
  }
  return joined;
}

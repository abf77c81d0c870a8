import type { RowRun } from './model';

/** Rows, in any order and perhaps twice, as the fewest runs. */
export function joinRuns(rows: readonly number[]): RowRun[] {
  const runs: { row: number; rows: number }[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, rows: 1 });
  }
  return runs;
}

/** What of the runs lies outside of the others. */
export function subtractRuns(runs: readonly RowRun[], others: readonly RowRun[]): RowRun[] {
  return others.reduce<readonly RowRun[]>(
    (left, other) =>
      left.flatMap(({ row, rows }) => {
        const [end, otherEnd] = [row + rows, other.row + other.rows];
        if (otherEnd <= row || other.row >= end) return [{ row, rows }];
        const above = { row, rows: other.row - row };
        const below = { row: otherEnd, rows: end - otherEnd };
        return [above, below].filter((part) => part.rows > 0);
      }),
    runs,
  ) as RowRun[];
}

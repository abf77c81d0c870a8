import type { CellRule } from '../rule';

/** Below 0 (where a revision may lower the figure: a warning), a count with decimals, a day no project has. */
export const range: CellRule = {
  scope: 'cell',
  code: 'cell/range',
  severity: 'error',
  source: '四(二)',
  lists: 'all',
  detail({ table, column: key, row }) {
    const column = table.column(key)!;
    const seen = table.value(key, row);
    const isDay = column.type === 'date' || column.type === 'month';
    const reason = isDay ? 'day' : Number(seen) < 0 ? 'negative' : 'decimals';
    return { columns: [key], params: { seen, reason, mayBe: column.mayBeNegative === true } };
  },
};

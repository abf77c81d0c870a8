import type { CellRule } from '../rule';
import { understandValue } from '../understand';

/** Not a number, date or month where one is due. What is understood for certain and then is in range carries a fix. */
export const type: CellRule = {
  scope: 'cell',
  code: 'cell/type',
  severity: 'error',
  source: '四(二)',
  lists: 'all',
  detail({ table, column: key, row }, { plan }) {
    const column = table.column(key)!;
    const before = table.value(key, row);
    const after = understandValue(before, column, plan);
    if (after === undefined || (after !== null && !column.schema.safeParse(after).success)) {
      return { columns: [key], params: { seen: before, expected: null, clears: false } };
    }
    return {
      columns: [key],
      params: { seen: before, expected: after, clears: after === null },
      fix: { kind: 'cell', list: table.list.key, rowIndex: row, column: key, before, after },
    };
  },
};

import type { List } from '../../list/list';
import type { RowRule } from '../rule';
import { isBlank } from '../value';

function actualColumns(list: List): readonly string[] {
  return list.columns.filter((column) => column.actualDate).map((column) => column.key);
}

/**
 * Something is said to have happened after 统计截止日. Undecided where a date cannot be read. List 4 is among the
 * lists for 最近调度日期.
 */
export const futureActual: RowRule = {
  scope: 'row',
  code: 'row/future-actual',
  severity: 'error',
  source: '惯例',
  lists: ['4', '5', '6', '8', '9', 'A', 'B'],
  needs: actualColumns,
  judge(table, { asOf }) {
    const columns = actualColumns(table.list).map((key) => ({ key, days: table.days(key) }));
    const future = (row: number) => columns.filter(({ days }) => (days(row) ?? 0) > asOf).map(({ key }) => key);
    return {
      verdict(row) {
        if (columns.some(({ days }) => (days(row) ?? 0) > asOf)) return 'error';
        return columns.some(({ key, days }) => days(row) === null && !isBlank(table.value(key, row))) ? 'undecided' : null;
      },
      detail: (row) => ({ columns: future(row), params: { limit: asOf } }),
    };
  },
};

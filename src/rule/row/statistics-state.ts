import { meansEmpty } from '../name';
import type { RowRule } from '../rule';

/**
 * List 6: 已入统 without the date, or a date while 未报 or 已报待审. List 5: a date of statistics while 未开工. A project
 * that asks to be taken off (申请调出) may have a date.
 */
export const statisticsState: RowRule = {
  scope: 'row',
  code: 'row/statistics-state',
  severity: 'error',
  source: '三(四)3',
  lists: ['5', '6'],
  needs: (list) => [list.key === '5' ? 'startState' : 'statisticsState', 'statisticsOn'],
  judge(table) {
    const column = table.list.key === '5' ? 'startState' : 'statisticsState';
    const states = table.choices(column);
    const days = table.texts('statisticsOn');
    return {
      verdict(row) {
        const state = states(row);
        if (state === null) return 'undecided';
        if (state === 'registered') return meansEmpty(days(row)) ? 'error' : null;
        return !meansEmpty(days(row)) && ['notStarted', 'unreported', 'reported'].includes(state) ? 'error' : null;
      },
      detail: (row) => ({
        columns: ['statisticsOn', column],
        params: { registered: states(row) === 'registered', state: table.value(column, row) },
      }),
    };
  },
};

import { meansEmpty } from '../name';
import type { RowRule } from '../rule';

/**
 * 已开工 without the date, or a date while 未开工. 申请调出 may have a date: a project that has started may well ask to
 * be taken off this list.
 */
export const startState: RowRule = {
  scope: 'row',
  code: 'row/start-state',
  severity: 'error',
  source: '三(四)1',
  lists: ['5'],
  needs: () => ['startState', 'actualStart'],
  judge(table) {
    const states = table.choices('startState');
    const days = table.texts('actualStart');
    return {
      verdict(row) {
        const state = states(row);
        if (state === null) return 'undecided';
        if (state === 'started') return meansEmpty(days(row)) ? 'error' : null;
        return state === 'notStarted' && !meansEmpty(days(row)) ? 'error' : null;
      },
      detail: (row) => ({ columns: ['actualStart', 'startState'], params: { started: states(row) === 'started' } }),
    };
  },
};

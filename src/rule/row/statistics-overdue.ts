import { endOfMonth, fromSerial } from '../../plan/day';
import type { RowRule } from '../rule';

/** Not in statistics after the month planned for it. January has no separate figure, so there it is a hint. */
export const statisticsOverdue: RowRule = {
  scope: 'row',
  code: 'row/statistics-overdue',
  severity: 'warning',
  source: '三(四)3',
  lists: ['6'],
  needs: () => ['statisticsState', 'plannedStatisticsMonth'],
  judge(table, { asOf }) {
    const states = table.choices('statisticsState');
    const months = table.days('plannedStatisticsMonth');
    return {
      verdict(row) {
        const state = states(row);
        if (state === 'registered' || state === 'withdraw') return null;
        const month = months(row);
        if (state === null || month === null) return 'undecided';
        if (asOf <= endOfMonth(month)) return null;
        return fromSerial(month).month === 1 ? 'info' : 'warning';
      },
      detail: (row) => ({
        columns: ['plannedStatisticsMonth', 'statisticsState'],
        params: { seen: months(row), state: table.value('statisticsState', row), asOf },
      }),
    };
  },
};

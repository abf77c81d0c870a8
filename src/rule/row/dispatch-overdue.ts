import type { RowRule } from '../rule';

/** The leader has not looked into the project for longer than half a month. */
export const dispatchOverdue: RowRule = {
  scope: 'row',
  code: 'row/dispatch-overdue',
  severity: 'warning',
  source: '四(三)',
  lists: ['4'],
  needs: () => ['dispatchedOn'],
  judge(table, { plan, asOf }) {
    const days = table.days('dispatchedOn');
    const limit = plan.thresholds.dispatchDays;
    return {
      verdict(row) {
        const day = days(row);
        if (day === null) return 'undecided';
        return asOf - day > limit ? 'warning' : null;
      },
      detail: (row) => ({ columns: ['dispatchedOn'], params: { seen: days(row), days: asOf - (days(row) ?? asOf), limit } }),
    };
  },
};

import { toSerial } from '../../plan/day';
import type { RowRule } from '../rule';

/** A project of the list for next quarter's starts is planned to start at another time. */
export const q1Start: RowRule = {
  scope: 'row',
  code: 'row/q1-start',
  severity: 'warning',
  source: '四(二)',
  lists: ['9'],
  needs: () => ['plannedStart', 'withdraw'],
  judge(table, { plan }) {
    const days = table.days('plannedStart');
    const withdrawn = table.choices('withdraw');
    const [from, to] = [toSerial(plan.nextQuarter.start), toSerial(plan.nextQuarter.end)];
    return {
      verdict(row) {
        if (withdrawn(row) === 'yes') return null;
        const day = days(row);
        if (day === null) return 'undecided';
        return day < from || day > to ? 'warning' : null;
      },
      detail: (row) => ({ columns: ['plannedStart'], params: { seen: days(row), from, to } }),
    };
  },
};

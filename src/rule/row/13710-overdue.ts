import { addDays, addMonths } from '../../plan/day';
import type { RowRule } from '../rule';

/** 13710: ordinary matters within 7 days, others within a month of being handed over. */
export const overdue13710: RowRule = {
  scope: 'row',
  code: 'row/13710-overdue',
  severity: 'info',
  source: '三(五)2',
  lists: ['8'],
  needs: () => ['supervised13710', 'problemState', 'assignedOn', 'grade'],
  judge(table, { asOf, plan }) {
    const { supervisionDays, supervisionMonths } = plan.thresholds;
    const supervised = table.choices('supervised13710');
    const states = table.choices('problemState');
    const grades = table.choices('grade');
    const assigned = table.days('assignedOn');
    const limit = (row: number) => {
      const [day, grade] = [assigned(row), grades(row)];
      if (day === null || grade === null) return null;
      return grade === 'ordinary' ? addDays(day, supervisionDays) : addMonths(day, supervisionMonths);
    };
    return {
      verdict(row) {
        const [pressed, state] = [supervised(row), states(row)];
        if (pressed === 'no' || state === 'closed') return null;
        const due = limit(row);
        if (pressed === null || state === null || due === null) return 'undecided';
        return asOf > due ? 'info' : null;
      },
      detail: (row) => ({ columns: ['assignedOn', 'supervised13710'], params: { seen: assigned(row), limit: limit(row) } }),
    };
  },
};

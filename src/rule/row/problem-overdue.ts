import { readProblems } from '../problem';
import type { RowRule } from '../rule';

/** Not 销号 though 办结时限 has passed. */
export const problemOverdue: RowRule = {
  scope: 'row',
  code: 'row/problem-overdue',
  severity: 'warning',
  source: '三(五)3',
  lists: ['8'],
  needs: () => ['problemState', 'deadline'],
  judge(table, context) {
    const problems = readProblems(table, context);
    return {
      verdict(row) {
        const overdue = problems.isOverdue(row);
        if (overdue === null) return 'undecided';
        return overdue ? 'warning' : null;
      },
      detail: (row) => ({ columns: ['deadline', 'problemState'], params: { seen: problems.deadline(row), asOf: context.asOf } }),
    };
  },
};

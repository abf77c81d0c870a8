import { meansEmpty } from '../name';
import { readProblems } from '../problem';
import type { RowRule } from '../rule';

/** Past 办结时限, and 未办结原因 is empty: that can always be mended by saying why. */
export const problemOverdueUnexplained: RowRule = {
  scope: 'row',
  code: 'row/problem-overdue-unexplained',
  severity: 'error',
  source: '三(五)3',
  lists: ['8'],
  needs: () => ['problemState', 'deadline', 'unclosedReason'],
  judge(table, context) {
    const problems = readProblems(table, context);
    const reasons = table.texts('unclosedReason');
    return {
      verdict(row) {
        if (!meansEmpty(reasons(row))) return null;
        const overdue = problems.isOverdue(row);
        if (overdue === null) return 'undecided';
        return overdue ? 'error' : null;
      },
      detail: (row) => ({ columns: ['unclosedReason', 'deadline'], params: { limit: problems.deadline(row) } }),
    };
  },
};

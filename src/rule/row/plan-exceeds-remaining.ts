import { compareMoney, sumMoney } from '../money';
import type { RowRule } from '../rule';

const decimals = 2;

/**
 * Next year's plan is more than what is left to be spent. An empty 截至年底完成投资 is 0 for a 新开工 project; for
 * another the rule is undecided, unless the plan exceeds even the whole.
 */
export const planExceedsRemaining: RowRule = {
  scope: 'row',
  code: 'row/plan-exceeds-remaining',
  severity: 'warning',
  source: '二(二)',
  lists: ['A'],
  needs: () => ['nextYearPlan', 'totalInvestment', 'doneByYearEnd', 'startKind'],
  judge(table) {
    const plans = table.numbers('nextYearPlan');
    const totals = table.numbers('totalInvestment');
    const spent = table.numbers('doneByYearEnd');
    const kinds = table.choices('startKind');
    const remaining = (row: number) => sumMoney([totals(row) ?? 0, -(spent(row) ?? 0)], decimals);
    return {
      verdict(row) {
        const plan = plans(row);
        if (plan === null || totals(row) === null) return 'undecided';
        if (compareMoney(plan, remaining(row), decimals) > 0) return 'warning';
        return spent(row) === null && kinds(row) !== 'newStart' ? 'undecided' : null;
      },
      detail: (row) => ({
        columns: ['nextYearPlan', 'totalInvestment', 'doneByYearEnd'],
        params: { seen: plans(row), limit: remaining(row) },
      }),
    };
  },
};

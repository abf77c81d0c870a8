import type { List } from '../../list/list';
import { judgeMoreThan } from '../row-comparison';
import type { RowRule } from '../rule';

function planOf(list: List): string {
  return list.key === '9' ? 'nextYearPlan' : 'yearPlan';
}

/** One year's plan is more than the project costs in all. */
export const annualPlanExceedsTotal: RowRule = {
  scope: 'row',
  code: 'row/annual-plan-exceeds-total',
  severity: 'error',
  source: '惯例',
  lists: ['4', '5', '7', '9'],
  needs: (list) => [planOf(list), 'totalInvestment'],
  judge: (table) => judgeMoreThan(table, planOf(table.list), 'totalInvestment', 'error'),
};

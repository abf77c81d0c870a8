import type { List } from '../../list/list';
import { judgeMoreThan } from '../row-comparison';
import type { RowRule } from '../rule';

/** What was completed: in the year on lists 4 and 7, since the start on list 6. */
function completedOf(list: List): string {
  return list.key === '6' ? 'doneSinceStart' : 'yearDone';
}

/** More was completed than the project costs in all. Blind spot: an overrun that was approved. */
export const completedExceedsTotal: RowRule = {
  scope: 'row',
  code: 'row/completed-exceeds-total',
  severity: 'warning',
  source: '惯例',
  lists: ['4', '6', '7'],
  needs: (list) => [completedOf(list), 'totalInvestment'],
  judge: (table) => judgeMoreThan(table, completedOf(table.list), 'totalInvestment', 'warning'),
};

import { toSerial } from '../../plan/day';
import { judgeLaterThan } from '../row-comparison';
import type { RowRule } from '../rule';

/** The problem is to be solved only after the campaign, by whose end all are to be solved. */
export const problemDeadline: RowRule = {
  scope: 'row',
  code: 'row/problem-deadline',
  severity: 'warning',
  source: '三(五)3',
  lists: ['8'],
  needs: () => ['deadline'],
  judge: (table, { plan }) => judgeLaterThan(table, 'deadline', toSerial(plan.dates.solveBy), 'warning'),
};

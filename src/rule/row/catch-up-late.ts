import { toSerial } from '../../plan/day';
import { judgeLaterThan } from '../row-comparison';
import type { RowRule } from '../rule';

/** The project is to be back on schedule only after the campaign has ended. */
export const catchUpLate: RowRule = {
  scope: 'row',
  code: 'row/catch-up-late',
  severity: 'warning',
  source: '前言',
  lists: ['7'],
  needs: () => ['catchUpOn'],
  judge: (table, { plan }) => judgeLaterThan(table, 'catchUpOn', toSerial(plan.dates.catchUpBy), 'warning'),
};

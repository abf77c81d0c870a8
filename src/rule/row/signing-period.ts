import { toSerial } from '../../plan/day';
import type { RowRule } from '../rule';

/** Signed outside the quarter: not counted for it. */
export const signingPeriod: RowRule = {
  scope: 'row',
  code: 'row/signing-period',
  severity: 'info',
  source: '二(五)',
  lists: ['B'],
  needs: () => ['signedOn'],
  judge(table, { plan }) {
    const days = table.days('signedOn');
    const [from, to] = [toSerial(plan.quarter.start), toSerial(plan.quarter.end)];
    return {
      verdict(row) {
        const day = days(row);
        if (day === null) return 'undecided';
        return day < from || day > to ? 'info' : null;
      },
      detail: (row) => ({ columns: ['signedOn'], params: { seen: days(row), from, to } }),
    };
  },
};

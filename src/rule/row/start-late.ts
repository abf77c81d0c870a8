import { toSerial } from '../../plan/day';
import type { RowRule } from '../rule';

/**
 * The start is planned after the plan's reading of “12月中旬前”, or the planned day has passed and the project has not
 * started. A project that did start in time, or asks to be taken off, is not late.
 */
export const startLate: RowRule = {
  scope: 'row',
  code: 'row/start-late',
  severity: 'warning',
  source: '三(四)1',
  lists: ['5'],
  needs: () => ['plannedStart', 'startState', 'actualStart'],
  judge(table, { plan, asOf }) {
    const due = toSerial(plan.dates.startBy);
    const planned = table.days('plannedStart');
    const actual = table.days('actualStart');
    const states = table.choices('startState');
    const hasPassed = (row: number) => states(row) === 'notStarted' && asOf > (planned(row) ?? Infinity);
    return {
      verdict(row) {
        const state = states(row);
        if (state === 'withdraw' || (state === 'started' && (actual(row) ?? Infinity) <= due)) return null;
        const day = planned(row);
        if (day === null) return 'undecided';
        if (day > due || hasPassed(row)) return 'warning';
        return state === null ? 'undecided' : null;
      },
      detail: (row) => ({
        columns: ['plannedStart'],
        params: { seen: planned(row), limit: due, passed: hasPassed(row), asOf },
      }),
    };
  },
};

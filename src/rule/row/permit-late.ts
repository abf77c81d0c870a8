import { pendingStates, permitColumns, readPermits } from '../permit';
import type { RowRule } from '../rule';

/** A permit is to come only after the day on which the project is to start. */
export const permitLate: RowRule = {
  scope: 'row',
  code: 'row/permit-late',
  severity: 'warning',
  source: '三(三)2',
  lists: ['9'],
  needs: (list) => [...permitColumns(list), 'plannedStart'],
  judge(table, { plan }) {
    const permits = readPermits(table, plan);
    const starts = table.days('plannedStart');
    const late = (row: number, start: number) =>
      permits.filter((permit) => pendingStates.includes(permit.state(row) ?? '') && (permit.day(row) ?? 0) > start);
    return {
      verdict(row) {
        const start = starts(row);
        if (start === null) return 'undecided';
        return late(row, start).length > 0 ? 'warning' : null;
      },
      detail(row) {
        const start = starts(row);
        return { columns: [...late(row, start ?? Infinity).map((permit) => permit.dateColumn), 'plannedStart'], params: { limit: start } };
      },
    };
  },
};

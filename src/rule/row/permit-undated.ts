import { pendingStates, permitColumns, readPermits } from '../permit';
import type { RowRule } from '../rule';

/** A permit that is still to come has no planned day. */
export const permitUndated: RowRule = {
  scope: 'row',
  code: 'row/permit-undated',
  severity: 'info',
  source: '三(三)2',
  lists: ['9'],
  needs: permitColumns,
  judge(table, { plan }) {
    const permits = readPermits(table, plan);
    const undated = (row: number) => permits.filter((permit) => pendingStates.includes(permit.state(row) ?? '') && !permit.hasDate(row));
    return {
      verdict(row) {
        if (undated(row).length > 0) return 'info';
        return permits.every((permit) => permit.state(row) === null) ? 'undecided' : null;
      },
      detail: (row) => ({ columns: undated(row).map((permit) => permit.dateColumn), params: {} }),
    };
  },
};

import { permitColumns, readPermits } from '../permit';
import type { RowRule } from '../rule';

/** 已办结 without its date, or with one that has not come yet: one issue per row, naming all of them. */
export const permitDate: RowRule = {
  scope: 'row',
  code: 'row/permit-date',
  severity: 'error',
  source: '三(三)2',
  lists: ['9'],
  needs: permitColumns,
  judge(table, { plan, asOf }) {
    const permits = readPermits(table, plan);
    const undated = (row: number) => permits.filter((permit) => permit.state(row) === 'done' && !permit.hasDate(row));
    const future = (row: number) => permits.filter((permit) => permit.state(row) === 'done' && (permit.day(row) ?? 0) > asOf);
    return {
      verdict(row) {
        if (undated(row).length > 0 || future(row).length > 0) return 'error';
        return permits.every((permit) => permit.state(row) === null) ? 'undecided' : null;
      },
      detail(row) {
        const missing = undated(row).map((permit) => permit.dateColumn);
        const late = future(row).map((permit) => permit.dateColumn);
        return { columns: [...missing, ...late], params: { missing, late, limit: asOf } };
      },
    };
  },
};

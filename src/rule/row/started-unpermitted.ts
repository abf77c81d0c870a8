import { meansEmpty } from '../name';
import { openStates, permitColumns, readPermits } from '../permit';
import type { RowRule } from '../rule';

/** Permits without which nothing may be built. */
const needed = ['construction', 'environment'];

/** Started, though 施工许可 or 环评 has not been granted. */
export const startedUnpermitted: RowRule = {
  scope: 'row',
  code: 'row/started-unpermitted',
  severity: 'warning',
  source: '三(三)',
  lists: ['9'],
  needs: (list) => ['actualStart', ...permitColumns(list).filter((key) => needed.some((permit) => key === `${permit}.state`))],
  judge(table, { plan }) {
    const started = table.texts('actualStart');
    const permits = readPermits(table, plan).filter((permit) => needed.includes(permit.key));
    const open = (row: number) => permits.filter((permit) => openStates.includes(permit.state(row) ?? ''));
    return {
      verdict(row) {
        if (meansEmpty(started(row))) return null;
        if (open(row).length > 0) return 'warning';
        return permits.some((permit) => permit.state(row) === null) ? 'undecided' : null;
      },
      detail: (row) => ({ columns: ['actualStart', ...open(row).map((permit) => permit.stateColumn)], params: {} }),
    };
  },
};

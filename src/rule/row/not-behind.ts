import { timeProgressAt } from '../../total/row-formula';
import { divide } from '../../total/round';
import type { RowRule } from '../rule';

/** On the list of projects behind schedule, and not behind. */
export const notBehind: RowRule = {
  scope: 'row',
  code: 'row/not-behind',
  severity: 'info',
  source: '三(四)2',
  lists: ['7'],
  needs: () => ['yearPlan', 'yearDone'],
  judge(table, { plan, asOf }) {
    const plans = table.numbers('yearPlan');
    const dones = table.numbers('yearDone');
    const due = timeProgressAt(plan, asOf);
    const rate = (row: number) => {
      const [planned, done] = [plans(row), dones(row)];
      return planned === null || done === null || planned <= 0 ? null : divide(done, planned);
    };
    return {
      verdict(row) {
        const own = rate(row);
        if (own === null) return 'undecided';
        return own >= due ? 'info' : null;
      },
      detail: (row) => ({ columns: ['yearDone', 'yearPlan'], params: { seen: rate(row), limit: due } }),
    };
  },
};

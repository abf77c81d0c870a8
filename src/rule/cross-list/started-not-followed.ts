import { meansEmpty } from '../name';
import { hasNothingOn } from '../project-row';
import type { PeerRule } from '../rule';

/** Started, not in statistics, and not on the list of those that are followed until they are. */
export const startedNotFollowed: PeerRule = {
  scope: 'cross-list',
  code: 'cross-list/started-not-followed',
  severity: 'warning',
  source: '三(四)3',
  lists: ['5', '6'],
  columns: ['startState', 'statisticsOn'],
  compare(context, index, report) {
    const own = context.tables.get('5');
    if (!own || !context.tables.has('6')) {
      report.undecided({ list: '5', unit: null, reason: 'structure' });
      return [];
    }
    const states = own.choices('startState');
    const registered = own.texts('statisticsOn');
    return [
      {
        fellowship: 'row',
        on: ['5'],
        judge(table, row, tell) {
          if (states(row) !== 'started' || !meansEmpty(registered(row))) return;
          if (index.find(table, row, '6').length > 0) return;
          tell(hasNothingOn(context, '6', table.unit[row]!) ? 'waiting' : 'warning', table, row);
        },
        detail: () => ({ columns: ['statisticsOn', 'startState'], params: {} }),
      },
    ];
  },
};

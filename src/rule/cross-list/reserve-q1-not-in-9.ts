import { toSerial } from '../../plan/day';
import { hasNothingOn } from '../project-row';
import type { PeerRule } from '../rule';

/** A new start of next quarter in the reserve is not on list 9. Undecided while its unit has nothing on list 9. */
export const reserveQ1NotIn9: PeerRule = {
  scope: 'cross-list',
  code: 'cross-list/reserve-q1-not-in-9',
  severity: 'info',
  source: '四(二)',
  lists: ['9', 'A'],
  columns: ['startKind', 'plannedStart'],
  compare(context, index, report) {
    const own = context.tables.get('A');
    if (!own || !context.tables.has('9')) {
      report.undecided({ list: 'A', unit: null, reason: 'structure' });
      return [];
    }
    const kinds = own.choices('startKind');
    const starts = own.days('plannedStart');
    const [from, to] = [toSerial(context.plan.nextQuarter.start), toSerial(context.plan.nextQuarter.end)];
    return [
      {
        fellowship: 'row',
        on: ['A'],
        judge(table, row, tell) {
          if (kinds(row) !== 'newStart') return;
          const start = starts(row);
          if (start === null || start < from || start > to) return;
          if (hasNothingOn(context, '9', table.unit[row]!)) tell('waiting', table, row);
          else if (index.find(table, row, '9').length === 0) tell('info', table, row);
        },
        detail: (_, row) => ({ columns: ['projectName', 'plannedStart'], params: { seen: starts(row) } }),
      },
    ];
  },
};

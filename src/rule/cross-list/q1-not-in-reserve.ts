import { hasNothingOn } from '../project-row';
import type { PeerRule } from '../rule';
import { rowState } from '../table';

/** A project of list 9 is not in the reserve. Undecided while its unit has nothing in ledger A. */
export const q1NotInReserve: PeerRule = {
  scope: 'cross-list',
  code: 'cross-list/q1-not-in-reserve',
  severity: 'warning',
  source: '二(二)',
  lists: ['9', 'A'],
  columns: [],
  compare(context, index, report) {
    if (!context.tables.has('9') || !context.tables.has('A')) {
      report.undecided({ list: '9', unit: null, reason: 'structure' });
      return [];
    }
    return [
      {
        fellowship: 'row',
        on: ['9'],
        judge(table, row, tell) {
          if (table.state[row] !== rowState.filled) return;
          if (hasNothingOn(context, 'A', table.unit[row]!)) tell('waiting', table, row);
          else if (index.find(table, row, 'A').length === 0) tell('warning', table, row);
        },
        detail: (table, row) => ({ columns: ['projectName'], params: { seen: table.value('projectName', row) } }),
      },
    ];
  },
};

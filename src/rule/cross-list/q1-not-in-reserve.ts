import { hasNothingOn, projectIndexOf } from '../project-index';
import type { WideRule } from '../rule';
import { rowState } from '../table';

/** A project of list 9 is not in the reserve. Undecided while its unit has nothing in ledger A. */
export const q1NotInReserve: WideRule = {
  scope: 'cross-list',
  code: 'cross-list/q1-not-in-reserve',
  severity: 'warning',
  source: '二(二)',
  lists: ['9', 'A'],
  *judge(context, report) {
    const table = context.tables.get('9');
    if (!table || !context.tables.has('A')) return report.undecided({ list: '9', unit: null, reason: 'structure' });
    const index = yield* projectIndexOf(context);
    for (let row = 0; row < table.rowCount; row++) {
      if (row % 1_000 === 999) yield;
      if (table.state[row] !== rowState.filled) continue;
      const at = { list: '9', unit: table.unitKey(row) };
      if (hasNothingOn(context, 'A', table.unit[row] ?? -1)) report.undecided({ ...at, reason: 'waiting' });
      else if (index.find(table, row, 'A').length === 0) report.fail({ ...at, row, columns: ['projectName'], params: { seen: table.value('projectName', row) } });
    }
  },
};

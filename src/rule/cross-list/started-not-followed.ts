import { hasNothingOn, projectIndexOf } from '../project-index';
import type { WideRule } from '../rule';
import { rowState } from '../table';
import { isBlank } from '../value';

/** Started, not in statistics, and not on the list of those that are followed until they are. */
export const startedNotFollowed: WideRule = {
  scope: 'cross-list',
  code: 'cross-list/started-not-followed',
  severity: 'warning',
  source: '三(四)3',
  lists: ['5', '6'],
  *judge(context, report) {
    const table = context.tables.get('5');
    if (!table || !context.tables.has('6')) return report.undecided({ list: '5', unit: null, reason: 'structure' });
    const index = yield* projectIndexOf(context);
    const states = table.choices('startState');
    for (let row = 0; row < table.rowCount; row++) {
      if (row % 1_000 === 999) yield;
      if (table.state[row] !== rowState.filled || states(row) !== 'started' || !isBlank(table.value('statisticsOn', row))) continue;
      if (index.find(table, row, '6').length > 0) continue;
      const at = { list: '5', unit: table.unitKey(row) };
      if (hasNothingOn(context, '6', table.unit[row] ?? -1)) report.undecided({ ...at, reason: 'waiting' });
      else report.fail({ ...at, row, columns: ['statisticsOn', 'startState'], params: {} });
    }
  },
};

import { toSerial } from '../../plan/day';
import { hasNothingOn, projectIndexOf } from '../project-index';
import type { WideRule } from '../rule';
import { rowState } from '../table';

/** A new start of next quarter in the reserve is not on list 9. Undecided while its unit has nothing on list 9. */
export const reserveQ1NotIn9: WideRule = {
  scope: 'cross-list',
  code: 'cross-list/reserve-q1-not-in-9',
  severity: 'info',
  source: '四(二)',
  lists: ['9', 'A'],
  *judge(context, report) {
    const table = context.tables.get('A');
    if (!table || !context.tables.has('9')) return report.undecided({ list: 'A', unit: null, reason: 'structure' });
    const index = yield* projectIndexOf(context);
    const kinds = table.choices('startKind');
    const starts = table.days('plannedStart');
    const [from, to] = [toSerial(context.plan.nextQuarter.start), toSerial(context.plan.nextQuarter.end)];
    for (let row = 0; row < table.rowCount; row++) {
      if (row % 1_000 === 999) yield;
      if (table.state[row] !== rowState.filled || kinds(row) !== 'newStart') continue;
      const start = starts(row);
      if (start === null || start < from || start > to) continue;
      const at = { list: 'A', unit: table.unitKey(row) };
      if (hasNothingOn(context, '9', table.unit[row] ?? -1)) report.undecided({ ...at, reason: 'waiting' });
      else if (index.find(table, row, '9').length === 0) report.fail({ ...at, row, columns: ['projectName', 'plannedStart'], params: { seen: start } });
    }
  },
};

import { hasNothingOn, placesOf, projectIndexOf, type ProjectRow } from '../project-index';
import type { WideRule } from '../rule';
import { rowState } from '../table';

/** Where else a project shows that it has started: on 6 by being there, on 9 and A by a date, on 7 by money. */
const elsewhere = ['6', '7', '9', 'A'];

function showsStart({ table, row }: ProjectRow): boolean {
  switch (table.list.key) {
    case '6':
      return table.state[row] === rowState.filled;
    case '7':
      return (table.numbers('yearDone')(row) ?? 0) > 0;
    default:
      return table.days('actualStart')(row) !== null;
  }
}

/** 未开工 on list 5, started on another. Undecided where nothing is filled in on any of those others. */
export const notStartedAndStarted: WideRule = {
  scope: 'cross-list',
  code: 'cross-list/not-started-and-started',
  severity: 'error',
  source: '三(四)',
  lists: ['5', ...elsewhere],
  *judge(context, report) {
    const table = context.tables.get('5');
    if (!table) return report.undecided({ list: '5', unit: null, reason: 'structure' });
    const index = yield* projectIndexOf(context);
    const states = table.choices('startState');
    for (let row = 0; row < table.rowCount; row++) {
      if (row % 1_000 === 999) yield;
      if (table.state[row] !== rowState.filled || states(row) !== 'notStarted') continue;
      const unit = table.unit[row] ?? -1;
      const at = { list: '5', unit: table.unitKey(row) };
      const started = elsewhere
        .flatMap((list) => index.find(table, row, list))
        .filter((entry) => entry.table.unit[entry.row] === unit && showsStart(entry));
      if (started.length > 0) report.fail({ ...at, row, columns: ['startState'], params: placesOf(started) });
      else if (elsewhere.every((list) => hasNothingOn(context, list, unit))) report.undecided({ ...at, reason: 'waiting' });
    }
  },
};

import type { ProjectRow } from '../project-index';
import { hasNothingOn, placesOf } from '../project-row';
import type { PeerRule } from '../rule';
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
export const notStartedAndStarted: PeerRule = {
  scope: 'cross-list',
  code: 'cross-list/not-started-and-started',
  severity: 'error',
  source: '三(四)',
  lists: ['5', ...elsewhere],
  columns: ['startState', 'yearDone', 'actualStart'],
  compare(context, index, report) {
    const own = context.tables.get('5');
    if (!own) {
      report.undecided({ list: '5', unit: null, reason: 'structure' });
      return [];
    }
    const states = own.choices('startState');
    const startedOf = (row: number) => {
      const fellows = index.fellowsOf(own, row);
      return elsewhere
        .flatMap((list) => index.findAmong(fellows, own, row, list))
        .filter((entry) => entry.table.unit[entry.row] === own.unit[row] && showsStart(entry));
    };
    return [
      {
        fellowship: 'row',
        on: ['5'],
        judge(table, row, tell) {
          if (states(row) !== 'notStarted') return;
          if (startedOf(row).length > 0) tell('error', table, row);
          else if (elsewhere.every((list) => hasNothingOn(context, list, table.unit[row]!))) tell('waiting', table, row);
        },
        detail: (_, row) => ({ columns: ['startState'], params: placesOf(startedOf(row)) }),
      },
    ];
  },
};

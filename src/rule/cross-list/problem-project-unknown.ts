import type { PeerRule } from '../rule';
import { rowState } from '../table';

const others = ['4', '5', '6', '7', '9', 'A', 'B'];

/** A problem's project is on no other list. Undecided while all of those are empty, or the row names no project. */
export const problemProjectUnknown: PeerRule = {
  scope: 'cross-list',
  code: 'cross-list/problem-project-unknown',
  severity: 'warning',
  source: '三(五)1',
  lists: ['8', ...others],
  columns: [],
  compare({ tables }, index, report) {
    if (!tables.has('8')) {
      report.undecided({ list: '8', unit: null, reason: 'structure' });
      return [];
    }
    const isEmpty = (list: string) => tables.get(list)?.unitRows.every(({ filled, waiting }) => filled + waiting === 0) ?? true;
    return [
      {
        fellowship: 'row',
        on: ['8'],
        judge(table, row, tell) {
          if (table.state[row] !== rowState.filled) return;
          if (others.every(isEmpty)) return tell('waiting', table, row);
          if (table.name(row) === '' || table.unitKey(row) === null) return tell('missing', table, row);
          const fellows = index.fellowsOf(table, row);
          if (others.every((list) => index.findAmong(fellows, table, row, list).length === 0)) tell('warning', table, row);
        },
        detail: (table, row) => ({ columns: ['projectName'], params: { seen: table.value('projectName', row) } }),
      },
    ];
  },
};

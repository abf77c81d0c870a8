import { meansEmpty } from '../name';
import type { PeerRule } from '../rule';

/** 存在问题 is filled in on list 4 and list 8 has no open problem of the project. Undecided while list 8 is empty. */
export const problemNotListed: PeerRule = {
  scope: 'cross-list',
  code: 'cross-list/problem-not-listed',
  severity: 'warning',
  source: '三(五)1',
  lists: ['4', '8'],
  columns: ['problems', 'problemState'],
  compare({ tables }, index, report) {
    const own = tables.get('4');
    const problems = tables.get('8');
    if (!own || !problems) {
      report.undecided({ list: '4', unit: null, reason: 'structure' });
      return [];
    }
    const texts = own.texts('problems');
    const states = problems.choices('problemState');
    return [
      {
        fellowship: 'row',
        on: ['4'],
        judge(table, row, tell) {
          if (meansEmpty(texts(row))) return;
          if (problems.unitRows.every(({ filled }) => filled === 0)) tell('waiting', table, row);
          else if (!index.find(table, row, '8').some((entry) => states(entry.row) !== 'closed')) tell('warning', table, row);
        },
        detail: () => ({ columns: ['problems'], params: {} }),
      },
    ];
  },
};

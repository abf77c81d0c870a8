import { meansEmpty } from '../name';
import { projectIndexOf } from '../project-index';
import type { WideRule } from '../rule';
import { rowState } from '../table';

/** 存在问题 is filled in on list 4 and list 8 has no open problem of the project. Undecided while list 8 is empty. */
export const problemNotListed: WideRule = {
  scope: 'cross-list',
  code: 'cross-list/problem-not-listed',
  severity: 'warning',
  source: '三(五)1',
  lists: ['4', '8'],
  *judge(context, report) {
    const table = context.tables.get('4');
    const problems = context.tables.get('8');
    if (!table || !problems) return report.undecided({ list: '4', unit: null, reason: 'structure' });
    const index = yield* projectIndexOf(context);
    const texts = table.texts('problems');
    const states = problems.choices('problemState');
    const isEmpty = problems.unitRows.every((rows) => rows.filled === 0);
    for (let row = 0; row < table.rowCount; row++) {
      if (row % 1_000 === 999) yield;
      if (table.state[row] !== rowState.filled || meansEmpty(texts(row))) continue;
      const at = { list: '4', unit: table.unitKey(row) };
      if (isEmpty) report.undecided({ ...at, reason: 'waiting' });
      else if (!index.find(table, row, '8').some((entry) => states(entry.row) !== 'closed')) report.fail({ ...at, row, columns: ['problems'], params: {} });
    }
  },
};

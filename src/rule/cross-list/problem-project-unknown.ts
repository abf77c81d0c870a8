import { projectIndexOf } from '../project-index';
import type { WideRule } from '../rule';
import { rowState } from '../table';

const others = ['4', '5', '6', '7', '9', 'A', 'B'];

/** A problem's project is on no other list. Undecided while all of those are empty, or the row names no project. */
export const problemProjectUnknown: WideRule = {
  scope: 'cross-list',
  code: 'cross-list/problem-project-unknown',
  severity: 'warning',
  source: '三(五)1',
  lists: ['8', ...others],
  *judge(context, report) {
    const table = context.tables.get('8');
    if (!table) return report.undecided({ list: '8', unit: null, reason: 'structure' });
    const index = yield* projectIndexOf(context);
    const allEmpty = others.every((list) => context.tables.get(list)?.unitRows.every((rows) => rows.filled + rows.waiting === 0) ?? true);
    for (let row = 0; row < table.rowCount; row++) {
      if (row % 1_000 === 999) yield;
      if (table.state[row] !== rowState.filled) continue;
      const at = { list: '8', unit: table.unitKey(row) };
      if (allEmpty) report.undecided({ ...at, reason: 'waiting' });
      else if (table.name(row) === '' || at.unit === null) report.undecided({ ...at, reason: 'missing' });
      else if (others.every((list) => index.find(table, row, list).length === 0)) {
        report.fail({ ...at, row, columns: ['projectName'], params: { seen: table.value('projectName', row) } });
      }
    }
  },
};

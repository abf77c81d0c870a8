import { longestText } from '../../list/column';
import type { CellRule } from '../rule';

/** Longer than a printed cell can show. */
export const length: CellRule = {
  scope: 'cell',
  code: 'cell/length',
  severity: 'info',
  source: '惯例',
  lists: 'all',
  detail({ table, column, row }) {
    return { columns: [column], params: { length: String(table.value(column, row)).length, longest: longestText } };
  },
};

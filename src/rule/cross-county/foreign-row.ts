import type { PeerRule } from '../rule';
import { rowState } from '../table';

/** A unit's workbook holds a row of another unit: it would be counted twice, or for the wrong one. */
export const foreignRow: PeerRule = {
  scope: 'cross-county',
  code: 'cross-county/foreign-row',
  severity: 'error',
  source: '四(二)',
  lists: ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B'],
  columns: [],
  compare({ entries: { scope }, tables }, _, report) {
    if (scope.kind !== 'unit') return [];
    const on: string[] = [];
    for (const [list, table] of tables) {
      if (table.has('unit')) on.push(list);
      else report.undecided({ list, unit: scope.unit, reason: 'structure', params: { column: 'unit' } });
    }
    return [
      {
        fellowship: 'row',
        on,
        judge(table, row, tell) {
          const unit = table.unitKey(row);
          if (table.state[row] !== rowState.empty && unit !== null && unit !== scope.unit) tell('error', table, row);
        },
        detail: (table, row) => ({ columns: ['unit'], params: { seen: table.value('unit', row), own: scope.unit } }),
      },
    ];
  },
};

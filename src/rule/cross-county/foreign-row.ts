import type { WideRule } from '../rule';
import { rowState } from '../table';

/** A unit's workbook holds a row of another unit: it would be counted twice, or for the wrong one. */
export const foreignRow: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/foreign-row',
  severity: 'error',
  source: '四(二)',
  lists: ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B'],
  *judge(context, report) {
    const { scope } = context.entries;
    if (scope.kind !== 'unit') return;
    for (const table of context.tables.values()) {
      if (!table.has('unit')) {
        report.undecided({ list: table.list.key, unit: scope.unit, reason: 'structure', params: { column: 'unit' } });
        continue;
      }
      for (let row = 0; row < table.rowCount; row++) {
        if (row % 4_000 === 3_999) yield;
        const unit = table.unitKey(row);
        if (table.state[row] === rowState.empty || unit === null || unit === scope.unit) continue;
        report.fail({ list: table.list.key, unit, row, columns: ['unit'], params: { seen: table.value('unit', row), own: scope.unit } });
      }
    }
  },
};

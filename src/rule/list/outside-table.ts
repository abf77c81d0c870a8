import type { WideRule } from '../rule';

/** Entries below or beside the table, which no formula counts and no recipient's filter shows. */
export const outsideTable: WideRule = {
  scope: 'list',
  code: 'list/outside-table',
  severity: 'error',
  source: '四(二)',
  lists: ['4', '5', '6', '7', '8', '9', 'A', 'B'],
  reads: {},
  judge({ entries, tables }, report) {
    for (const finding of entries.findings) {
      if (finding.kind !== 'outsideTable') continue;
      const table = tables.get(finding.list);
      if (!table) continue;
      const { list, row, column, rows, columns, growable } = finding;
      report.fail({
        list,
        unit: null,
        row: null,
        columns: [],
        params: { firstRow: row, firstColumn: column, rows, columns, growable },
        place: { sheetName: table.entries.sheetName, row, column },
        ...(growable ? { fix: { kind: 'growTable', list, rows } } : {}),
      });
    }
  },
};

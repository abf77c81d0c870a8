import type { WideRule } from '../rule';

/** A header was renamed, doubled or is gone. It can be put back where place and content leave no doubt. */
export const headerAltered: WideRule = {
  scope: 'list',
  code: 'list/header-altered',
  severity: 'error',
  source: '四(二)',
  lists: 'all',
  reads: {},
  judge({ entries, tables }, report) {
    for (const finding of entries.findings) {
      if (finding.kind !== 'headerAltered') continue;
      const table = tables.get(finding.list);
      if (!table) continue;
      const { list, column, row, at, seen, certain } = finding;
      report.fail({
        list,
        unit: null,
        row: null,
        columns: [column],
        params: { seen, certain },
        place: { sheetName: table.entries.sheetName, row, column: at ?? 0 },
        ...(certain && at !== null ? { fix: { kind: 'restoreHeader', list, column, row, at } } : {}),
      });
    }
  },
};

import type { WideRule } from '../rule';

/** One of our sheets is gone. What stood in it is not told by us: laying it out again gives an empty one. */
export const sheetMissing: WideRule = {
  scope: 'list',
  code: 'list/sheet-missing',
  severity: 'error',
  source: '四(二)',
  lists: 'all',
  reads: {},
  judge({ lists, tables }, report) {
    for (const { key } of lists) {
      if (tables.has(key)) continue;
      report.fail({ list: key, unit: null, row: null, columns: [], params: {}, fix: { kind: 'restoreSheet', list: key } });
    }
  },
};

import { normaliseName } from '../name';
import type { WideRule } from '../rule';

/**
 * A vice-mayor with other than five projects, or, by the plan's setting, all of them together: the notice can be read
 * both ways. Undecided while list 4 is empty; a row without a leader counts for nobody.
 */
export const leaderCount: WideRule = {
  scope: 'list',
  code: 'list/leader-count',
  severity: 'info',
  source: '四(一)',
  lists: ['4'],
  reads: { 4: ['leader'] },
  judge(context, report) {
    const { plan, entries } = context;
    if (entries.scope.kind !== 'city') return;
    const table = context.tables.get('4');
    if (!table?.has('leader')) return report.undecided({ list: '4', unit: null, reason: 'structure' });
    const texts = table.texts('leader');
    const rowsByLeader = new Map<string, number[]>();
    const readAll = plan.settings.leaderProjectsReading === 'all';
    for (let row = 0; row < table.rowCount; row++) {
      if (texts(row) === '') continue;
      const leader = readAll ? '' : normaliseName(texts(row));
      const rows = rowsByLeader.get(leader);
      if (rows) rows.push(row);
      else rowsByLeader.set(leader, [row]);
    }
    if (rowsByLeader.size === 0) return report.undecided({ list: '4', unit: null, reason: 'waiting' });
    const expected = plan.thresholds.leaderProjects;
    const { sheetName, firstRow, at } = table.entries;
    for (const [leader, rows] of rowsByLeader) {
      if (rows.length === expected) continue;
      report.fail({
        list: '4',
        unit: null,
        row: null,
        columns: ['leader'],
        params: { leader, count: rows.length, expected },
        place: { sheetName, row: firstRow + (rows[0] ?? 0), column: at['leader'] ?? 0 },
      });
    }
  },
};

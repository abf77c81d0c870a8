import type { WideRule } from '../rule';

/** Problems of an earlier round are not as many, or not in as many projects, as the notice says. */
export const problemCount: WideRule = {
  scope: 'list',
  code: 'list/problem-count',
  severity: 'info',
  source: '三(五)3',
  lists: ['8'],
  reads: { 8: ['problemSource', 'projectName'] },
  judge(context, report) {
    const { plan, entries } = context;
    if (entries.scope.kind !== 'city') return;
    const table = context.tables.get('8');
    if (!table?.has('problemSource')) return report.undecided({ list: '8', unit: null, reason: 'structure' });
    const sources = table.choices('problemSource');
    if (table.unitRows.every((rows) => rows.filled === 0)) return report.undecided({ list: '8', unit: null, reason: 'waiting' });
    const { sheetName, firstRow, at } = table.entries;
    for (const expected of plan.problemCounts) {
      const projects = new Set<string>();
      let problems = 0;
      for (let row = 0; row < table.rowCount; row++) {
        if (sources(row) !== expected.source) continue;
        problems++;
        projects.add(`${table.unit[row]}|${table.name(row)}`);
      }
      if (problems === expected.problems && projects.size === expected.projects) continue;
      report.fail({
        list: '8',
        unit: null,
        row: null,
        columns: ['problemSource'],
        params: { source: expected.source, problems, projects: projects.size, expectedProblems: expected.problems, expectedProjects: expected.projects },
        source: expected.clause,
        place: { sheetName, row: firstRow, column: at['problemSource'] ?? 0 },
      });
    }
  },
};

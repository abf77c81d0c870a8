import type { WideRule } from '../rule';

/** The notice's own 全市 figure is not the sum of its units. Said once each, in the city workbook, and nobody is blamed. */
export const sourceDifference: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/source-difference',
  severity: 'info',
  source: '二(二)',
  lists: ['1', '2', '3'],
  reads: {},
  judge(context, report) {
    const { plan, entries, tables } = context;
    if (entries.scope.kind !== 'city') return;
    for (const known of plan.knownDifferences) {
      const measure = plan.measures.find((each) => each.key === known.measure);
      for (const table of tables.values()) {
        const column = table.list.columns.find((each) => each.role === 'issued' && each.measure === known.measure);
        if (!column || !measure) continue;
        const { sheetName, headerRow, at } = table.entries;
        const line = entries.findings.find(
          (finding) => finding.kind === 'cityFigure' && finding.line === 'notice' && finding.list === table.list.key && finding.column === column.key,
        );
        const place = line?.kind === 'cityFigure' ? { row: line.row, column: line.at } : { row: headerRow, column: at[column.key] ?? 0 };
        report.fail({
          list: table.list.key,
          unit: null,
          row: null,
          columns: [column.key],
          params: { city: known.city, sum: known.sum, measure: measure.unitOfMeasure },
          place: { sheetName, ...place },
          source: measure.clause,
        });
      }
    }
  },
};

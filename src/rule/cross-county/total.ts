import { sumMoney } from '../money';
import type { WideRule } from '../rule';
import { isBlank } from '../value';

/**
 * A 全市 figure is not the sum of the units, beyond half a unit in the last place shown. Rates and ranks are no
 * sums and are not judged. Blind spot: a file whose formulas were not recalculated shows what it held last.
 */
export const total: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/total',
  severity: 'error',
  source: '二',
  lists: ['1', '2', '3'],
  reads: { 1: 'all', 2: 'all', 3: 'all' },
  judge(context, report) {
    for (const finding of context.entries.findings) {
      if (finding.kind !== 'cityFigure' || finding.line !== 'total') continue;
      const table = context.tables.get(finding.list);
      const column = table?.column(finding.column);
      if (!table || !column?.measure || (column.type !== 'money' && column.type !== 'count') || column.key === 'rank') continue;
      const decimals = column.decimals ?? 0;
      const values = table.entries.values[finding.column];
      const at = { list: finding.list, unit: null } as const;
      if (!values) {
        report.undecided({ ...at, reason: 'structure', params: { column: finding.column } });
        continue;
      }
      const sum = sumMoney(values.filter((value) => typeof value === 'number'), decimals);
      const { seen } = finding;
      if (typeof seen === 'string' && !isBlank(seen) && sum === 0) continue;
      if (typeof seen === 'number' && Math.abs(seen - sum) <= 0.5 * 10 ** -decimals + 1e-9) continue;
      report.fail({
        ...at,
        row: null,
        columns: [finding.column],
        params: { seen, expected: sum },
        place: { sheetName: table.entries.sheetName, row: finding.row, column: finding.at },
      });
    }
  },
};

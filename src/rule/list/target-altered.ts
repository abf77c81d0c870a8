import type { Value } from '../../list/list';
import type { Measure } from '../../plan/plan';
import type { Context } from '../context';
import type { Reporter, WideRule } from '../rule';
import { rowState, type Table } from '../table';

/** 40.9 as typed is 40.9 as planned; a figure the plan does not set is — or nothing. */
function agrees(seen: Value, planned: number | null): boolean {
  return planned === null ? typeof seen !== 'number' || seen === 0 : seen === planned;
}

function judgeColumn(table: Table, column: string, measure: Measure, context: Context, report: Reporter): void {
  const list = table.list.key;
  for (let row = 0; row < table.rowCount; row++) {
    const unit = table.unitKey(row);
    if (table.state[row] === rowState.empty || unit === null || !table.list.units.includes(unit)) continue;
    const planned = measure.units[unit] ?? null;
    const seen = table.value(column, row);
    if (agrees(seen, planned)) continue;
    report.fail({
      list,
      unit,
      row,
      columns: [column],
      params: { seen, expected: planned, line: 'unit' },
      ...(planned === null ? {} : { fix: { kind: 'restoreTarget', list, rowIndex: row, column, after: planned } }),
    });
  }
}

/** A locked 目标 or 文件全市数 differs from the plan: the sheet was unprotected and typed into. */
export const targetAltered: WideRule = {
  scope: 'list',
  code: 'list/target-altered',
  severity: 'error',
  source: '二',
  lists: ['1', '2', '3'],
  reads: { 1: 'all', 2: 'all', 3: 'all' },
  judge(context, report) {
    const measureOf = new Map<string | undefined, Measure>(context.plan.measures.map((measure) => [measure.key, measure]));
    for (const table of context.tables.values()) {
      for (const column of table.list.columns) {
        const measure = column.role === 'issued' ? measureOf.get(column.measure) : undefined;
        if (!measure) continue;
        if (table.has(column.key)) judgeColumn(table, column.key, measure, context, report);
        else report.undecided({ list: table.list.key, unit: null, reason: 'structure', params: { column: column.key } });
      }
    }
    for (const finding of context.entries.findings) {
      if (finding.kind !== 'cityFigure' || finding.line !== 'notice') continue;
      const table = context.tables.get(finding.list);
      const column = table?.column(finding.column);
      const measure = column?.role === 'issued' ? measureOf.get(column.measure) : undefined;
      if (!table || !measure || agrees(finding.seen, measure.city)) continue;
      report.fail({
        list: finding.list,
        unit: null,
        row: null,
        columns: [finding.column],
        params: { seen: finding.seen, expected: measure.city, line: 'notice' },
        place: { sheetName: table.entries.sheetName, row: finding.row, column: finding.at },
        ...(measure.city === null
          ? {}
          : { fix: { kind: 'restoreTarget', list: finding.list, rowIndex: null, column: finding.column, after: measure.city } }),
      });
    }
  },
};

import type { WideRule } from '../rule';
import { expectedRowsOf, rowsOfUnit, unitsOfList } from '../waiting';

const lists = ['5', '6', '7'];

/** A unit has fewer rows than the notice's number. 申请调出 still counts; more rows are 新增 and no issue. */
export const rowCount: WideRule = {
  scope: 'list',
  code: 'list/row-count',
  severity: 'warning',
  source: '二(三)(四), 三(四)2',
  lists,
  reads: { 5: [], 6: [], 7: [] },
  judge(context, report) {
    for (const list of lists) {
      const table = context.tables.get(list);
      if (!table || table.list.kind !== 'project') continue;
      const { nameColumn, expectedRows } = table.list;
      const { clause } = context.plan.measures.find((measure) => measure.key === expectedRows)!;
      for (const unit of unitsOfList(table, context)) {
        const expected = expectedRowsOf(table, context, unit);
        const { waiting, filled } = rowsOfUnit(table, context, unit);
        if (expected === null || expected === 0) continue;
        if (filled === 0) report.undecided({ list, unit, reason: 'waiting', params: { expected } });
        else if (filled + waiting < expected) {
          report.fail({
            list,
            unit,
            row: null,
            columns: [],
            params: { count: filled + waiting, expected },
            source: clause,
            place: { sheetName: table.entries.sheetName, row: table.entries.firstRow, column: table.entries.at[nameColumn] ?? 0 },
          });
        }
      }
    }
  },
};

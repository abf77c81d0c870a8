import { placesOf, projectIndexOf, spokesmanOf, unitsOfRows } from '../project-index';
import type { WideRule } from '../rule';

/**
 * One 项目代码 under two units: said once, since roads and pipelines are split on purpose. Rows whose unit cannot be
 * told are left out.
 */
export const sameCode: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/same-code',
  severity: 'warning',
  source: '三(一)2',
  lists: ['4', '5', '6', '7', '8', '9', 'A', 'B'],
  *judge(context, report) {
    if (context.entries.scope.kind !== 'city') return;
    const index = yield* projectIndexOf(context);
    let seen = 0;
    for (const [, rows] of index.coded()) {
      if (++seen % 4_000 === 0) yield;
      if (rows.length < 2) continue;
      const known = rows.filter(({ table, row }) => (table.unit[row] ?? -1) >= 0);
      const units = unitsOfRows(known, context);
      const first = units.length > 1 ? spokesmanOf(known, context) : undefined;
      if (!first) continue;
      const { table, row } = first;
      const others = known.filter((entry) => entry.table.unit[entry.row] !== table.unit[row]);
      report.fail({
        list: table.list.key,
        unit: table.unitKey(row),
        row,
        columns: ['projectCode'],
        params: { seen: table.value('projectCode', row), units, ...placesOf(others) },
      });
    }
  },
};

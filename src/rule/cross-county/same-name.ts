import { placesOf, projectIndexOf, spokesmanOf, unitsOfRows, type ProjectRow } from '../project-index';
import type { WideRule } from '../rule';

/** One normalised name under two units: said once. Undecided for rows whose unit cannot be told. */
export const sameName: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/same-name',
  severity: 'warning',
  source: '三(一)2',
  lists: ['4', '5', '6', '7', '8', '9', 'A', 'B'],
  *judge(context, report) {
    if (context.entries.scope.kind !== 'city') return;
    const index = yield* projectIndexOf(context);
    const rowsByName = new Map<string, readonly ProjectRow[]>();
    const shared = new Set<string>();
    let seen = 0;
    for (const { name, rows } of index.projects()) {
      if (++seen % 4_000 === 0) yield;
      const known = rowsByName.get(name);
      rowsByName.set(name, known ? [...known, ...rows] : rows);
      if (known) shared.add(name);
    }
    for (const name of shared) {
      if (++seen % 1_000 === 0) yield;
      const rows = rowsByName.get(name) ?? [];
      const first = spokesmanOf(rows, context);
      if (!first) continue;
      const { table, row } = first;
      const others = rows.filter((entry) => entry.table.unit[entry.row] !== table.unit[row]);
      report.fail({
        list: table.list.key,
        unit: table.unitKey(row),
        row,
        columns: ['projectName'],
        params: { seen: table.value('projectName', row), units: unitsOfRows(rows, context), ...placesOf(others) },
      });
    }
  },
};

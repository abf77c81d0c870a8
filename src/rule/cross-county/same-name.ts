import { placesOf, spokesmanOf, unitsOfRows } from '../project-row';
import type { PeerRule } from '../rule';

const lists = ['4', '5', '6', '7', '8', '9', 'A', 'B'];

/** One normalised name under two units: said once. Rows whose unit cannot be told are compared with nothing. */
export const sameName: PeerRule = {
  scope: 'cross-county',
  code: 'cross-county/same-name',
  severity: 'warning',
  source: '三(一)2',
  lists,
  columns: [],
  compare(context, index) {
    if (context.entries.scope.kind !== 'city') return [];
    const rowsNamed = (name: string) => index.named(name).flatMap((project) => index.rowsAt(project.places));
    return [
      {
        fellowship: 'name',
        on: lists,
        judge(table, row, tell) {
          const project = index.projectOf(table, row);
          if (!project || project.places[0] !== index.placeOf(table, row)) return;
          const named = index.named(project.name);
          if (named.length < 2 || named[0] !== project) return;
          const first = spokesmanOf(rowsNamed(project.name), context);
          if (first) tell('warning', first.table, first.row);
        },
        detail(table, row) {
          const rows = rowsNamed(table.name(row));
          const others = rows.filter((entry) => entry.table.unit[entry.row] !== table.unit[row]);
          return {
            columns: ['projectName'],
            params: { seen: table.value('projectName', row), units: unitsOfRows(rows, context), ...placesOf(others) },
          };
        },
      },
    ];
  },
};

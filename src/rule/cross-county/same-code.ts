import type { ProjectRow } from '../project-index';
import { placesOf, spokesmanOf, unitsOfRows } from '../project-row';
import type { PeerRule } from '../rule';
import type { Table } from '../table';

const lists = ['4', '5', '6', '7', '8', '9', 'A', 'B'];

/**
 * One 项目代码 under two units: said once, since roads and pipelines are split on purpose. Rows whose unit cannot be
 * told are left out.
 */
export const sameCode: PeerRule = {
  scope: 'cross-county',
  code: 'cross-county/same-code',
  severity: 'warning',
  source: '三(一)2',
  lists,
  columns: [],
  compare(context, index) {
    if (context.entries.scope.kind !== 'city') return [];
    const knownAs = (own: Table, at: number): ProjectRow[] =>
      index.rowsAt(index.codedAs(own, at)).filter(({ table, row }) => table.unit[row]! >= 0);
    return [
      {
        fellowship: 'code',
        on: lists,
        judge(table, row, tell) {
          const places = index.codedAs(table, row);
          if (places.length < 2 || places[0] !== index.placeOf(table, row)) return;
          const known = knownAs(table, row);
          const first = unitsOfRows(known, context).length > 1 ? spokesmanOf(known, context) : undefined;
          if (first) tell('warning', first.table, first.row);
        },
        detail(table, row) {
          const known = knownAs(table, row);
          const others = known.filter((entry) => entry.table.unit[entry.row] !== table.unit[row]);
          return {
            columns: ['projectCode'],
            params: { seen: table.value('projectCode', row), units: unitsOfRows(known, context), ...placesOf(others) },
          };
        },
      },
    ];
  },
};

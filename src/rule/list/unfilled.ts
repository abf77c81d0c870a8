import { toSerial } from '../../plan/day';
import type { Context } from '../context';
import type { WideRule } from '../rule';
import { rowState, type Table } from '../table';
import { expectedRowsOf, rowsOfUnit, unitsOfList } from '../waiting';

/** Lists that every unit owes though the notice counts no rows: 9 by 三(三)1, ledger B by the targets of 二(五). */
const owedByAll = new Set(['9', 'B']);

/** Lists that some units may have nothing for; the city's as a whole cannot be empty: 四(一), 三(五)3. */
const owedByCity = new Set(['4', '8']);

function isOwed(table: Table, context: Context, unit: string): boolean {
  return (expectedRowsOf(table, context, unit) ?? 0) > 0 || owedByAll.has(table.list.key);
}

/** The first row of the unit that waits, where a click leads; the first row of the table where it has none. */
function placeOf(table: Table, context: Context, unit: string | null) {
  const index = context.plan.units.findIndex((each) => each.key === unit);
  const waits = table.state.findIndex((state, row) => state === rowState.waiting && table.unit[row] === index);
  const { sheetName, firstRow, at } = table.entries;
  const column = at[table.list.kind === 'project' ? table.list.nameColumn : 'unit'] ?? 0;
  return { sheetName, row: firstRow + Math.max(0, waits), column };
}

/** From the list-due day on, a unit's list is 待填写 in whole or part: once per unit and list, never per row. */
export const unfilled: WideRule = {
  scope: 'list',
  code: 'list/unfilled',
  severity: 'warning',
  source: '三(三)1',
  lists: 'all',
  reads: { '*': [] },
  judge(context, report) {
    const due = toSerial(context.plan.dates.listDue);
    if (context.asOf < due) return;
    for (const table of context.tables.values()) {
      const list = table.list.key;
      for (const unit of unitsOfList(table, context)) {
        const { waiting, filled } = rowsOfUnit(table, context, unit);
        if (waiting === 0 && (filled > 0 || !isOwed(table, context, unit))) continue;
        report.fail({ list, unit, row: null, columns: [], params: { waiting, filled, due }, place: placeOf(table, context, unit) });
      }
      const isEmpty = table.unitRows.every((rows) => rows.filled === 0 && rows.waiting === 0);
      if (isEmpty && owedByCity.has(list) && context.entries.scope.kind === 'city') {
        report.fail({ list, unit: null, row: null, columns: [], params: { waiting: 0, filled: 0, due }, place: placeOf(table, context, null) });
      }
    }
  },
};

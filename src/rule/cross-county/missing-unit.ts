import { toSerial } from '../../plan/day';
import type { WideRule } from '../rule';
import { expectedRowsOf } from '../waiting';
import { isTypedInto, type Table } from '../table';
import type { Context } from '../context';

/** True where the notice sets the unit a figure that this list answers to. */
function hasTarget(table: Table, context: Context, unit: string): boolean {
  if (table.list.kind === 'project') return (expectedRowsOf(table, context, unit) ?? 0) > 0;
  return isTypedInto(table.list) && table.list.units.includes(unit);
}

/**
 * A unit that has targets has sent nothing at all: said once per unit. A unit that has sent some lists and not others
 * is told by list/unfilled. Undecided until the list-due day.
 */
export const missingUnit: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/missing-unit',
  severity: 'warning',
  source: '四(二)',
  lists: 'all',
  reads: { '*': [] },
  judge(context, report) {
    const { plan, entries, asOf } = context;
    if (entries.scope.kind !== 'city') return;
    const due = toSerial(plan.dates.listDue);
    for (const [index, unit] of plan.units.entries()) {
      const tables = [...context.tables.values()].filter((table) => hasTarget(table, context, unit.key));
      const sent = [...context.tables.values()].some((table) => isTypedInto(table.list) && table.unitRows[index]!.filled > 0);
      if (sent || tables.length === 0) continue;
      if (asOf < due) report.undecided({ list: null, unit: unit.key, reason: 'waiting' });
      else report.fail({ list: null, unit: unit.key, row: null, columns: [], params: { lists: tables.map((table) => table.list.key), due } });
    }
  },
};

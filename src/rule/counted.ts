import type { Value } from '../list/list';
import { targetColumn } from '../list/target-list';
import type { MeasureKey, Plan } from '../plan/plan';
import type { TotalData } from '../total/data';
import { sumOf } from '../total/round';
import { computeCounted } from '../total/target-formula';
import { countedMeasures } from '../total/target-measure';
import type { Context } from './context';
import type { Table } from './table';

/** The entries as total computes from them; what ƒ cells show is not asked, since it may be stale. */
export function totalDataOf({ plan, lists, entries }: Context): TotalData {
  return {
    plan,
    lists,
    scope: entries.scope,
    asOf: entries.asOf,
    columns: Object.fromEntries(Object.values(entries.lists).map(({ list, values }) => [list, values])),
    cityLevelReserve: entries.cityLevelReserve,
  };
}

/** What a unit has done on a measure of a target list: from its months on list 1, from a ledger on 2 and 3; null where nothing is entered. */
export function doneOf(table: Table, row: number, measure: MeasureKey, data: TotalData): number | null {
  const counted = countedMeasures(data.plan)[measure];
  if (!counted) return doneInMonths(table, row, measure, data.plan);
  const unit = data.plan.units[table.unit[row] ?? -1];
  const done: Value = unit && data.columns[counted.aggregate.list] ? computeCounted(counted, measure, unit.name, data) : null;
  return typeof done === 'number' ? done : null;
}

function doneInMonths(table: Table, row: number, measure: MeasureKey, plan: Plan): number | null {
  const months = plan.months.map(({ key }) => table.numbers(targetColumn(measure, key))(row)).filter((month) => month !== null);
  return months.length === 0 ? null : sumOf(months);
}

/** Measures of a target list, in its order. */
export function measuresOf(table: Table): MeasureKey[] {
  return table.list.columns.flatMap((column) => (column.role === 'issued' && column.measure ? [column.measure] : []));
}

import type { ListEntries } from '../../list/entry';
import type { Context } from '../context';
import { sumMoney } from '../money';
import type { WideRule } from '../rule';
import type { Table } from '../table';

/** A median of fewer units says nothing. */
const fewestUnits = 3;

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Mean by index into plan.units, null where there is nothing; good as long as the table has these entries. */
interface Means {
  readonly entries: ListEntries;
  readonly byUnit: readonly (number | null)[];
}

const lastMeans = new WeakMap<Table, Means>();

function* meansOf(table: Table, { plan }: Context): Generator<void, Means['byUnit']> {
  const { entries } = table;
  const last = lastMeans.get(table);
  if (last?.entries === entries) return last.byUnit;
  const totals = table.numbers('totalInvestment');
  const amounts: number[][] = plan.units.map(() => []);
  for (let row = 0; row < table.rowCount; row++) {
    if (row % 10_000 === 9_999) yield;
    const total = totals(row);
    if (total !== null) amounts[table.unit[row]!]?.push(total);
  }
  const byUnit = amounts.map((own) => (own.length === 0 ? null : sumMoney(own, 2) / own.length));
  lastMeans.set(table, { entries, byUnit });
  return byUnit;
}

const lists = ['4', '5', '6', '7', '9', 'A'];

/** A unit's mean 总投资 on a list is far beyond the others': probably the unit of money. Undecided with fewer than three units. */
export const outlier: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/outlier',
  severity: 'info',
  source: '惯例',
  lists,
  reads: Object.fromEntries(lists.map((list) => [list, ['totalInvestment']])),
  *judge(context, report) {
    if (context.entries.scope.kind !== 'city') return;
    const times = context.plan.thresholds.outlierTimes;
    for (const list of lists) {
      const table = context.tables.get(list);
      if (!table) continue;
      const means = yield* meansOf(table, context);
      const known = means.filter((mean) => mean !== null);
      if (known.length === 0) continue;
      if (known.length < fewestUnits) {
        report.undecided({ list, unit: null, reason: 'missing' });
        continue;
      }
      const median = medianOf(known);
      for (const [index, mean] of means.entries()) {
        if (mean === null || median <= 0 || mean <= median * times) continue;
        const { sheetName, firstRow, at } = table.entries;
        report.fail({
          list,
          unit: context.plan.units[index]!.key,
          row: null,
          columns: ['totalInvestment'],
          params: { mean: Math.round(mean * 100) / 100, median: Math.round(median * 100) / 100, times },
          place: { sheetName, row: firstRow + Math.max(0, table.unit.indexOf(index)), column: at['totalInvestment'] ?? 0 },
        });
      }
      yield;
    }
  },
};

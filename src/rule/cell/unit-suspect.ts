import type { Column } from '../../list/list';
import type { MeasureKey } from '../../plan/plan';
import { kindOf, type Hit } from '../compile';
import type { Context } from '../context';
import { timesExactly } from '../money';
import type { CellRule } from '../rule';
import type { Table } from '../table';

const kind = kindOf('cell/unit-suspect', 'warning');

/** The figure against which a 亿元 cell of ledger B is held; list 1's columns name their own. */
const ledgerMeasures: Readonly<Record<string, MeasureKey>> = {
  signedInvestment: 'signedInvestment',
  plannedInvestment: 'newStartInvestment',
  arrivedFunds: 'arrivedFunds',
};

interface Bounds {
  readonly below: number;
  readonly above: number;
}

/** The amounts that are plausible in a column, by row; null where nothing is known of it. */
function boundsOf(column: Column, table: Table, context: Context): ((row: number) => Bounds | null) | null {
  const { plan } = context;
  if (column.role !== 'entry') return null;
  if (column.key === 'totalInvestment') {
    const bounds = { below: plan.thresholds.suspectBelow, above: plan.thresholds.suspectAbove };
    const reason = table.has('statisticsReason') ? table.choices('statisticsReason') : null;
    return (row) => (reason?.(row) === 'belowMinimum' ? null : bounds);
  }
  const key = column.measure ?? ledgerMeasures[column.key];
  const targets = plan.measures.find((measure) => measure.key === key)?.units;
  if (!targets) return null;
  const byUnit = plan.units.map((unit) => {
    const target = targets[unit.key];
    return target ? { below: 0, above: target * plan.thresholds.suspectTargetTimes } : null;
  });
  return (row) => byUnit[table.unit[row]!] ?? null;
}

function isInside(amount: number, bounds: Bounds): boolean {
  return amount >= bounds.below && amount <= bounds.above;
}

/**
 * The unit of money is probably another. A number typed as text is judged by what it means, so that mending the
 * type brings nothing new to light. Blind spot: a slip of the unit that stays inside the bounds.
 */
export const unitSuspect: CellRule = {
  scope: 'cell',
  code: 'cell/unit-suspect',
  severity: 'warning',
  source: '惯例',
  lists: 'all',
  passes(table, context) {
    return table.list.columns.flatMap((column) => {
      const bounds = table.has(column.key) ? boundsOf(column, table, context) : null;
      if (!bounds) return [];
      const understood = table.numbers(column.key);
      const run = (from: number, to: number, hit: Hit) => {
        for (let row = from; row < to; row++) {
          const amount = understood(row);
          if (amount === null || amount < 0) continue;
          const own = bounds(row);
          if (own && !isInside(amount, own)) hit(kind, row);
        }
      };
      return [{ column: column.key, run }];
    });
  },
  detail({ table, column: key, row }, context) {
    const bounds = boundsOf(table.column(key)!, table, context)!(row)!;
    const before = table.value(key, row);
    const amount = table.numbers(key)(row)!;
    const after = timesExactly(amount, amount > bounds.above ? 1 / 10_000 : 10_000);
    const lands = isInside(after, bounds);
    return {
      columns: [key],
      params: { seen: amount, ...bounds, expected: lands ? after : null },
      ...(lands && typeof before === 'number'
        ? { fix: { kind: 'cell', list: table.list.key, rowIndex: row, column: key, before, after } }
        : {}),
    };
  },
};

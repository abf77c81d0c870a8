import type { ListEntries } from '../list/entry';
import type { ListKey, Value } from '../list/list';
import { targetColumn } from '../list/target-list';
import type { MeasureKey, Plan, Unit } from '../plan/plan';
import type { Columns, TotalData } from '../total/data';
import { sumOf } from '../total/round';
import { computeCounted } from '../total/target-formula';
import { countedMeasures } from '../total/target-measure';
import type { Context } from './context';
import type { Table } from './table';

/** The columns of a ledger that figures of the target lists are counted or summed from. */
export function ledgerColumns(plan: Plan, ledger: ListKey): readonly string[] {
  const columns = new Set(['unit']);
  for (const counted of Object.values(countedMeasures(plan))) {
    const { list, sum, where } = counted.aggregate;
    if (list !== ledger) continue;
    if (sum !== undefined) columns.add(sum);
    for (const { column } of where) columns.add(column);
  }
  return [...columns];
}

/** What one unit's figures are computed from, and those that were. */
interface UnitPart {
  readonly columns: Columns;
  readonly done: Map<MeasureKey, Value>;
}

/** Figures of one ledger, unit by unit, so that an edit has only those of its own unit computed again. */
class LedgerFigures {
  private parts = new Map<string, UnitPart>();
  private values: ListEntries['values'] | undefined;

  constructor(private readonly ledger: ListKey) {}

  /** Goes on with the entries as they are now: figures of units whose rows are the same stay. */
  adopt({ plan, entries }: Context): void {
    const values = entries.lists[this.ledger]?.values;
    if (!values || values === this.values) return;
    this.values = values;
    const before = this.parts;
    this.parts = new Map();
    const keys = ledgerColumns(plan, this.ledger);
    const rows = rowsByText(values['unit'] ?? []);
    for (const unit of plan.units) {
      const own = namesWithin(plan, unit).flatMap((name) => rows.get(name) ?? []);
      const columns = Object.fromEntries(keys.map((key) => [key, own.map((row) => values[key]?.[row] ?? null)]));
      const known = before.get(unit.key);
      this.parts.set(unit.key, known && isSame(known.columns, columns, keys) ? known : { columns, done: new Map() });
    }
  }

  /** What a unit has done on a measure; null where nothing is entered. */
  doneOf(measure: MeasureKey, unit: Unit, context: Context): Value {
    const part = this.parts.get(unit.key);
    const counted = countedMeasures(context.plan)[measure];
    if (!part || !counted) return null;
    let done = part.done.get(measure);
    if (done === undefined) {
      done = computeCounted(counted, measure, unit.name, totalDataOf(context, { [this.ledger]: part.columns }));
      part.done.set(measure, done);
    }
    return done;
  }
}

/** A unit's name in the cells, and that of the unit whose projects count with its own. */
function namesWithin(plan: Plan, unit: Unit): string[] {
  return plan.units.filter(({ key, reserveWithin }) => key === unit.key || reserveWithin === unit.key).map(({ name }) => name);
}

function rowsByText(cells: readonly Value[]): Map<Value, number[]> {
  const rows = new Map<Value, number[]>();
  cells.forEach((text, row) => {
    const known = rows.get(text);
    if (known) known.push(row);
    else rows.set(text, [row]);
  });
  return rows;
}

function isSame(a: Columns, b: Columns, keys: readonly string[]): boolean {
  return keys.every((key) => {
    const [one, other] = [a[key]!, b[key]!];
    return one.length === other.length && one.every((value, row) => value === other[row]);
  });
}

/** What ƒ cells show is not asked, since it may be stale. */
function totalDataOf({ plan, lists, entries }: Context, columns: TotalData['columns']): TotalData {
  return { plan, lists, scope: entries.scope, asOf: entries.asOf, columns, cityLevelReserve: entries.cityLevelReserve };
}

const figures = new WeakMap<Context, Map<ListKey, LedgerFigures>>();

/**
 * Tells what a unit has done on a measure of a target list: from its months on list 1, from the ledger on 2 and 3; null
 * where nothing is entered. Made anew whenever entries have changed.
 */
export function makeDoneOf(context: Context, ledger: ListKey): (table: Table, row: number, measure: MeasureKey) => number | null {
  let ledgers = figures.get(context);
  if (!ledgers) figures.set(context, (ledgers = new Map()));
  let own = ledgers.get(ledger);
  if (!own) ledgers.set(ledger, (own = new LedgerFigures(ledger)));
  own.adopt(context);
  const counted = countedMeasures(context.plan);
  return (table, row, measure) => {
    if (!counted[measure]) return doneInMonths(table, row, measure, context.plan);
    const unit = context.plan.units[table.unit[row]!];
    const done = unit ? own.doneOf(measure, unit, context) : null;
    return typeof done === 'number' ? done : null;
  };
}

function doneInMonths(table: Table, row: number, measure: MeasureKey, plan: Plan): number | null {
  const months = plan.months.map(({ key }) => table.numbers(targetColumn(measure, key))(row)).filter((month) => month !== null);
  return months.length === 0 ? null : sumOf(months);
}

/** Measures of a target list, in its order. */
export function measuresOf(table: Table): MeasureKey[] {
  return table.list.columns.flatMap((column) => (column.role === 'issued' && column.measure ? [column.measure] : []));
}

import { toSerial } from '../../plan/day';
import type { Context } from '../context';
import type { Reporter, WideRule } from '../rule';
import { rowState, type Table } from '../table';

interface Starts {
  started: number;
  all: number;
}

/** New starts and how many of them have started by 统计截止日, by index into plan.units. */
function countStarts(table: Table, context: Context): Starts[] {
  const counts = context.plan.units.map(() => ({ started: 0, all: 0 }));
  const kinds = table.list.key === 'A' ? table.choices('startKind') : () => 'newStart';
  const days = table.days('actualStart');
  for (let row = 0; row < table.rowCount; row++) {
    const own = counts[table.unit[row]!];
    if (!own || table.state[row] !== rowState.filled || kinds(row) !== 'newStart') continue;
    own.all++;
    if ((days(row) ?? Infinity) <= context.asOf) own.started++;
  }
  return counts;
}

function judgeRate(starts: Starts, unit: string | null, table: Table, context: Context, report: Reporter): void {
  const list = table.list.key;
  if (starts.all === 0) return report.undecided({ list, unit, reason: 'waiting' });
  const limit = context.plan.thresholds.nextQuarterStartRate;
  const rate = starts.started / starts.all;
  if (rate >= limit) return;
  const { sheetName, firstRow, at } = table.entries;
  report.fail({
    list,
    unit,
    row: null,
    columns: ['actualStart'],
    params: { ...starts, rate, limit },
    place: { sheetName, row: firstRow, column: at['actualStart'] ?? 0 },
  });
}

/** From the end of the quarter on: too few of its new starts have started, of a unit or of the city. */
export const q1StartRate: WideRule = {
  scope: 'list',
  code: 'list/q1-start-rate',
  severity: 'warning',
  source: '二(三)',
  lists: ['A', '9'],
  reads: { 9: ['actualStart'], A: ['startKind', 'actualStart'] },
  judge(context, report) {
    const { plan } = context;
    if (context.asOf < toSerial(plan.dates.nextQuarterStartRateFrom)) return;
    const list = plan.settings.nextQuarterStartsFrom;
    const table = context.tables.get(list);
    if (!table?.has('actualStart')) return report.undecided({ list, unit: null, reason: 'structure' });
    const counts = countStarts(table, context);
    plan.units.forEach((unit, index) => {
      const own = counts[index];
      if (own && context.units.includes(unit.key)) judgeRate(own, unit.key, table, context, report);
    });
    if (context.entries.scope.kind !== 'city') return;
    const city = counts.reduce((sum, own) => ({ started: sum.started + own.started, all: sum.all + own.all }), { started: 0, all: 0 });
    judgeRate(city, null, table, context, report);
  },
};

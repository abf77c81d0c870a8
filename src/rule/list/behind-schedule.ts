import { targetColumn } from '../../list/target-list';
import { toSerial } from '../../plan/day';
import { divide } from '../../total/round';
import { ledgerColumns, makeDoneOf, measuresOf } from '../counted';
import { meansEmpty } from '../name';
import type { WideRule } from '../rule';
import { rowState } from '../table';

/** What list 3 is counted from; list 1 is filled in by hand. */
const ledger = 'B';

/**
 * A rate lies below the share of the quarter's months that were to be reported by 统计截止日, and nobody says why.
 * Undecided while the unit has entered nothing that the rate is made of.
 */
export const behindSchedule: WideRule = {
  scope: 'list',
  code: 'list/behind-schedule',
  severity: 'info',
  source: '二(一), 四(三)',
  lists: ['1', '3'],
  reads: (plan) => ({ 1: 'all', 3: 'all', [ledger]: ledgerColumns(plan, ledger) }),
  *judge(context, report) {
    const { plan } = context;
    const reported = plan.months.filter((month) => toSerial(month.reportBy) <= context.asOf).length;
    if (reported === 0) return;
    const due = divide(reported, plan.months.length);
    const doneOf = makeDoneOf(context, ledger);
    for (const list of ['1', '3']) {
      const table = context.tables.get(list);
      if (!table) continue;
      const explanations = table.texts('explanation');
      for (let row = 0; row < table.rowCount; row++) {
        const unit = table.unitKey(row);
        if (table.state[row] === rowState.empty || unit === null || !meansEmpty(explanations(row))) continue;
        const behind: { column: string; rate: number }[] = [];
        for (const measure of measuresOf(table)) {
          const target = plan.measures.find((each) => each.key === measure)!.units[unit];
          const done = doneOf(table, row, measure);
          yield;
          if (!target) continue;
          if (done === null) report.undecided({ list, unit, reason: 'waiting' });
          else if (divide(done, target) < due) behind.push({ column: targetColumn(measure, 'rate'), rate: divide(done, target) });
        }
        if (behind.length === 0) continue;
        const columns = ['explanation', ...behind.map(({ column }) => column)];
        report.fail({ list, unit, row, columns, params: { rates: behind.map(({ rate }) => rate), due, months: reported } });
      }
    }
  },
};

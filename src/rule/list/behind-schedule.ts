import { targetColumn } from '../../list/target-list';
import { toSerial } from '../../plan/day';
import { divide } from '../../total/round';
import { doneOf, measuresOf, totalDataOf } from '../counted';
import type { WideRule } from '../rule';
import { rowState } from '../table';

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
  *judge(context, report) {
    const { plan } = context;
    const reported = plan.months.filter((month) => toSerial(month.reportBy) <= context.asOf).length;
    if (reported === 0) return;
    const due = divide(reported, plan.months.length);
    const data = totalDataOf(context);
    for (const list of ['1', '3']) {
      const table = context.tables.get(list);
      if (!table) continue;
      const explanations = table.texts('explanation');
      for (let row = 0; row < table.rowCount; row++) {
        const unit = table.unitKey(row);
        if (table.state[row] === rowState.empty || unit === null || explanations(row) !== '') continue;
        const behind: { column: string; rate: number }[] = [];
        for (const measure of measuresOf(table)) {
          const target = plan.measures.find((each) => each.key === measure)?.units[unit];
          const done = doneOf(table, row, measure, data);
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

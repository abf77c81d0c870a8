import { targetColumn } from '../../list/target-list';
import { subtract } from '../../total/round';
import { ledgerColumns, makeDoneOf, measuresOf } from '../counted';
import type { WideRule } from '../rule';
import { rowState } from '../table';

/**
 * The reserve falls short of its targets: one hint per unit, with every measure. Undecided while ledger A has nothing
 * of the unit, and for 城区 in its own workbook while 市本级's part was not issued with it.
 */
export const reserveShort: WideRule = {
  scope: 'list',
  code: 'list/reserve-short',
  severity: 'info',
  source: '二(二), 三(一)3',
  lists: ['2', 'A'],
  reads: (plan) => ({ 2: 'all', A: ledgerColumns(plan, 'A') }),
  *judge(context, report) {
    const table = context.tables.get('2');
    if (!table || !context.tables.has('A')) return report.undecided({ list: '2', unit: null, reason: 'structure' });
    const doneOf = makeDoneOf(context, 'A');
    for (let row = 0; row < table.rowCount; row++) {
      const unit = table.unitKey(row);
      if (table.state[row] === rowState.empty || unit === null) continue;
      const short: { column: string; gap: number }[] = [];
      for (const measure of measuresOf(table)) {
        const target = context.plan.measures.find((each) => each.key === measure)!.units[unit];
        if (target === undefined) continue;
        const done = doneOf(table, row, measure);
        yield;
        if (done === null) report.undecided({ list: '2', unit, reason: 'waiting' });
        else if (subtract(done, target) < 0) short.push({ column: targetColumn(measure, 'gap'), gap: subtract(target, done) });
      }
      if (short.length === 0) continue;
      report.fail({ list: '2', unit, row, columns: short.map(({ column }) => column), params: { gaps: short.map(({ gap }) => gap) } });
    }
  },
};

import { endOfMonth, toSerial } from '../../plan/day';
import { targetOf } from '../../plan/measure';
import type { Plan, Unit } from '../../plan/plan';
import { investmentMeasures } from '../list-1';
import { targetColumn } from '../target-list';
import type { SampleRow } from './project';
import type { Random } from './random';

/** Months that are over by 统计截止日, each about a third of the target; the parts stay below the whole, whatever their targets. */
export function sampleList1(plan: Plan, units: readonly Unit[], asOf: number, random: Random): SampleRow[] {
  return units.map((unit) => {
    const row: SampleRow = { explanation: '示例说明：按月度计划推进，年底前可以完成。' };
    for (const month of plan.months) {
      if (endOfMonth(toSerial(month.month)) > asOf) continue;
      const share = 0.28 + random.next() * 0.08;
      let whole = Number.POSITIVE_INFINITY;
      investmentMeasures.forEach((key, at) => {
        const target = targetOf(plan, key, unit.key) ?? 0;
        const own = at === 0 ? share : share * (0.9 + random.next() * 0.09);
        const done = Math.min(whole, Math.round(target * own * 100) / 100);
        if (at === 0) whole = done;
        row[targetColumn(key, month.key)] = done;
      });
    }
    return row;
  });
}

import { targetColumn } from '../../list/target-list';
import type { MeasureKey } from '../../plan/plan';
import { sumMoney } from '../money';
import type { RowRule } from '../rule';

const whole: MeasureKey = 'fixedAssetInvestment';
const parts: readonly MeasureKey[] = ['industrialInvestment', 'privateInvestment'];
const decimals = 4;

/**
 * 产业项目投资 or 民间投资 to date is more than 固定资产投资. The two overlap, so their sum is no rule: the notice's own
 * exceed the whole. Undecided where nothing is entered of a part, or a
 * month has the part and not the whole.
 */
export const partExceedsWhole: RowRule = {
  scope: 'row',
  code: 'row/part-exceeds-whole',
  severity: 'error',
  source: '二(一)',
  lists: ['1'],
  needs: (list) => list.columns.filter((column) => column.role === 'entry' && column.measure).map((column) => column.key),
  judge(table, { plan }) {
    const monthsOf = (measure: MeasureKey) => plan.months.map(({ key }) => table.numbers(targetColumn(measure, key)));
    const wholes = monthsOf(whole);
    const ofParts = parts.map((part) => ({ part, months: monthsOf(part) }));
    const sum = (months: readonly ((row: number) => number | null)[], row: number) => sumMoney(months.map((month) => month(row) ?? 0), decimals);
    const isComparable = (months: readonly ((row: number) => number | null)[], row: number) =>
      months.some((month) => month(row) !== null) && months.every((month, index) => month(row) === null || wholes[index]?.(row) !== null);
    const exceeding = (row: number) =>
      ofParts.filter(({ months }) => isComparable(months, row) && sum(months, row) > sum(wholes, row));
    return {
      verdict(row) {
        if (exceeding(row).length > 0) return 'error';
        return ofParts.every(({ months }) => isComparable(months, row)) ? null : 'undecided';
      },
      detail(row) {
        const found = exceeding(row);
        return {
          columns: [...found.map(({ part }) => targetColumn(part, 'done')), targetColumn(whole, 'done')],
          params: { parts: found.map(({ months }) => sum(months, row)), whole: sum(wholes, row) },
        };
      },
    };
  },
};

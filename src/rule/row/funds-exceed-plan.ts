import { compareMoney } from '../money';
import type { RowRule } from '../rule';

const decimals = 4;

/** More money arrived than is planned, or money on a row that is no fixed-asset project. */
export const fundsExceedPlan: RowRule = {
  scope: 'row',
  code: 'row/funds-exceed-plan',
  severity: 'error',
  source: '二(五)',
  lists: ['B'],
  needs: () => ['arrivedFunds', 'plannedInvestment', 'isFixedAsset'],
  judge(table) {
    const funds = table.numbers('arrivedFunds');
    const plans = table.numbers('plannedInvestment');
    const fixed = table.choices('isFixedAsset');
    const exceeds = (row: number) => compareMoney(funds(row) ?? 0, plans(row) ?? 0, decimals) > 0;
    return {
      verdict(row) {
        if ((funds(row) ?? 0) <= 0) return null;
        if (fixed(row) === 'no' || (plans(row) !== null && exceeds(row))) return 'error';
        return plans(row) === null || fixed(row) === null ? 'undecided' : null;
      },
      detail: (row) =>
        fixed(row) === 'no'
          ? { columns: ['arrivedFunds', 'isFixedAsset'], params: { seen: funds(row), limit: null } }
          : { columns: ['arrivedFunds', 'plannedInvestment'], params: { seen: funds(row), limit: plans(row) } },
    };
  },
};

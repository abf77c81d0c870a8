import type { RowRule } from '../rule';

const excusing = ['belowMinimum', 'outOfScope'];

/** A project too small for fixed-asset statistics, and 未入统原因 does not say so. */
export const belowStatisticsThreshold: RowRule = {
  scope: 'row',
  code: 'row/below-statistics-threshold',
  severity: 'warning',
  source: '固定资产投资统计制度',
  lists: ['6'],
  needs: () => ['totalInvestment', 'statisticsReason'],
  judge(table, { plan }) {
    const totals = table.numbers('totalInvestment');
    const reasons = table.choices('statisticsReason');
    const limit = plan.thresholds.statisticsMinimum;
    return {
      verdict(row) {
        const total = totals(row);
        if (total === null) return 'undecided';
        return total < limit && !excusing.includes(reasons(row) ?? '') ? 'warning' : null;
      },
      detail: (row) => ({ columns: ['totalInvestment', 'statisticsReason'], params: { seen: totals(row), limit } }),
    };
  },
};

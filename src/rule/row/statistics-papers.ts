import type { RowRule } from '../rule';

const papers = ['approvalFile', 'contract', 'photo'];

/** Entered into statistics though a paper that statistics ask for is 否. Undecided where one is not said. */
export const statisticsPapers: RowRule = {
  scope: 'row',
  code: 'row/statistics-papers',
  severity: 'warning',
  source: '三(四)3',
  lists: ['6'],
  needs: () => ['statisticsState', ...papers],
  judge(table) {
    const states = table.choices('statisticsState');
    const columns = papers.map((key) => ({ key, choice: table.choices(key) }));
    return {
      verdict(row) {
        const state = states(row);
        if (state === null) return 'undecided';
        if (state !== 'registered') return null;
        if (columns.some(({ choice }) => choice(row) === 'no')) return 'warning';
        return columns.some(({ choice }) => choice(row) === null) ? 'undecided' : null;
      },
      detail: (row) => ({ columns: columns.filter(({ choice }) => choice(row) === 'no').map(({ key }) => key), params: {} }),
    };
  },
};

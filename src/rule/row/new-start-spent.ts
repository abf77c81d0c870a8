import type { RowRule } from '../rule';

/** A project that is to start next year has already spent money. */
export const newStartSpent: RowRule = {
  scope: 'row',
  code: 'row/new-start-spent',
  severity: 'error',
  source: '二(二)',
  lists: ['A'],
  needs: () => ['startKind', 'doneByYearEnd'],
  judge(table) {
    const kinds = table.choices('startKind');
    const spent = table.numbers('doneByYearEnd');
    return {
      verdict(row) {
        if ((spent(row) ?? 0) <= 0) return null;
        const kind = kinds(row);
        if (kind === null) return 'undecided';
        return kind === 'newStart' ? 'error' : null;
      },
      detail: (row) => ({ columns: ['doneByYearEnd', 'startKind'], params: { seen: spent(row) } }),
    };
  },
};

import type { RowRule } from '../rule';

/** A problem long unsolved is to be pressed by 13710督办. */
export const problemEscalation: RowRule = {
  scope: 'row',
  code: 'row/problem-escalation',
  severity: 'warning',
  source: '三(五)2',
  lists: ['8'],
  needs: () => ['grade', 'supervised13710'],
  judge(table) {
    const grades = table.choices('grade');
    const supervised = table.choices('supervised13710');
    return {
      verdict(row) {
        const grade = grades(row);
        if (grade === null) return 'undecided';
        if (grade !== 'lingering') return null;
        const pressed = supervised(row);
        if (pressed === null) return 'undecided';
        return pressed === 'no' ? 'warning' : null;
      },
      detail: () => ({ columns: ['supervised13710', 'grade'], params: {} }),
    };
  },
};

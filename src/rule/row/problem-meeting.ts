import { meansEmpty } from '../name';
import type { RowRule } from '../rule';

/** A major problem still open has no day on which it goes to the government's meeting. */
export const problemMeeting: RowRule = {
  scope: 'row',
  code: 'row/problem-meeting',
  severity: 'info',
  source: '三(五)2',
  lists: ['8'],
  needs: () => ['grade', 'problemState', 'meetingOn'],
  judge(table) {
    const grades = table.choices('grade');
    const states = table.choices('problemState');
    const meetings = table.texts('meetingOn');
    return {
      verdict(row) {
        const [grade, state] = [grades(row), states(row)];
        if (grade === null || state === null) return 'undecided';
        return grade === 'major' && state !== 'closed' && meansEmpty(meetings(row)) ? 'info' : null;
      },
      detail: () => ({ columns: ['meetingOn', 'grade'], params: {} }),
    };
  },
};

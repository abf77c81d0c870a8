import type { RowRule } from '../rule';

/** Pairs of days of which the first cannot lie after the second. */
const orders = [
  ['foundOn', 'assignedOn'],
  ['assignedOn', 'deadline'],
  ['foundOn', 'deadline'],
  ['assignedOn', 'closedOn'],
] as const;

/** The days of a problem are out of order. Undecided while one of 发现, 交办 and 办结时限 is missing. */
export const problemDates: RowRule = {
  scope: 'row',
  code: 'row/problem-dates',
  severity: 'error',
  source: '三(五)1',
  lists: ['8'],
  needs: () => ['foundOn', 'assignedOn', 'deadline', 'closedOn'],
  judge(table) {
    const days = {
      foundOn: table.days('foundOn'),
      assignedOn: table.days('assignedOn'),
      deadline: table.days('deadline'),
      closedOn: table.days('closedOn'),
    };
    const broken = (row: number) => orders.find(([first, second]) => (days[first](row) ?? -Infinity) > (days[second](row) ?? Infinity));
    return {
      verdict(row) {
        if (broken(row)) return 'error';
        return days.foundOn(row) === null || days.assignedOn(row) === null || days.deadline(row) === null ? 'undecided' : null;
      },
      detail(row) {
        const [first, second] = broken(row) ?? orders[0];
        return { columns: [second, first], params: { seen: days[second](row), limit: days[first](row) } };
      },
    };
  },
};

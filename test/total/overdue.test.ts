import { permitColumn } from '../../src/list/list-9';
import type { Value } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial as day } from '../../src/plan/day';
import { countOverdue, type OverdueKey } from '../../src/total/overdue';
import { computeBook } from './book';

type Cells = Readonly<Record<string, Value>>;

/** Overdue rows of 泽州县 among these, as of a day. */
function overdue(key: OverdueKey, list: string, rows: readonly Cells[], asOf = '2023-12-25'): Value {
  const book = computeBook({ [list]: rows.map((row) => ({ projectName: '甲', unit: '泽州县', ...row })) }, { asOf });
  return countOverdue(book, plan.units)[key].units[plan.units.findIndex(({ key: unit }) => unit === 'zezhou')]!;
}

describe('what is overdue', () => {
  it('start: 未开工 after 计划开工日期; not on the day itself, not 已开工, not 申请调出', () => {
    const row = (startState: string, plannedStart: string | null) => ({ startState, plannedStart: plannedStart === null ? null : day(plannedStart) });
    expect(overdue('start', '5', [row('未开工', '2023-12-24')])).toBe(1);
    expect(overdue('start', '5', [row('未开工', '2023-12-25'), row('未开工', null), row('已开工', '2023-12-01'), row('申请调出', '2023-12-01')])).toBe(0);
  });

  it('statistics: after the planned month has ended; January is over with February', () => {
    const row = (statisticsState: string, month: string) => ({ statisticsState, plannedStatisticsMonth: day(month) });
    expect(overdue('statistics', '6', [row('未报', '2023-11-01'), row('已报待审', '2023-11-30'), row('未报', '2023-12-01')])).toBe(2);
    expect(overdue('statistics', '6', [row('已入统', '2023-11-01'), row('申请调出', '2023-11-01')])).toBe(0);
    const winter = [row('未报', '2023-12-01'), row('未报', '2024-01-01'), row('未报', '2024-02-01')];
    expect(['2023-12-31', '2024-01-01', '2024-02-20', '2024-03-01'].map((asOf) => overdue('statistics', '6', winter, asOf))).toEqual([0, 1, 1, 3]);
  });

  it('permit: 办理时限 has passed with permits open; not where all are done, not 申请调出', () => {
    const all = (state: string) => Object.fromEntries(plan.permits.map(({ key }) => [permitColumn(key, 'state'), state]));
    const handleBy = day('2023-12-20');
    expect(overdue('permit', '9', [{ ...all('办理中'), handleBy }])).toBe(1);
    expect(overdue('permit', '9', [{ ...all('已办结'), handleBy }, { ...all('不涉及'), handleBy }, { ...all('办理中'), handleBy, withdraw: '是' }, { ...all('办理中'), handleBy: day('2023-12-25') }])).toBe(0);
  });

  it('problem: not 销号 after 办结时限, in any other state', () => {
    const row = (problemState: string, deadline: string | null) => ({ problemState, deadline: deadline === null ? null : day(deadline) });
    expect(overdue('problem', '8', [row('发现', '2023-12-01'), row('交办', '2023-12-24'), row('督办', '2023-12-24')])).toBe(3);
    expect(overdue('problem', '8', [row('销号', '2023-12-01'), row('交办', '2023-12-25'), row('交办', null), row('在办', '2023-12-01')])).toBe(0);
  });

  it('dispatch: longer ago than half a month', () => {
    expect(overdue('dispatch', '4', [{ dispatchedOn: day('2023-12-10') }])).toBe(0);
    expect(overdue('dispatch', '4', [{ dispatchedOn: day('2023-12-09') }, { dispatchedOn: null }])).toBe(1);
  });

  it('is — for a unit that has entered nothing, and counts each unit once in the total', () => {
    const late = { startState: '未开工', plannedStart: day('2023-12-01'), projectName: '甲' };
    const book = computeBook({ '5': [{ ...late, unit: '城区' }, { ...late, unit: '高平市' }, { ...late, unit: '高平市' }, { projectName: '乙', unit: '沁水县' }] });
    const { start, problem } = countOverdue(book, plan.units);
    expect(start.units).toEqual([1, '—', 2, '—', '—', '—', '—', '—']);
    expect([start.total, problem.total]).toEqual([3, '—']);
  });
});

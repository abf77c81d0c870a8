import { day, issuesOf, outcomeOf, type Row, type Workbook } from './fixture';

/** Rules on lists 4 to 7. */
const at = (asOf: string): Partial<Workbook> => ({ asOf });

describe('row/completed-exceeds-total', () => {
  const code = 'row/completed-exceeds-total';
  it('passes when completed is at most 总投资, to the last place of 万元', () => {
    expect(outcomeOf(code, '4', { yearDone: 100, totalInvestment: 100 })).toBe('passes');
    expect(outcomeOf(code, '6', { doneSinceStart: 100.004, totalInvestment: 100 })).toBe('passes');
  });
  it('reports when it is more', () => {
    expect(outcomeOf(code, '7', { yearDone: 100.01, totalInvestment: 100 })).toBe('warning');
    expect(issuesOf(code, { rows: { 6: [{ doneSinceStart: '200万', totalInvestment: 100 }] } })).toMatchObject([
      { columns: ['doneSinceStart', 'totalInvestment'], params: { seen: 200, limit: 100 } },
    ]);
  });
  it('is undecided when either is missing', () => {
    expect(outcomeOf(code, '6', { totalInvestment: 100 })).toBe('undecided');
    expect(outcomeOf(code, '4', { yearDone: 100 })).toBe('undecided');
  });
});

describe('row/annual-plan-exceeds-total', () => {
  const code = 'row/annual-plan-exceeds-total';
  it('passes when the plan is at most 总投资', () => expect(outcomeOf(code, '5', { yearPlan: 100, totalInvestment: 100 })).toBe('passes'));
  it('reports when it is more, on list 9 for next year', () => {
    expect(outcomeOf(code, '5', { yearPlan: 101, totalInvestment: 100 })).toBe('error');
    expect(outcomeOf(code, '9', { nextYearPlan: 101, totalInvestment: 100 })).toBe('error');
  });
  it('is undecided when either is missing', () => expect(outcomeOf(code, '5', { totalInvestment: 100 })).toBe('undecided'));
});

describe('row/future-actual', () => {
  const code = 'row/future-actual';
  it('passes when what happened did so by 统计截止日', () => {
    expect(outcomeOf(code, '5', { actualStart: day('2023-12-10') })).toBe('passes');
    expect(outcomeOf(code, '5', { plannedStart: day('2024-12-10') })).toBe('passes');
  });
  it('reports when an actual date lies after it, one issue for the row', () => {
    const rows = { 5: [{ actualStart: day('2023-12-11'), statisticsOn: day('2024-01-11') }] };
    expect(issuesOf(code, { rows })).toMatchObject([{ severity: 'error', columns: ['actualStart', 'statisticsOn'] }]);
    expect(outcomeOf(code, '4', { dispatchedOn: day('2023-12-11') })).toBe('error');
    expect(outcomeOf(code, 'B', { signedOn: day('2023-12-11') })).toBe('error');
  });
  it('judges the same row by another 统计截止日 otherwise', () => {
    const row = { actualStart: day('2023-12-20') };
    expect(['2023-11-20', '2023-12-25', '2024-03-31'].map((asOf) => outcomeOf(code, '5', row, at(asOf)))).toEqual(['error', 'passes', 'passes']);
  });
  it('is undecided when a date cannot be read', () => expect(outcomeOf(code, '5', { actualStart: '年底' })).toBe('undecided'));
});

describe('row/start-state', () => {
  const code = 'row/start-state';
  it('passes when state and date agree', () => {
    expect(outcomeOf(code, '5', { startState: '已开工', actualStart: day('2023-12-01') })).toBe('passes');
    expect(outcomeOf(code, '5', { startState: '未开工' })).toBe('passes');
    expect(outcomeOf(code, '5', { startState: '申请调出', actualStart: day('2023-12-01') })).toBe('passes');
  });
  it('reports when they do not', () => {
    expect(outcomeOf(code, '5', { startState: '已开工' })).toBe('error');
    expect(outcomeOf(code, '5', { startState: '未开工', actualStart: day('2023-12-01') })).toBe('error');
  });
  it('takes a stroke for no date', () => {
    expect(outcomeOf(code, '5', { startState: '未开工', actualStart: '—' })).toBe('passes');
    expect(outcomeOf(code, '5', { startState: '已开工', actualStart: '/' })).toBe('error');
  });
  it('is undecided when there is no state', () => expect(outcomeOf(code, '5', { actualStart: day('2023-12-01') })).toBe('undecided'));
});

describe('row/start-late', () => {
  const code = 'row/start-late';
  it('passes when the start is planned by mid-December, or was made in time', () => {
    expect(outcomeOf(code, '5', { startState: '未开工', plannedStart: day('2023-12-20') })).toBe('passes');
    expect(outcomeOf(code, '5', { startState: '已开工', plannedStart: day('2023-12-25'), actualStart: day('2023-12-05') })).toBe('passes');
    expect(outcomeOf(code, '5', { startState: '申请调出', plannedStart: day('2024-05-01') })).toBe('passes');
  });
  it('reports when it is planned later, or the planned day has passed', () => {
    expect(outcomeOf(code, '5', { startState: '未开工', plannedStart: day('2023-12-21') })).toBe('warning');
    const rows = { 5: [{ startState: '未开工', plannedStart: day('2023-12-09') }] };
    expect(issuesOf(code, { rows })).toMatchObject([{ params: { passed: true } }]);
    expect(issuesOf(code, { rows, asOf: '2023-12-09' })).toEqual([]);
  });
  it('is undecided when the planned day is missing', () => expect(outcomeOf(code, '5', { startState: '未开工' })).toBe('undecided'));
});

describe('row/below-statistics-threshold', () => {
  const code = 'row/below-statistics-threshold';
  it('passes from 500 on, or where the reason says so', () => {
    expect(outcomeOf(code, '6', { totalInvestment: 500 })).toBe('passes');
    expect(outcomeOf(code, '6', { totalInvestment: 499, statisticsReason: '不足500万元' })).toBe('passes');
    expect(outcomeOf(code, '6', { totalInvestment: 499, statisticsReason: '不属统计范围' })).toBe('passes');
  });
  it('reports below', () => expect(outcomeOf(code, '6', { totalInvestment: 499.99, statisticsReason: '其他' })).toBe('warning'));
  it('is undecided when 总投资 is missing', () => expect(outcomeOf(code, '6', {})).toBe('undecided'));
});

describe('row/statistics-state', () => {
  const code = 'row/statistics-state';
  it('passes when state and date agree', () => {
    expect(outcomeOf(code, '6', { statisticsState: '已入统', statisticsOn: day('2023-12-01') })).toBe('passes');
    expect(outcomeOf(code, '6', { statisticsState: '未报' })).toBe('passes');
    expect(outcomeOf(code, '5', { startState: '已开工', statisticsOn: day('2023-12-01') })).toBe('passes');
  });
  it('reports when they do not', () => {
    expect(outcomeOf(code, '6', { statisticsState: '已入统' })).toBe('error');
    expect(outcomeOf(code, '6', { statisticsState: '已报待审', statisticsOn: day('2023-12-01') })).toBe('error');
    expect(outcomeOf(code, '5', { startState: '未开工', statisticsOn: day('2023-12-01') })).toBe('error');
  });
  it('takes a stroke for no date, and leaves a project that asks to be taken off its date', () => {
    expect(outcomeOf(code, '6', { statisticsState: '已入统', statisticsOn: '—' })).toBe('error');
    expect(outcomeOf(code, '6', { statisticsState: '未报', statisticsOn: '无' })).toBe('passes');
    expect(outcomeOf(code, '6', { statisticsState: '申请调出', statisticsOn: day('2023-12-01') })).toBe('passes');
  });
  it('is undecided when there is no state', () => expect(outcomeOf(code, '6', { statisticsOn: day('2023-12-01') })).toBe('undecided'));
});

describe('row/statistics-papers', () => {
  const code = 'row/statistics-papers';
  const papers: Row = { statisticsState: '已入统', approvalFile: '是', contract: '是', photo: '是' };
  it('passes when all papers are there, or it is not 已入统', () => {
    expect(outcomeOf(code, '6', papers)).toBe('passes');
    expect(outcomeOf(code, '6', { ...papers, photo: '否', statisticsState: '未报' })).toBe('passes');
  });
  it('reports the papers that are not', () => {
    expect(issuesOf(code, { rows: { 6: [{ ...papers, contract: '否', photo: '无' }] } })).toMatchObject([{ severity: 'warning', columns: ['contract', 'photo'] }]);
  });
  it('is undecided when it is not said', () => expect(outcomeOf(code, '6', { ...papers, photo: null })).toBe('undecided'));
});

describe('row/statistics-overdue', () => {
  const code = 'row/statistics-overdue';
  const row = (month: string, state = '未报'): Row => ({ statisticsState: state, plannedStatisticsMonth: day(month) });
  it('passes until the end of the planned month, or once it is 已入统', () => {
    expect(outcomeOf(code, '6', row('2023-11-01'), at('2023-11-30'))).toBe('passes');
    expect(outcomeOf(code, '6', row('2023-11-01', '已入统'), at('2023-12-25'))).toBe('passes');
  });
  it('reports after it; January is a hint', () => {
    expect(outcomeOf(code, '6', row('2023-11-01', '已报待审'), at('2023-12-01'))).toBe('warning');
    expect(outcomeOf(code, '6', row('2024-01-01'), at('2024-02-01'))).toBe('info');
  });
  it('is undecided when the month is missing', () => expect(outcomeOf(code, '6', { statisticsState: '未报' })).toBe('undecided'));
});

describe('row/not-behind', () => {
  const code = 'row/not-behind';
  it('passes when the project is behind', () => expect(outcomeOf(code, '7', { yearPlan: 100, yearDone: 93 })).toBe('passes'));
  it('reports when it is not: 344 days of 365 by 2023-12-10', () => {
    expect(outcomeOf(code, '7', { yearPlan: 365, yearDone: 344 })).toBe('info');
    expect(outcomeOf(code, '7', { yearPlan: 365, yearDone: 343.9 })).toBe('passes');
    expect(outcomeOf(code, '7', { yearPlan: 100, yearDone: 100 }, at('2024-01-31'))).toBe('info');
  });
  it('is undecided when the plan is missing or 0', () => {
    expect(outcomeOf(code, '7', { yearDone: 1 })).toBe('undecided');
    expect(outcomeOf(code, '7', { yearPlan: 0, yearDone: 1 })).toBe('undecided');
  });
});

describe('row/catch-up-late', () => {
  const code = 'row/catch-up-late';
  it('passes by the campaign’s last day', () => expect(outcomeOf(code, '7', { catchUpOn: day('2024-02-20') })).toBe('passes'));
  it('reports after it', () => expect(outcomeOf(code, '7', { catchUpOn: day('2024-02-21') })).toBe('warning'));
  it('is undecided when the date is missing', () => expect(outcomeOf(code, '7', {})).toBe('undecided'));
});

describe('row/dispatch-overdue', () => {
  const code = 'row/dispatch-overdue';
  it('passes within 15 days', () => expect(outcomeOf(code, '4', { dispatchedOn: day('2023-11-25') })).toBe('passes'));
  it('reports after 16', () => expect(outcomeOf(code, '4', { dispatchedOn: day('2023-11-24') })).toBe('warning'));
  it('is undecided when the date is missing', () => expect(outcomeOf(code, '4', {})).toBe('undecided'));
});

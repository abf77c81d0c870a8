import { day, issuesOf, outcomeOf, plan, type Row } from './fixture';

/** Rules on list 9, as of 2023-12-10. */
const on = (code: string, cells: Row) => outcomeOf(code, '9', cells);
const columnsOf = (code: string, cells: Row) => issuesOf(code, { rows: { 9: [cells] } }).map((issue) => issue.columns);

/** Every permit 已办结 on the same day. */
const allDone: Row = Object.fromEntries(
  plan.permits.flatMap((permit) => [
    [`${permit.key}.state`, '已办结'],
    [`${permit.key}.date`, day('2023-11-01')],
  ]),
);

describe('row/q1-start', () => {
  const code = 'row/q1-start';
  it('passes within the first quarter, or when taken off the list', () => {
    expect(on(code, { plannedStart: day('2024-01-01') })).toBe('passes');
    expect(on(code, { plannedStart: day('2024-03-31') })).toBe('passes');
    expect(on(code, { plannedStart: day('2024-04-01'), withdraw: '是' })).toBe('passes');
  });
  it('reports outside', () => {
    expect(on(code, { plannedStart: day('2023-12-31') })).toBe('warning');
    expect(on(code, { plannedStart: day('2024-04-01') })).toBe('warning');
  });
  it('is undecided when the date is missing', () => expect(on(code, {})).toBe('undecided'));
});

describe('row/permit-date', () => {
  const code = 'row/permit-date';
  it('passes when every 已办结 is dated to 统计截止日', () => expect(on(code, allDone)).toBe('passes'));
  it('reports the ones without a date and the ones with a later one, in one issue', () => {
    const cells = { ...allDone, 'energy.date': null, 'relics.date': day('2023-12-11') };
    expect(columnsOf(code, cells)).toEqual([['energy.date', 'relics.date']]);
    expect(on(code, cells)).toBe('error');
    expect(columnsOf(code, { ...allDone, 'energy.date': '—' })).toEqual([['energy.date']]);
  });
  it('is undecided when no state is given', () => expect(on(code, {})).toBe('undecided'));
});

describe('row/permit-undated', () => {
  const code = 'row/permit-undated';
  it('passes when permits to come are dated; 承诺制 and 不涉及 need no date', () => {
    expect(on(code, { 'energy.state': '办理中', 'energy.date': day('2024-01-15'), 'relics.state': '承诺制', 'safety.state': '不涉及' })).toBe('passes');
  });
  it('hints at those without', () => {
    const cells = { 'energy.state': '办理中', 'relics.state': '未启动', 'safety.state': '容缺受理' };
    expect(on(code, cells)).toBe('info');
    expect(columnsOf(code, cells)).toEqual([['energy.date', 'relics.date', 'safety.date']]);
    expect(columnsOf(code, { 'energy.state': '办理中', 'energy.date': '/' })).toEqual([['energy.date']]);
  });
  it('is undecided when no state is given', () => expect(on(code, {})).toBe('undecided'));
});

describe('row/permit-late', () => {
  const code = 'row/permit-late';
  const start = { plannedStart: day('2024-02-01') };
  it('passes when permits come by the day of the start', () => {
    expect(on(code, { ...start, 'energy.state': '办理中', 'energy.date': day('2024-02-01') })).toBe('passes');
    expect(on(code, { ...start, 'energy.state': '已办结', 'energy.date': day('2024-03-01') })).toBe('passes');
  });
  it('reports those after it', () => {
    expect(columnsOf(code, { ...start, 'energy.state': '未启动', 'energy.date': day('2024-02-02') })).toEqual([['energy.date', 'plannedStart']]);
  });
  it('is undecided when the start is not dated', () => expect(on(code, { 'energy.state': '未启动', 'energy.date': day('2024-02-02') })).toBe('undecided'));
});

describe('row/permit-order', () => {
  const code = 'row/permit-order';
  it('passes when what must come first did, on the same day too', () => {
    expect(on(code, allDone)).toBe('passes');
    expect(on(code, { ...allDone, 'approval.state': '承诺制', 'landPreReview.state': '不涉及', 'landPreReview.date': null })).toBe('passes');
  });
  it('reports a permit granted while an earlier one is open', () => {
    expect(columnsOf(code, { ...allDone, 'drawingReview.state': '办理中' })).toEqual([['construction.state', 'drawingReview.state']]);
    expect(on(code, { ...allDone, 'approval.state': '未启动' })).toBe('warning');
  });
  it('reports a permit dated before one that must come first', () => {
    expect(columnsOf(code, { ...allDone, 'drawingReview.date': day('2023-11-02') })).toEqual([['construction.date', 'drawingReview.date']]);
  });
  it('is undecided when one that must come first has no state', () => expect(on(code, { ...allDone, 'tender.state': null })).toBe('undecided'));
});

describe('row/policy-barrier', () => {
  const code = 'row/policy-barrier';
  it('passes when there is none, or the batch is a later one', () => {
    expect(on(code, { pushBatch: '第一批', policyBarrier: '无' })).toBe('passes');
    expect(on(code, { pushBatch: '第二批', policyBarrier: '永久基本农田' })).toBe('passes');
  });
  it('reports one in the first batch', () => expect(on(code, { pushBatch: '第一批', policyBarrier: '永久基本农田' })).toBe('warning'));
  it('is undecided when it is not said', () => expect(on(code, { pushBatch: '第一批' })).toBe('undecided'));
});

describe('row/started-unpermitted', () => {
  const code = 'row/started-unpermitted';
  const started = { ...allDone, actualStart: day('2023-12-01') };
  it('passes when 施工许可 and 环评 are granted, or nothing was started', () => {
    expect(on(code, started)).toBe('passes');
    expect(on(code, { 'construction.state': '办理中' })).toBe('passes');
    expect(on(code, { 'construction.state': '办理中', actualStart: '—' })).toBe('passes');
  });
  it('reports when one is not', () => {
    expect(columnsOf(code, { ...started, 'construction.state': '办理中' })).toEqual([['actualStart', 'construction.state']]);
    expect(on(code, { ...started, 'environment.state': '未启动' })).toBe('warning');
  });
  it('is undecided when it is not said', () => expect(on(code, { ...started, 'environment.state': null })).toBe('undecided'));
});

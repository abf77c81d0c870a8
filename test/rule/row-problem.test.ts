import { day, issuesOf, outcomeOf, type Row } from './fixture';

/** Rules on list 8, as of 2023-12-10. */
const on = (code: string, cells: Row, asOf?: string) => outcomeOf(code, '8', cells, asOf ? { asOf } : {});

describe('row/problem-dates', () => {
  const code = 'row/problem-dates';
  const dates: Row = { foundOn: day('2023-11-01'), assignedOn: day('2023-11-05'), deadline: day('2023-12-31') };
  it('passes when 发现 ≤ 交办 ≤ 办结时限 and 交办 ≤ 销号', () => {
    expect(on(code, dates)).toBe('passes');
    expect(on(code, { ...dates, closedOn: day('2023-11-05') })).toBe('passes');
  });
  it('reports each break of that order, at the later of the two', () => {
    expect(issuesOf(code, { rows: { 8: [{ ...dates, assignedOn: day('2023-10-31') }] } })).toMatchObject([{ severity: 'error', columns: ['assignedOn', 'foundOn'] }]);
    expect(issuesOf(code, { rows: { 8: [{ ...dates, deadline: day('2023-11-04') }] } })).toMatchObject([{ columns: ['deadline', 'assignedOn'] }]);
    expect(issuesOf(code, { rows: { 8: [{ ...dates, assignedOn: null, deadline: day('2023-10-30') }] } })).toMatchObject([{ columns: ['deadline', 'foundOn'] }]);
    expect(issuesOf(code, { rows: { 8: [{ ...dates, closedOn: day('2023-11-04') }] } })).toMatchObject([{ columns: ['closedOn', 'assignedOn'] }]);
  });
  it('is undecided when one of them is missing', () => expect(on(code, { ...dates, assignedOn: null })).toBe('undecided'));
});

describe('row/problem-state', () => {
  const code = 'row/problem-state';
  it('passes when the state says what its fields say', () => {
    expect(on(code, { problemState: '发现' })).toBe('passes');
    expect(on(code, { problemState: '督办', assignedOn: day('2023-11-05') })).toBe('passes');
    expect(on(code, { problemState: '销号', closedOn: day('2023-12-05'), closedBasis: '批复' })).toBe('passes');
  });
  it('reports when it says more, or 销号日期 is filled under another state', () => {
    expect(on(code, { problemState: '交办' })).toBe('error');
    expect(issuesOf(code, { rows: { 8: [{ problemState: '销号' }] } })).toMatchObject([{ columns: ['closedOn', 'closedBasis', 'problemState'] }]);
    expect(issuesOf(code, { rows: { 8: [{ problemState: '发现', closedOn: day('2023-12-05') }] } })).toMatchObject([{ columns: ['closedOn', 'problemState'] }]);
  });
  it('takes 无 and strokes for empty', () => {
    const closed = { problemState: '销号', closedOn: day('2023-12-05') };
    expect(issuesOf(code, { rows: { 8: [{ ...closed, closedBasis: '无' }] } })).toMatchObject([{ columns: ['closedBasis', 'problemState'] }]);
    expect(on(code, { ...closed, closedOn: '—', closedBasis: '批复' })).toBe('error');
    expect(on(code, { problemState: '发现', closedOn: '/' })).toBe('passes');
  });
  it('is undecided when there is no state', () => expect(on(code, { closedOn: day('2023-12-05') })).toBe('undecided'));
});

describe('row/problem-deadline', () => {
  const code = 'row/problem-deadline';
  it('passes by the campaign’s end', () => expect(on(code, { deadline: day('2024-02-20') })).toBe('passes'));
  it('reports after it', () => expect(on(code, { deadline: day('2024-02-21') })).toBe('warning'));
  it('is undecided when there is no deadline', () => expect(on(code, {})).toBe('undecided'));
});

describe('row/problem-overdue', () => {
  const code = 'row/problem-overdue';
  const row = { problemState: '交办', deadline: day('2023-12-10') };
  it('passes on the last day, or once 销号', () => {
    expect(on(code, row)).toBe('passes');
    expect(on(code, { ...row, problemState: '销号' }, '2024-01-01')).toBe('passes');
  });
  it('reports the day after', () => expect(on(code, row, '2023-12-11')).toBe('warning'));
  it('is undecided when state or deadline is missing', () => {
    expect(on(code, { problemState: '交办' })).toBe('undecided');
    expect(on(code, { deadline: day('2023-12-01') })).toBe('undecided');
  });
});

describe('row/problem-overdue-unexplained', () => {
  const code = 'row/problem-overdue-unexplained';
  const row = { problemState: '交办', deadline: day('2023-12-09') };
  it('passes when the reason is given', () => expect(on(code, { ...row, unclosedReason: '资金未到' })).toBe('passes'));
  it('reports when it is empty, or says 无', () => {
    expect(on(code, row)).toBe('error');
    expect(on(code, { ...row, unclosedReason: '无' })).toBe('error');
  });
  it('is undecided when the deadline is missing', () => expect(on(code, { problemState: '交办' })).toBe('undecided'));
});

describe('row/problem-escalation', () => {
  const code = 'row/problem-escalation';
  it('passes when a long-unsolved problem is pressed, or it is another', () => {
    expect(on(code, { grade: '久拖不决', supervised13710: '是' })).toBe('passes');
    expect(on(code, { grade: '一般', supervised13710: '否' })).toBe('passes');
  });
  it('reports when it is not', () => expect(on(code, { grade: '久拖不决', supervised13710: '否' })).toBe('warning'));
  it('is undecided when either is missing', () => {
    expect(on(code, { grade: '久拖不决' })).toBe('undecided');
    expect(on(code, { supervised13710: '否' })).toBe('undecided');
  });
});

describe('row/problem-meeting', () => {
  const code = 'row/problem-meeting';
  const row = { grade: '重大', problemState: '交办' };
  it('passes when the meeting is dated, or the problem closed', () => {
    expect(on(code, { ...row, meetingOn: day('2023-12-20') })).toBe('passes');
    expect(on(code, { ...row, problemState: '销号' })).toBe('passes');
  });
  it('hints when it is not, or holds a stroke', () => {
    expect(on(code, row)).toBe('info');
    expect(on(code, { ...row, meetingOn: '—' })).toBe('info');
  });
  it('is undecided when the grade is missing', () => expect(on(code, { problemState: '交办' })).toBe('undecided'));
});

describe('row/13710-overdue', () => {
  const code = 'row/13710-overdue';
  const row = { supervised13710: '是', problemState: '督办', grade: '一般', assignedOn: day('2023-12-03') };
  it('passes within 7 days for ordinary matters, a month for others', () => {
    expect(on(code, row)).toBe('passes');
    expect(on(code, { ...row, grade: '重大', assignedOn: day('2023-11-10') })).toBe('passes');
    expect(on(code, { ...row, supervised13710: '否' }, '2024-03-31')).toBe('passes');
  });
  it('hints after that', () => {
    expect(on(code, row, '2023-12-11')).toBe('info');
    expect(on(code, { ...row, grade: '重大', assignedOn: day('2023-11-09') })).toBe('info');
  });
  it('is undecided when 交办日期 is missing', () => expect(on(code, { ...row, assignedOn: null })).toBe('undecided'));
});

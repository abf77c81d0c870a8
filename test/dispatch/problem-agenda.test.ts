import { readProblemAgenda, type ProblemAgenda } from '../../src/dispatch/problem-agenda';
import { day, entriesOf, lists, plan, type Row, type Workbook } from '../rule/fixture';

/** A problem handed over on 2023-11-05 and due on the last day of the year. */
const open: Row = {
  identity: '8-1',
  problemNumber: 'Q2-001',
  projectName: '车寨煤矿',
  unit: '泽州县',
  description: '土地手续没有办结',
  grade: '一般',
  foundOn: day('2023-11-01'),
  assignedOn: day('2023-11-05'),
  department: '市规划和自然资源局',
  deadline: day('2023-12-31'),
  supervised13710: '否',
  problemState: '交办',
};

const read = (rows: readonly Row[], workbook: Partial<Workbook> = {}) =>
  readProblemAgenda(entriesOf({ asOf: '2023-12-25', ...workbook, rows: { 8: rows } }), plan, lists);
const agendaOf = (...rows: readonly Row[]): ProblemAgenda => read(rows)!;
const only = (row: Row) => agendaOf(row).departments[0]!.problems[0]!;

describe('the problems of list 8 as of 统计截止日', () => {
  it('are counted by where they stand; those that are 销号 are listed no more', () => {
    const agenda = agendaOf({ ...open, problemState: '发现' }, open, { ...open, problemState: '已督办' }, { ...open, problemState: '销号' }, { ...open, problemState: '处理中' });
    expect(agenda.stages).toEqual({ found: 1, assigned: 1, supervised: 1, closed: 1 });
    expect(agenda.unstaged).toBe(1);
    expect(agenda.departments.flatMap(({ problems }) => problems).map(({ stage }) => stage)).toEqual(['found', 'assigned', 'supervised', null]);
  });

  it('are due this week from 统计截止日 through the six days after it, and overdue by days from the day after the limit', () => {
    expect(agendaOf(open).week).toEqual({ from: day('2023-12-25'), to: day('2023-12-31') });
    const dueOn = (limit: string) => only({ ...open, deadline: day(limit) });
    expect(dueOn('2023-12-24')).toMatchObject({ daysLeft: -1, concerns: ['overdue'] });
    expect(dueOn('2023-12-25')).toMatchObject({ daysLeft: 0, concerns: ['week'] });
    expect(dueOn('2023-12-31')).toMatchObject({ daysLeft: 6, concerns: ['week'] });
    expect(dueOn('2024-01-01')).toMatchObject({ daysLeft: 7, concerns: [] });
    expect(only({ ...open, deadline: null })).toMatchObject({ deadline: null, daysLeft: null, concerns: [] });
  });

  it('must go to 13710 when long unsolved and not pressed yet, also where nobody said', () => {
    const lingering = { ...open, deadline: day('2024-02-01'), grade: '久拖不决' };
    expect(only(lingering).concerns).toEqual(['escalate']);
    expect(only({ ...lingering, supervised13710: null }).concerns).toEqual(['escalate']);
    expect(only({ ...lingering, supervised13710: '是', assignedOn: day('2023-12-20') }).concerns).toEqual([]);
  });

  it('are late by 13710 seven days after 交办 when ordinary, a month after it when not', () => {
    const pressed = { ...open, deadline: day('2024-02-01'), supervised13710: '是' };
    expect(only({ ...pressed, assignedOn: day('2023-12-18') })).toMatchObject({ pressedDays: null, concerns: [] });
    expect(only({ ...pressed, assignedOn: day('2023-12-15') })).toMatchObject({ pressedDays: 3, concerns: ['pressed'] });
    expect(only({ ...pressed, grade: '久拖不决', assignedOn: day('2023-11-24') })).toMatchObject({ pressedDays: 1, concerns: ['pressed'] });
  });

  it('are to be put before the meeting when major and without its date', () => {
    const major = { ...open, deadline: day('2024-02-01'), grade: '重大' };
    expect(only(major).concerns).toEqual(['meeting']);
    expect(only({ ...major, meetingOn: day('2023-12-28') }).concerns).toEqual([]);
  });

  it('stand under their 责任部门 however it is written, or under none, most overdue first', () => {
    const agenda = agendaOf(
      { ...open, department: '市财政局', deadline: day('2024-02-01') },
      { ...open, department: null },
      open,
      { ...open, department: '市规划和 自然资源局', deadline: day('2023-12-01') },
      { ...open, department: '暂无' },
    );
    expect(agenda.departments.map(({ department, problems }) => [department, problems.map(({ row }) => row)])).toEqual([
      ['市规划和自然资源局', [3, 2]],
      ['', [1, 4]],
      ['市财政局', [0]],
    ]);
    expect(agenda.counts).toEqual({ overdue: 1, week: 3, escalate: 0, pressed: 0, meeting: 0 });
  });

  it('are those of one unit where one is asked for', () => {
    const entries = entriesOf({ asOf: '2023-12-25', rows: { 8: [open, { ...open, unit: '高平' }, { ...open, unit: null, problemState: '销号' }] } });
    const own = readProblemAgenda(entries, plan, lists, 'gaoping')!;
    expect(own.departments.flatMap(({ problems }) => problems.map(({ row }) => row))).toEqual([1]);
    expect([own.stages.assigned, own.stages.closed, own.counts.week]).toEqual([1, 0, 1]);
  });

  it('are read in a unit’s workbook too, and are none where the sheet is gone', () => {
    const unit = read([{ ...open, unit: null }], { scope: { kind: 'unit', unit: 'zezhou' } });
    expect(unit?.departments[0]?.problems[0]).toMatchObject({ unit: 'zezhou', number: 'Q2-001', row: 0 });
    expect(read([], { findings: [{ kind: 'sheetMissing', list: '8' }] })).toBeNull();
    expect(read([])).toMatchObject({ departments: [], stages: { found: 0, closed: 0 } });
  });
});

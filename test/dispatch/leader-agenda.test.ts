import { readLeaderAgenda } from '../../src/dispatch/leader-agenda';
import { day, entriesOf, lists, plan, type Row, type Workbook } from '../rule/fixture';

const project: Row = {
  projectName: '车寨煤矿',
  unit: '泽州县',
  projectCode: '2310-140525-04-01-123456',
  leader: '甲副市长',
  leadDepartment: '市能源局',
  yearPlan: 1_000,
  yearDone: 850.5,
  completionRate: 0.8505,
  dispatchedOn: day('2023-12-20'),
};
const read = (rows: Readonly<Record<string, readonly Row[]>>, workbook: Partial<Workbook> = {}) =>
  readLeaderAgenda(entriesOf({ asOf: '2023-12-25', ...workbook, rows }), plan, lists);

describe('包保 per vice-mayor', () => {
  it('tells days since the last dispatch, when the next is due, and what is overdue, from the sixteenth day on', () => {
    const [leader] = read({ 4: [project, { ...project, dispatchedOn: day('2023-12-10') }, { ...project, dispatchedOn: day('2023-12-09') }] })!;
    expect(leader).toMatchObject({ leader: '甲副市长', overdue: 1 });
    expect(leader!.projects.map(({ row, daysSince, dueOn, isOverdue }) => [row, daysSince, dueOn, isOverdue])).toEqual([
      [2, 16, day('2023-12-24'), true],
      [1, 15, day('2023-12-25'), false],
      [0, 5, day('2024-01-04'), false],
    ]);
  });

  it('puts leaders with most that is overdue first, and what was never dispatched before what was', () => {
    const leaders = read({
      4: [
        project,
        { ...project, leader: '乙副市长', dispatchedOn: null },
        { ...project, leader: '乙副市长', dispatchedOn: day('2023-11-01') },
        { ...project, leader: '乙 副市长', dispatchedOn: day('2023-12-24') },
        { ...project, leader: null },
      ],
    })!;
    expect(leaders.map(({ leader, projects }) => [leader, projects.map(({ row }) => row)])).toEqual([
      ['乙副市长', [2, 1, 3]],
      ['', [4]],
      ['甲副市长', [0]],
    ]);
  });

  it('adds 完成率 up in exact decimals: all that is done by all that is planned', () => {
    const [leader] = read({ 4: [project, { ...project, yearPlan: 2_000, yearDone: 100.1, completionRate: 0.05005 }, { ...project, yearPlan: null, yearDone: null, completionRate: '' }] })!;
    expect(leader!.completionRate).toBe(0.316867);
    expect(leader!.projects.map(({ completionRate }) => completionRate)).toEqual([0.8505, 0.05005, null]);
    expect(read({ 4: [{ ...project, yearPlan: 0 }] })![0]!.completionRate).toBeNull();
  });

  it('counts open problems by code, else by name within the unit', () => {
    const problem: Row = { problemNumber: '1', description: '问题', problemState: '交办' };
    const [leader] = read({
      4: [project],
      8: [
        { ...problem, projectName: '另一名称', unit: '高平市', projectCode: project['projectCode']! },
        { ...problem, projectName: '车寨 煤矿', unit: '泽州县' },
        { ...problem, projectName: '车寨煤矿', unit: '泽州县', problemState: '销号' },
        { ...problem, projectName: '车寨煤矿', unit: '高平市' },
      ],
    })!;
    expect(leader!.projects[0]!.openProblems).toBe(2);
  });

  it('does without list 8, and is nothing without list 4', () => {
    expect(read({ 4: [project] }, { findings: [{ kind: 'sheetMissing', list: '8' }] })![0]!.projects[0]!.openProblems).toBeNull();
    expect(read({}, { findings: [{ kind: 'sheetMissing', list: '4' }] })).toBeNull();
    expect(read({ 4: [] })).toEqual([]);
    expect(read({ 4: [{ ...project, unit: null }] }, { scope: { kind: 'unit', unit: 'zezhou' } })![0]!.projects[0]).toMatchObject({ unit: 'zezhou', row: 0 });
  });
});

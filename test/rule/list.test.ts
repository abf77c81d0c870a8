import { check } from '../../src/rule/engine';
import { listsOf } from '../../src/list/registry';
import { targetColumn } from '../../src/list/target-list';
import { day, entriesOf, issuesOf, outcomeOf, plan, undecidedOf, type Row } from './fixture';

const unit = (key: string) => ({ kind: 'unit', unit: key }) as const;

describe('list/named-project-missing', () => {
  const code = 'list/named-project-missing';
  const own = plan.namedProjects.filter((project) => project.list === '5' && project.unit === 'yangcheng');
  const scope = unit('yangcheng');
  const rowsOf = (names: readonly string[]): Row[] => names.map((projectName, at) => ({ identity: `5-${at}`, projectName, unit: '阳城县', remark: '填报' }));
  const on5 = (rows: Row[], issued = {}) => issuesOf(code, { rows: { 5: rows }, scope, issued: { 5: issued } }).filter((issue) => issue.list === '5');

  it('passes when every named project is there, by its short name in a longer one too', () => {
    expect(own).toHaveLength(2);
    expect(on5(rowsOf(own.map(({ name }) => name)))).toEqual([]);
    expect(on5(rowsOf(own.map(({ name }) => `${name.replace(/^阳城县/, '')}（一期）`)))).toEqual([]);
  });
  it('passes when the row as issued is still there under another name', () => {
    const issued = { '5-0': { name: own[0]?.name ?? '', unit: 'yangcheng' } };
    expect(on5(rowsOf(['改了名的项目', own[1]?.name ?? '']), issued)).toEqual([]);
  });
  it('reports one that is in none of the unit’s rows', () => {
    expect(on5(rowsOf([own[0]?.name ?? '']))).toMatchObject([{ severity: 'warning', unit: 'yangcheng', params: { name: own[1]?.name }, source: '三(四)1' }]);
  });
  it('is undecided when the unit has filled in nothing', () => {
    const found = undecidedOf(code, { rows: {}, scope }).filter((entry) => entry.list === '5');
    expect(found).toMatchObject([{ unit: 'yangcheng', reason: 'waiting', count: 2 }]);
  });
});

describe('list/leader-count', () => {
  const code = 'list/leader-count';
  const rowsOf = (leader: string, count: number): Row[] => Array.from({ length: count }, (_, at) => ({ projectName: `${leader}${at}`, unit: '城区', leader }));
  it('passes when each leader has five', () => expect(issuesOf(code, { rows: { 4: [...rowsOf('甲', 5), ...rowsOf('乙', 5)] } })).toEqual([]));
  it('hints when one has another number; by the plan’s setting, when all together have', () => {
    const rows = { 4: [...rowsOf('甲', 5), ...rowsOf('乙', 4)] };
    expect(issuesOf(code, { rows })).toMatchObject([{ severity: 'info', params: { leader: '乙', count: 4, expected: 5 } }]);
    const all = { ...plan, settings: { ...plan.settings, leaderProjectsReading: 'all' as const } };
    const found = check(entriesOf({ rows }), all, listsOf(all)).issues.filter((issue) => issue.code === code);
    expect(found).toMatchObject([{ params: { leader: '', count: 9 } }]);
  });
  it('is not asked of one unit’s workbook', () => expect(issuesOf(code, { rows: { 4: rowsOf('甲', 2) }, scope: unit('chengqu') })).toEqual([]));
  it('is undecided when list 4 is empty', () => expect(undecidedOf(code, { rows: {} })).toMatchObject([{ reason: 'waiting' }]));
});

describe('list/problem-count', () => {
  const code = 'list/problem-count';
  const rowsOf = (source: string, projects: readonly string[]): Row[] =>
    projects.map((projectName, at) => ({ problemNumber: `${source}${at}`, projectName, unit: '城区', problemSource: source }));
  const q2 = rowsOf('二季度13710', ['甲', '甲', '乙', '丙', '丁', '戊', '己']);
  const q3 = rowsOf('三季度交办', Array.from({ length: 22 }, (_, at) => `项目${at % 11}`));
  it('passes with 7 problems in 6 projects and 22 in 11', () => expect(issuesOf(code, { rows: { 8: [...q2, ...q3] } })).toEqual([]));
  it('hints at other numbers, of problems or of projects', () => {
    expect(issuesOf(code, { rows: { 8: [...q2.slice(1), ...q3] } })).toMatchObject([{ severity: 'info', params: { source: 'q2', problems: 6, projects: 6 } }]);
    expect(issuesOf(code, { rows: { 8: [...q2.map((row) => ({ ...row, projectName: '甲' })), ...q3] } })).toMatchObject([{ params: { projects: 1 } }]);
  });
  it('is undecided when list 8 is empty', () => expect(undecidedOf(code, { rows: {} })).toMatchObject([{ reason: 'waiting' }]));
});

describe('list/behind-schedule', () => {
  const code = 'list/behind-schedule';
  const on1 = (month: number, cells: Row = {}) => ({
    rows: { 1: [{ unit: '陵川县', 'fixedAssetInvestment.m10': month, 'industrialInvestment.m10': 3.7, 'privateInvestment.m10': 2.42, ...cells }] },
    scope: unit('lingchuan'),
  });
  it('passes at a third of the target once October is reported, and before', () => {
    expect(issuesOf(code, { ...on1(2.6), asOf: '2023-12-01' })).toEqual([]);
    expect(issuesOf(code, { ...on1(0.1), asOf: '2023-11-19' })).toEqual([]);
  });
  it('hints below that, in one issue per unit, unless it is explained', () => {
    expect(issuesOf(code, { ...on1(2.59), asOf: '2023-12-01' })).toMatchObject([
      { severity: 'info', unit: 'lingchuan', columns: ['explanation', 'fixedAssetInvestment.rate'], params: { months: 1 } },
    ]);
    expect(issuesOf(code, { ...on1(2.59, { explanation: '冬季停工' }), asOf: '2023-12-01' })).toEqual([]);
    expect(issuesOf(code, { ...on1(2.59, { explanation: '无' }), asOf: '2023-12-01' })).toHaveLength(1);
  });
  it('judges the same figure otherwise as months go by', () => {
    expect(['2023-11-20', '2023-12-25', '2024-03-31'].map((asOf) => issuesOf(code, { ...on1(4), asOf }).length)).toEqual([0, 1, 1]);
  });
  it('sums list 3 from ledger B', () => {
    const rows = { 3: [{ unit: '陵川县' }], B: [{ projectName: '甲', unit: '陵川县', signedOn: day('2023-11-01'), agreementKind: '正式合同', signedInvestment: 24 }] };
    expect(issuesOf(code, { rows, scope: unit('lingchuan'), asOf: '2023-12-01' })).toMatchObject([
      { list: '3', columns: ['explanation', 'newStartInvestment.rate', 'arrivedFunds.rate'] },
    ]);
  });
  it('is undecided when the unit has entered nothing', () => {
    const rows = { 1: [{ unit: '陵川县' }], 3: [{ unit: '陵川县' }] };
    expect(undecidedOf(code, { rows, scope: unit('lingchuan') })).toMatchObject([
      { list: '1', unit: 'lingchuan', reason: 'waiting', count: 3 },
      { list: '3', reason: 'waiting', count: 3 },
    ]);
  });
});

describe('list/reserve-short', () => {
  const code = 'list/reserve-short';
  const project = (at: number): Row => ({ projectName: `项目${at}`, unit: '陵川县', nextYearPlan: 5_000, projectType: '产业', isPrivate: '是', isKey: '是', startKind: '续建', totalInvestment: 60_000 });
  const on = (count: number, cells: Row = {}) => ({
    rows: { 2: [{ unit: '陵川县' }], A: Array.from({ length: count }, (_, at) => ({ ...project(at), ...(at < 2 ? cells : {}) })) },
    scope: unit('lingchuan'),
  });
  const bands: Row = { startKind: '新开工', plannedStart: day('2024-02-01') };
  it('passes when every figure is met', () => expect(issuesOf(code, on(128, bands))).toEqual([]));
  it('hints at each figure that is not, in one issue per unit', () => {
    expect(issuesOf(code, on(127, bands))).toMatchObject([{ severity: 'info', unit: 'lingchuan', columns: [targetColumn('reserveCount', 'gap')], params: { gaps: [1] } }]);
    expect(issuesOf(code, on(128))).toMatchObject([{ columns: [targetColumn('bandSmallCount', 'gap')], params: { gaps: [2] } }]);
  });
  it('is undecided when ledger A has nothing of the unit', () => {
    expect(undecidedOf(code, on(0))).toMatchObject([{ list: '2', unit: 'lingchuan', reason: 'waiting' }]);
  });
});

describe('list/q1-start-rate', () => {
  const code = 'list/q1-start-rate';
  const rowsOf = (started: number, all: number): Row[] =>
    Array.from({ length: all }, (_, at) => ({ projectName: `项目${at}`, unit: '陵川县', startKind: '新开工', actualStart: at < started ? day('2024-03-01') : null }));
  const on = (started: number, all: number, asOf = '2024-03-31') => ({ rows: { A: rowsOf(started, all) }, scope: unit('lingchuan'), asOf });
  it('passes at 40 %, and before the quarter has ended', () => {
    expect(issuesOf(code, on(4, 10))).toEqual([]);
    expect(issuesOf(code, on(0, 10, '2024-03-30'))).toEqual([]);
  });
  it('reports below, of the unit and of the city', () => {
    expect(issuesOf(code, on(3, 10))).toMatchObject([{ severity: 'warning', unit: 'lingchuan', params: { started: 3, all: 10, limit: 0.4 } }]);
    expect(issuesOf(code, { rows: { A: rowsOf(3, 10) }, asOf: '2024-03-31' }).map((issue) => issue.unit)).toEqual([null, 'lingchuan']);
  });
  it('is undecided when there is no new start', () => {
    expect(undecidedOf(code, on(0, 0))).toMatchObject([{ unit: 'lingchuan', reason: 'waiting' }]);
    expect(outcomeOf(code, 'A', { unit: '陵川县', startKind: '续建' }, { asOf: '2024-03-31', scope: unit('lingchuan') })).toBe('passes');
  });
});

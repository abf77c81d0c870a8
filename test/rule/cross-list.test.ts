import { day, issuesOf, undecidedOf, type Row } from './fixture';

const code = '2311-140581-04-01-123456';
const project: Row = { projectName: '第十中学校', unit: '高平市', totalInvestment: 12_000, developer: '高平市教育局' };

describe('cross-list/not-started-and-started', () => {
  const rule = 'cross-list/not-started-and-started';
  const on = (list: string, cells: Row, own: Row = {}) => issuesOf(rule, { rows: { 5: [{ ...project, startState: '未开工', ...own }], [list]: [{ ...project, ...cells }] } });
  it('passes when the others do not say it has started', () => {
    expect(on('9', { remark: '填报' })).toEqual([]);
    expect(on('7', { yearDone: 0 })).toEqual([]);
    expect(on('6', { projectName: '别的项目' })).toEqual([]);
    expect(on('6', { unit: '泽州县' })).toEqual([]);
    expect(on('6', {}, { startState: '已开工' })).toEqual([]);
  });
  it('reports when it is on 6, is dated on 9 or A, or has spent money on 7', () => {
    expect(on('6', {})).toMatchObject([{ severity: 'error', list: '5', columns: ['startState'], params: { lists: ['6'], rows: [7] } }]);
    expect(on('9', { actualStart: day('2023-12-01') })).toHaveLength(1);
    expect(on('A', { actualStart: day('2023-12-01') })).toHaveLength(1);
    expect(on('7', { yearDone: 1 })).toHaveLength(1);
  });
  it('knows the project by its code under another name', () => {
    expect(on('6', { projectName: '十中', projectCode: code }, { projectCode: code })).toHaveLength(1);
  });
  it('is undecided when nothing is filled in on the others', () => {
    expect(undecidedOf(rule, { rows: { 5: [{ ...project, startState: '未开工' }] } })).toMatchObject([{ list: '5', unit: 'gaoping', reason: 'waiting' }]);
  });
});

describe('cross-list/started-not-followed', () => {
  const rule = 'cross-list/started-not-followed';
  const started = { ...project, startState: '已开工' };
  const other = { projectName: '别的项目', unit: '高平市', remark: '填报' };
  it('passes when it is in statistics, or on list 6', () => {
    expect(issuesOf(rule, { rows: { 5: [{ ...started, statisticsOn: day('2023-12-01') }], 6: [other] } })).toEqual([]);
    expect(issuesOf(rule, { rows: { 5: [started], 6: [{ ...project }] } })).toEqual([]);
  });
  it('reports when it is neither, or the date is a stroke', () => {
    expect(issuesOf(rule, { rows: { 5: [started], 6: [other] } })).toMatchObject([{ severity: 'warning', rowIndex: 0 }]);
    expect(issuesOf(rule, { rows: { 5: [{ ...started, statisticsOn: '—' }], 6: [other] } })).toHaveLength(1);
  });
  it('is undecided when the unit has filled in nothing on list 6', () => {
    expect(undecidedOf(rule, { rows: { 5: [started] } })).toMatchObject([{ unit: 'gaoping', reason: 'waiting' }]);
  });
});

describe('cross-list/project-differs', () => {
  const rule = 'cross-list/project-differs';
  const on = (list: string, cells: Row, own: Row = {}) => issuesOf(rule, { rows: { 5: [{ ...project, ...own }], [list]: [{ ...project, ...cells }] } });
  it('passes within max(1万元, 0.1 %), and for a 建设单位 written otherwise', () => {
    expect(on('9', { totalInvestment: 12_012 })).toEqual([]);
    expect(on('9', { totalInvestment: 901 }, { totalInvestment: 900 })).toEqual([]);
    expect(on('9', { developer: '高平市 教育局' })).toEqual([]);
  });
  it('reports another 总投资, another 建设单位, or under one code another name', () => {
    expect(on('9', { totalInvestment: 12_013 })).toMatchObject([
      { severity: 'warning', list: '9', columns: ['totalInvestment'], params: { otherList: '5', otherRow: 7, own: [12_013], other: [12_000] } },
    ]);
    expect(on('9', { developer: '高平市住建局' })).toMatchObject([{ columns: ['developer'] }]);
    expect(on('9', { projectName: '十中', projectCode: code }, { projectCode: code })).toMatchObject([{ columns: ['projectName'] }]);
  });
  it('holds ledger B by its 计划总投资 in 亿元 only', () => {
    expect(on('B', { plannedInvestment: 1.2, totalInvestment: null, developer: null })).toEqual([]);
    expect(on('B', { plannedInvestment: 2, totalInvestment: null, developer: null })).toMatchObject([{ list: 'B', columns: ['plannedInvestment'], params: { own: [20_000] } }]);
  });
  it('holds each saying against the first list that says it: list 8 knows no 总投资', () => {
    const problem = { problemNumber: '1', projectName: '第十中学校', unit: '高平市' };
    const found = issuesOf(rule, { rows: { 8: [problem], 9: [project], A: [{ ...project, totalInvestment: 20_000 }] } });
    expect(found).toMatchObject([{ list: 'A', columns: ['totalInvestment'], params: { otherList: '9', otherRow: 7, own: [20_000], other: [12_000] } }]);
    expect(undecidedOf(rule, { rows: { 8: [problem], 9: [project] } })).toEqual([]);
    expect(issuesOf(rule, { rows: { 4: [{ ...project, totalInvestment: null }], 9: [project], A: [{ ...project, totalInvestment: 20_000 }] } })).toMatchObject([{ list: 'A' }]);
  });
  it('leaves different units under one code to cross-county/same-code', () => {
    expect(on('9', { unit: '泽州县', projectCode: code, totalInvestment: 1 }, { projectCode: code })).toEqual([]);
  });
  it('is undecided when either has no 总投资', () => {
    expect(undecidedOf(rule, { rows: { 5: [project], 9: [{ ...project, totalInvestment: null }] } })).toMatchObject([{ list: '9', reason: 'missing' }]);
  });
});

describe('cross-list/problem-project-unknown', () => {
  const rule = 'cross-list/problem-project-unknown';
  const problem = { problemNumber: '1', projectName: '第十中学校', unit: '高平市' };
  it('passes when the project is on another list', () => expect(issuesOf(rule, { rows: { 8: [problem], A: [project] } })).toEqual([]));
  it('reports when it is on none', () => {
    expect(issuesOf(rule, { rows: { 8: [problem], A: [{ ...project, projectName: '别的项目' }] } })).toMatchObject([{ severity: 'warning', list: '8', columns: ['projectName'] }]);
  });
  it('is undecided when all of them are empty', () => expect(undecidedOf(rule, { rows: { 8: [problem] } })).toMatchObject([{ reason: 'waiting' }]));
});

describe('cross-list/problem-not-listed', () => {
  const rule = 'cross-list/problem-not-listed';
  const on = (problems: string, state: string, name = '第十中学校') =>
    issuesOf(rule, { rows: { 4: [{ ...project, problems }], 8: [{ problemNumber: '1', projectName: name, unit: '高平市', problemState: state }] } });
  it('passes when an open problem is listed, or there is none', () => {
    expect(on('资金未到', '交办')).toEqual([]);
    expect(on('无', '销号')).toEqual([]);
  });
  it('reports when none is, or only closed ones', () => {
    expect(on('资金未到', '销号')).toMatchObject([{ severity: 'warning', list: '4', columns: ['problems'] }]);
    expect(on('资金未到', '交办', '别的项目')).toHaveLength(1);
  });
  it('is undecided when list 8 is empty', () => expect(undecidedOf(rule, { rows: { 4: [{ ...project, problems: '资金未到' }] } })).toMatchObject([{ reason: 'waiting' }]));
});

describe('cross-list/q1-not-in-reserve', () => {
  const rule = 'cross-list/q1-not-in-reserve';
  it('passes when the project is in ledger A', () => expect(issuesOf(rule, { rows: { 9: [project], A: [project] } })).toEqual([]));
  it('reports when it is not', () => {
    expect(issuesOf(rule, { rows: { 9: [project], A: [{ ...project, projectName: '别的项目' }] } })).toMatchObject([{ severity: 'warning', list: '9' }]);
  });
  it('is undecided when the unit has nothing in ledger A', () => {
    expect(undecidedOf(rule, { rows: { 9: [project], A: [{ ...project, unit: '泽州县' }] } })).toMatchObject([{ unit: 'gaoping', reason: 'waiting' }]);
  });
});

describe('cross-list/reserve-q1-not-in-9', () => {
  const rule = 'cross-list/reserve-q1-not-in-9';
  const reserve = { ...project, startKind: '新开工', plannedStart: day('2024-03-31') };
  const other = { projectName: '别的项目', unit: '高平市', remark: '填报' };
  it('passes when it is on list 9, or starts later', () => {
    expect(issuesOf(rule, { rows: { A: [reserve], 9: [project] } })).toEqual([]);
    expect(issuesOf(rule, { rows: { A: [{ ...reserve, plannedStart: day('2024-04-01') }], 9: [other] } })).toEqual([]);
    expect(issuesOf(rule, { rows: { A: [{ ...reserve, startKind: '续建' }], 9: [other] } })).toEqual([]);
  });
  it('hints when it is not', () => expect(issuesOf(rule, { rows: { A: [reserve], 9: [other] } })).toMatchObject([{ severity: 'info', list: 'A' }]));
  it('is undecided when the unit has nothing on list 9', () => expect(undecidedOf(rule, { rows: { A: [reserve] } })).toMatchObject([{ reason: 'waiting' }]));
});

import { makeContext } from '../../src/rule/context';
import { outlier } from '../../src/rule/cross-county/outlier';
import { day, entriesOf, issuesOf, lists, plan, undecidedOf, type Row, type Workbook } from './fixture';

/** Corners of the rules across rows: what is nearly a failure and none, and what cannot be told. */
const code = '2311-140500-04-01-123456';
const project = (unit: string, cells: Row = {}): Row => ({ projectName: '国道改造', unit, totalInvestment: 10_000, ...cells });
const other = (unit: string): Row => ({ projectName: '别的项目', unit, remark: '填报' });
const zezhou = { kind: 'unit', unit: 'zezhou' } as const;
const issued = { 5: { '5-a': { name: '国道改造', unit: 'zezhou' } }, 9: { '9-a': { name: '国道改造', unit: 'zezhou' } }, A: { 'A-a': { name: '国道改造', unit: 'zezhou' } } };
const waiting = (list: string): Row => ({ identity: `${list}-a`, projectName: '国道改造', unit: '泽州县' });

/** How many issues and how many comparisons that could not be made, with their reason. */
function outcome(rule: string, workbook: Workbook): string {
  const undecided = undecidedOf(rule, workbook);
  return [issuesOf(rule, workbook).length, ...undecided.map(({ list, unit, reason, count }) => `${list ?? ''} ${unit ?? ''} ${reason} ${count}`)].join(' | ');
}

const cases: readonly (readonly [rule: string, what: string, workbook: Workbook, expected: string])[] = [
  ['cross-list/not-started-and-started', 'a row that waits', { rows: { 5: [waiting('5')], 6: [project('泽州县')] }, issued }, '0'],
  ['cross-list/not-started-and-started', 'a row on 6 that waits', { rows: { 5: [project('泽州县', { startState: '未开工' })], 6: [{ ...waiting('6') }] }, issued: { 6: { '6-a': { name: '国道改造', unit: 'zezhou' } } } }, '0 | 5 zezhou waiting 1'],
  ['cross-list/not-started-and-started', 'the first unit of all', { rows: { 5: [project('城区', { startState: '未开工' })], 6: [project('城区')] } }, '1'],
  ['cross-list/started-not-followed', 'a project that has not started', { rows: { 5: [project('泽州县', { startState: '未开工' })], 6: [other('泽州县')] } }, '0'],
  ['cross-list/started-not-followed', 'a row that waits', { rows: { 5: [waiting('5')], 6: [other('泽州县')] }, issued }, '0'],
  ['cross-list/started-not-followed', 'a row of no unit', { rows: { 5: [project('长治市', { startState: '已开工' })], 6: [other('泽州县')] } }, '0 | 5  waiting 1'],
  ['cross-list/q1-not-in-reserve', 'a row that waits', { rows: { 9: [waiting('9')], A: [other('泽州县')] }, issued }, '0'],
  ['cross-list/q1-not-in-reserve', 'a row of no unit', { rows: { 9: [project('长治市')], A: [other('泽州县')] } }, '0 | 9  waiting 1'],
  ['cross-list/reserve-q1-not-in-9', 'no planned day', { rows: { A: [project('泽州县', { startKind: '新开工' })], 9: [other('泽州县')] } }, '0'],
  ['cross-list/reserve-q1-not-in-9', 'a day before the quarter', { rows: { A: [project('泽州县', { startKind: '新开工', plannedStart: day('2023-12-31') })], 9: [other('泽州县')] } }, '0'],
  ['cross-list/reserve-q1-not-in-9', 'a row that waits', { rows: { A: [waiting('A')], 9: [other('泽州县')] }, issued }, '0'],
  ['cross-list/problem-project-unknown', 'a problem without a project', { rows: { 8: [{ problemNumber: '1', unit: '泽州县' }], A: [project('泽州县')] } }, '0 | 8 zezhou missing 1'],
  ['cross-list/problem-project-unknown', 'a problem of no unit', { rows: { 8: [{ problemNumber: '1', projectName: '国道改造' }], A: [project('泽州县')] } }, '0 | 8  missing 1'],
  ['cross-list/problem-project-unknown', 'a project that only waits on its list', { rows: { 8: [{ problemNumber: '1', projectName: '国道改造', unit: '泽州县' }], A: [waiting('A')] }, issued }, '0'],
  ['cross-list/problem-project-unknown', 'a project known by its code in another unit', { rows: { 8: [{ problemNumber: '1', projectName: '甲', projectCode: code, unit: '泽州县' }], A: [project('高平市', { projectCode: code })] } }, '0'],
  ['cross-list/problem-not-listed', 'no problem to speak of', { rows: { 4: [project('泽州县', { problems: '—' })], 8: [{ problemNumber: '1', projectName: '甲', unit: '泽州县' }] } }, '0'],
  ['cross-list/problem-not-listed', 'an open problem that has no state yet', { rows: { 4: [project('泽州县', { problems: '资金' })], 8: [{ problemNumber: '1', projectName: '国道改造', unit: '泽州县' }] } }, '0'],
  ['cross-list/project-differs', 'a row on an earlier list that waits', { rows: { 5: [waiting('5')], 9: [project('泽州县', { totalInvestment: 1 })] }, issued }, '0'],
  ['cross-list/project-differs', 'a row of its own that waits', { rows: { 5: [project('泽州县')], 9: [waiting('9')] }, issued }, '0'],
  ['cross-list/project-differs', 'no 总投资 here', { rows: { 5: [project('泽州县')], 9: [project('泽州县', { totalInvestment: null })] } }, '0 | 9 zezhou missing 1'],
  ['cross-list/project-differs', 'no 总投资 there', { rows: { 5: [project('泽州县', { totalInvestment: null })], 9: [project('泽州县')] } }, '0 | 9 zezhou missing 1'],
  ['cross-list/project-differs', 'no 总投资 on one of two others', { rows: { 4: [project('泽州县', { totalInvestment: null })], 5: [project('泽州县')], 9: [project('泽州县')] } }, '0 | 5 zezhou missing 1'],
  ['cross-list/project-differs', 'another 建设单位 and no 总投资', { rows: { 5: [project('泽州县', { totalInvestment: null, developer: '甲' })], 9: [project('泽州县', { developer: '乙' })] } }, '1'],
  ['cross-list/project-differs', 'no 建设单位 on either side', { rows: { 5: [project('泽州县', { developer: '甲' })], 9: [project('泽州县', { developer: ' ' })], A: [project('泽州县', { developer: '甲' })] } }, '0'],
  ['cross-list/project-differs', 'another name without a code', { rows: { 5: [project('泽州县')], 9: [project('泽州县', { projectName: '省道改造' })] } }, '0'],
  ['cross-list/project-differs', 'a problem under another name and the same code', { rows: { 5: [project('泽州县', { projectCode: code })], 8: [{ problemNumber: '1', projectName: '省道改造', projectCode: code, unit: '泽州县' }] } }, '1'],
  ['cross-list/project-differs', 'what two other lists say, each told once', { rows: { 4: [project('泽州县', { developer: '甲', totalInvestment: null })], 5: [project('泽州县', { totalInvestment: 20_000 })], 9: [project('泽州县', { developer: '乙' })] } }, '2 | 5 zezhou missing 1'],
  ['cross-list/project-differs', 'a contract under another name', { rows: { 5: [project('泽州县', { projectCode: code, developer: '甲' })], B: [{ projectName: '省道改造', unit: '泽州县', projectCode: code, plannedInvestment: 1 }] } }, '0'],
  ['cross-list/project-differs', '1万元 apart, and a little more', { rows: { 5: [project('泽州县', { totalInvestment: 600 }), project('高平市', { totalInvestment: 600 })], 9: [project('泽州县', { totalInvestment: 601 }), project('高平市', { totalInvestment: 601.01 })] } }, '1'],
  ['cross-county/foreign-row', 'an empty row and one of no unit', { rows: { 5: [{}, project('长治市'), project('')] }, scope: zezhou }, '0'],
  ['cross-county/foreign-row', 'the city’s workbook', { rows: { 5: [project('高平市')] } }, '0'],
  ['cross-county/missing-unit', 'the due day itself', { rows: {}, asOf: '2023-11-30' }, '8'],
  ['cross-county/missing-unit', 'one unit’s workbook', { rows: {}, scope: zezhou }, '0'],
  ['cross-county/same-code', 'one unit’s workbook', { rows: { A: [project('高平市', { projectCode: code }), project('泽州县', { projectCode: code })] }, scope: zezhou }, '0'],
  ['cross-county/same-code', 'a row of no unit beside', { rows: { A: [project('城区', { projectCode: code }), project('长治市', { projectCode: code })] } }, '0'],
  ['cross-county/same-code', 'the first unit of all', { rows: { A: [project('城区', { projectCode: code }), project('泽州县', { projectCode: code })] } }, '1'],
  ['cross-county/same-name', 'one unit’s workbook', { rows: { A: [project('高平市'), project('泽州县')] }, scope: zezhou }, '0'],
  ['cross-county/same-name', 'no name', { rows: { A: [project('高平市', { projectName: null }), project('泽州县', { projectName: ' ' })] } }, '0'],
  ['cross-county/near-name', 'one unit’s workbook', { rows: { A: [project('高平市', { projectName: '国道207线升级改造工程' }), project('泽州县', { projectName: '国道207线升级改建工程' })] }, scope: zezhou }, '0'],
  ['cross-county/near-name', 'a project that only waits', { rows: { A: [waiting('A')] }, issued }, '0 | A zezhou waiting 1'],
  ['cross-county/near-name', 'a project known from ledger B alone', { rows: { B: [{ projectName: '甲', unit: '泽州县', plannedInvestment: 1 }] } }, '0 | B zezhou missing 1'],
  ['cross-county/near-name', '总投资 below 0', { rows: { A: [project('泽州县', { totalInvestment: -1 })] } }, '0 | A zezhou missing 1'],
  ['cross-county/near-name', 'amounts of 0', { rows: { A: [project('泽州县', { projectName: '国道207线升级改造工程', totalInvestment: 0 }), project('高平市', { projectName: '国道207线升级改建工程', totalInvestment: 0 })] } }, '1'],
  ['cross-county/name-of-other-unit', 'a name without any county’s', { rows: { A: [project('泽州县')] } }, '0'],
  ['cross-county/outlier', 'one unit’s workbook', { rows: { A: [project('泽州县')] }, scope: zezhou }, '0'],
  ['cross-county/outlier', 'a row of no unit, and a sheet that is gone', { rows: { A: [project('长治市')] }, findings: [{ kind: 'sheetMissing', list: '5' }] }, '0'],
  ['cross-county/outlier', 'no 总投资 anywhere', { rows: { A: [other('泽州县')] } }, '0'],
  ['cross-county/outlier', 'a median of 0', { rows: { A: ['城区', '泽州县', '高平市', '阳城县'].map((unit, at) => project(unit, { totalInvestment: at === 3 ? 100 : 0 })) } }, '0'],
  ['cross-county/outlier', 'an odd number of units', { rows: { A: ['城区', '泽州县', '高平市', '阳城县', '陵川县'].map((unit, at) => project(unit, { totalInvestment: [1_000, 2_000, 3_000, 4_000, 150_001][at]! })) } }, '1'],
  ['cross-county/outlier', 'just fifty times the middle one', { rows: { A: ['城区', '泽州县', '高平市', '阳城县', '陵川县'].map((unit, at) => project(unit, { totalInvestment: [1_000, 2_000, 3_000, 4_000, 150_000][at]! })) } }, '0'],
  ['cross-county/outlier', 'a mean, not a sum', { rows: { A: [...['城区', '泽州县', '高平市'].map((unit) => project(unit, { totalInvestment: 1_000 })), ...Array.from({ length: 60 }, (_, at) => project('阳城县', { projectName: `项目${at}`, totalInvestment: 1_000 }))] } }, '0'],
  ['row/duplicate', 'one project on two lists', { rows: { 5: [project('泽州县')], 9: [project('泽州县')] } }, '0'],
  ['row/duplicate', 'rows in which nothing stands', { rows: { 5: [{}, {}], 8: [{}] } }, '0'],
  ['row/duplicate', 'one code under one name, told by the name alone', { rows: { A: [project('泽州县', { projectCode: code }), project('泽州县', { projectCode: code })] } }, '2'],
  ['row/duplicate', 'one code under two names, of different units', { rows: { A: [project('泽州县', { projectCode: code }), project('高平市', { projectCode: code, projectName: '省道改造' })] } }, '0'],
  ['row/duplicate', 'one code under two names, of the first unit', { rows: { A: [project('城区', { projectCode: code }), project('城区', { projectCode: code, projectName: '省道改造' })] } }, '2'],
  ['row/duplicate', 'one code under two names, of no unit', { rows: { A: [project('长治市', { projectCode: code }), project('长治市', { projectCode: code, projectName: '省道改造' })] } }, '0 | A  missing 2'],
  ['row/duplicate', 'one number twice, in the first unit', { rows: { 8: [project('城区', { problemNumber: '1' }), project('城区', { problemNumber: '1' })] } }, '2'],
  ['row/duplicate', 'one number twice, of no unit', { rows: { 8: [project('长治市', { problemNumber: '1' }), project('长治市', { problemNumber: '1' })] } }, '0 | 8  missing 2'],
  ['row/duplicate', 'problems without a number', { rows: { 8: [project('泽州县'), project('泽州县')] } }, '0 | 8 zezhou missing 2'],
  ['cross-list/not-started-and-started', 'started under the same code in another unit', { rows: { 5: [project('泽州县', { startState: '未开工', projectCode: code })], 6: [project('高平市', { projectCode: code })] } }, '0 | 5 zezhou waiting 1'],
  ['cross-list/not-started-and-started', 'others of the unit that have started', { rows: { 5: [project('泽州县', { startState: '未开工' })], 6: [other('泽州县')] } }, '0'],
  ['cross-list/not-started-and-started', 'a sheet that is gone and nothing on the others', { rows: { 5: [project('泽州县', { startState: '未开工' })] }, findings: [{ kind: 'sheetMissing', list: '9' }] }, '0 | 5 zezhou waiting 1'],
  ['cross-list/problem-project-unknown', 'a row that waits, and one in which nothing stands', { rows: { 8: [waiting('8'), {}], A: [other('泽州县')] }, issued: { 8: { '8-a': { name: '国道改造', unit: 'zezhou' } } } }, '0'],
  ['cross-list/problem-project-unknown', 'a sheet that is gone and nothing on the others', { rows: { 8: [project('泽州县', { problemNumber: '1' })] }, findings: [{ kind: 'sheetMissing', list: '5' }] }, '0 | 8 zezhou waiting 1'],
  ['cross-list/problem-project-unknown', 'one other project filled in, and one that waits', { rows: { 8: [project('泽州县', { problemNumber: '1', projectName: '省道改造' })], A: [waiting('A'), other('泽州县')] }, issued }, '1'],
  ['cross-list/project-differs', 'the same code and name, and a problem of it', { rows: { 5: [project('泽州县', { projectCode: code })], 8: [{ problemNumber: '1', projectName: '国道改造', unit: '泽州县', projectCode: code }], 9: [project('泽州县', { projectCode: code })] } }, '0'],
  ['cross-list/project-differs', 'no 计划总投资 in ledger B', { rows: { 9: [project('泽州县')], B: [{ projectName: '国道改造', unit: '泽州县', signedInvestment: 1 }] } }, '0 | B zezhou missing 1'],
  ['cross-list/project-differs', 'apart by a thousandth of the larger', { rows: { 5: [project('泽州县', { totalInvestment: 10_000 })], 9: [project('泽州县', { totalInvestment: 10_010.005 })] } }, '0'],
  ['cross-list/project-differs', 'another name on the second of two others, under its code', { rows: { 4: [project('泽州县')], 5: [project('泽州县', { projectName: '省道改造', projectCode: code })], 9: [project('泽州县', { projectCode: code })] } }, '1'],
  ['cross-list/project-differs', 'no name on one side, under one code', { rows: { 5: [project('泽州县', { projectName: null, projectCode: code })], 9: [project('泽州县', { projectCode: code })], A: [project('泽州县', { projectName: ' ', projectCode: code })] } }, '0'],
  ['cross-county/foreign-row', 'a row that only a formula gives another unit', { rows: { 5: [{ unit: '高平市' }] }, formulas: { 5: { unit: ['="高平市"'] } }, scope: zezhou }, '0'],
  ['cross-county/same-name', 'three units', { rows: { A: [project('高平市'), project('泽州县'), project('城区')] } }, '1'],
  ['cross-county/name-of-other-unit', 'one project on two lists', { rows: { 5: [project('泽州县', { projectName: '国道至陵川' })], A: [project('泽州县', { projectName: '国道至陵川' })] } }, '1'],
  ['list/leader-count', 'rows without a leader', { rows: { 4: [project('泽州县')] } }, '0 | 4  waiting 1'],
  ['list/reserve-short', 'a row of no unit', { rows: { 2: [{ unit: '长治市' }], A: [other('泽州县')] } }, '0'],
  ['list/q1-start-rate', 'just 40 %, in a unit and in the city', { rows: { A: Array.from({ length: 5 }, (_, at): Row => ({ projectName: `项目${at}`, unit: '城区', startKind: '新开工', actualStart: at < 2 ? day('2024-03-31') : null })) }, asOf: '2024-03-31' }, `0 | ${plan.units.slice(1).map(({ key }) => `A ${key} waiting 1`).join(' | ')}`],
];

it.each(cases)('%s: %s', (rule, _, workbook, expected) => expect(outcome(rule, workbook)).toBe(expected));

describe('cross-county/total', () => {
  const figure = (column: string, seen: Row[string], line: 'total' | 'notice' = 'total') => ({ kind: 'cityFigure', list: '1', column, row: 3, at: 2, line, seen }) as const;
  const month = 'fixedAssetInvestment.m10';
  const rows: Readonly<Record<string, readonly Row[]>> = { 1: [{ unit: '泽州县', [month]: 0.1, 'fixedAssetInvestment.rate': 0.5, rank: 1 }, { unit: '高平市', [month]: 0.2 }, { unit: '阳城县', [month]: '—' }], 2: [{ unit: '泽州县', 'reserveCount.done': 3 }, { unit: '高平市', 'reserveCount.done': 4 }] };
  const on = (...findings: Workbook['findings'] & object) => issuesOf('cross-county/total', { rows, findings }).length;
  it('holds amounts and counts against the sum of the numbers, to half a unit of the last place', () => {
    expect([on(figure(month, 0.3)), on(figure(month, 0.30005)), on(figure(month, 0.29995)), on(figure(month, 0.3001)), on(figure(month, 0.2999))]).toEqual([0, 0, 0, 1, 1]);
    const ofA = (seen: number) => ({ ...figure('reserveCount.done', seen), list: '2' });
    expect([on(ofA(7)), on(ofA(7.5)), on(ofA(7.6)), on(ofA(8))]).toEqual([0, 0, 1, 1]);
  });
  it('wants a number where there is one to sum, and takes — where there is none', () => {
    expect([on(figure(month, '—')), on(figure(month, null)), on(figure(month, '  ')), on(figure(month, '0.3'))]).toEqual([1, 1, 1, 1]);
    expect(on(figure('fixedAssetInvestment.m11', 5))).toBe(1);
    expect([on(figure('fixedAssetInvestment.m11', '—')), on(figure('fixedAssetInvestment.m11', 0)), on(figure('fixedAssetInvestment.m11', ' ')), on(figure('fixedAssetInvestment.m11', null))]).toEqual([0, 0, 1, 1]);
  });
  it('says nothing of 文件全市数, of rates and ranks, of words, and of other findings', () => {
    expect(on(figure(month, 9, 'notice'), figure('fixedAssetInvestment.rate', 9), figure('rank', 9), figure('explanation', 9), figure('unit', 9), figure('noSuchColumn', 9))).toBe(0);
    expect(on({ kind: 'outsideTable', list: '1', row: 40, column: 1, rows: 1, columns: 1, growable: false })).toBe(0);
    expect(on({ ...figure(month, 9), list: '8' })).toBe(0);
    expect(on({ kind: 'sheetMissing', list: '1' }, figure(month, 9))).toBe(0);
  });
  it('cannot be told where the column is gone, and says which', () => {
    expect(undecidedOf('cross-county/total', { rows, findings: [figure(month, 9)], gone: { 1: [month] } })).toMatchObject([{ list: '1', unit: null, reason: 'structure', params: { column: month } }]);
  });
});

describe('cross-county/source-difference', () => {
  it('stands at the notice’s own line of the list and column, not at another finding', () => {
    const at = (list: string, column: string, line: 'total' | 'notice') => ({ kind: 'cityFigure', list, column, row: 9, at: 9, line, seen: 0 }) as const;
    const findings = [{ kind: 'outsideTable', list: '2', row: 9, column: 9, rows: 1, columns: 1, growable: false } as const, at('2', 'reserveKeyCount.target', 'total'), at('2', 'reserveKeyCount.done', 'notice'), at('1', 'reserveKeyCount.target', 'notice')];
    expect(issuesOf('cross-county/source-difference', { rows: {}, findings }).map(({ place }) => place?.row)).toEqual([5, 5, 5]);
  });
});

it('what is said of several rows is said at the same one whatever their order, by list, unit and identity', () => {
  const rows = [project('高平市', { identity: 'A-3' }), project('泽州县', { identity: 'A-2' }), project('泽州县', { identity: 'A-1', totalInvestment: 10_001 })];
  const told = (order: Row[]) => issuesOf('cross-county/same-name', { rows: { A: order } }).map(({ row, unit }) => [row, unit]);
  expect(told(rows)).toEqual([['A-1', 'zezhou']]);
  expect(told([...rows].reverse())).toEqual([['A-1', 'zezhou']]);
  expect(told([rows[1]!, rows[0]!, rows[2]!])).toEqual([['A-1', 'zezhou']]);
});

it('rows without 行标识 are spoken for by the first of them', () => {
  expect(issuesOf('cross-county/same-name', { rows: { A: ['高平市', '泽州县', '泽州县'].map((unit) => project(unit)) } }).map(({ rowIndex }) => rowIndex)).toEqual([1]);
});

describe('means of 总投资', () => {
  /** How often the rule pauses, over a workbook that is judged twice, the second time with nothing changed. */
  const pauses = (rows: readonly Row[]) => {
    const context = makeContext(entriesOf({ rows: { A: rows } }), plan, lists);
    for (const table of context.tables.values()) table.prepareRows(0, table.rowCount);
    const report = { fail: () => undefined, undecided: () => undefined };
    return [1, 2].map(() => [...(outlier.judge(context, report) ?? [])].length);
  };
  it('are worked out ten thousand rows at a time, so that the page goes on answering, and once', () => {
    const units = ['城区', '泽州县', '高平市'].map((unit) => project(unit));
    expect(pauses(units)).toEqual([1, 1]);
    expect(pauses(Array.from({ length: 20_000 }, (_, at) => units[at % 3]!))).toEqual([3, 1]);
  });
});

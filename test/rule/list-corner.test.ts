import type { WorkbookEntries } from '../../src/list/entry';
import { makeContext } from '../../src/rule/context';
import { ledgerColumns, measuresOf } from '../../src/rule/counted';
import { check } from '../../src/rule/engine';
import type { Rule } from '../../src/rule/rule';
import { CheckSession } from '../../src/rule/session';
import { day, entriesOf, issuesOf, judge, lists, listOf, plan, undecidedOf, type Row, type Workbook } from './fixture';

const own = (unit: string) => ({ kind: 'unit', unit }) as const;
const row = (unit: string, projectName: string, cells: Row = {}): Row => ({ unit, projectName, remark: '填报', ...cells });
const columnAt = (list: string, key: string) => listOf(list).columns.findIndex((column) => column.key === key);

describe('list/named-project-missing', () => {
  const rule = 'list/named-project-missing';
  const missing = (rows: readonly Row[], unit: string, workbook: Partial<Workbook> = {}) =>
    issuesOf(rule, { ...workbook, rows: { 5: rows }, scope: own(unit) }).flatMap(({ list, params }) => (list === '5' ? [params['name']] : []));
  const [supply, sheep] = ['阳城县东部片区一体化供水工程', '阳羊洋 2 万只肉羊繁育基地'];

  it('knows a project by its name without the unit’s, but not by a part of that', () => {
    expect(missing([row('阳城县', '东部片区一体化供水工程（一期）')], 'yangcheng')).toEqual([sheep]);
    expect(missing([row('阳城县', '东部片区一体化供水')], 'yangcheng')).toEqual([sheep, supply]);
    expect(missing([row('阳城县', '县东部片区一体化供水工程'), row('阳城县', '阳羊洋2万只肉羊繁育基地')], 'yangcheng')).toEqual([]);
  });
  it('knows it by the row that was issued for it, whatever its name is now, and by no other issued row', () => {
    const issued = { 5: { '5-a': { name: supply, unit: 'yangcheng' }, '5-b': { name: '别的项目', unit: 'yangcheng' } } };
    expect(missing([row('阳城县', '供水', { identity: '5-a' })], 'yangcheng', { issued })).toEqual([sheep]);
    expect(missing([row('阳城县', '供水', { identity: '5-b' })], 'yangcheng', { issued })).toEqual([sheep, supply]);
  });
  it('looks into the unit’s rows alone, and into each workbook anew', () => {
    const on = (unit: string) => issuesOf(rule, { rows: { 5: [row(unit, supply), row('阳城县', '别的'), row('长治市', sheep)] } }).flatMap(({ list, unit: whose, params }) => (list === '5' && whose === 'yangcheng' ? [params['name']] : []));
    expect([on('高平市'), on('阳城县')]).toEqual([[sheep, supply], [sheep]]);
  });
  it('does not take a row that was cleared for the project, though it was issued for it', () => {
    const issued = { 5: { '5-a': { name: supply, unit: 'yangcheng' } } };
    expect(missing([{ identity: '5-a' }, row('阳城县', '别的')], 'yangcheng', { issued })).toEqual([sheep, supply]);
  });
  it('takes the unit’s name off in full or in short, where more than three characters are left', () => {
    const names = ['泽州县中医院迁建', '泽州中医院扩建', '泽州县公园', '泽州敬老院', '高平中医院改造'];
    const [project] = plan.namedProjects.filter(({ list }) => list === '5');
    const another = { ...plan, namedProjects: names.map((name) => ({ ...project!, name, unit: 'zezhou' })) };
    const missingOn = (...rows: readonly string[]) =>
      check(entriesOf({ rows: { 5: rows.map((name) => row('泽州县', name)) }, scope: own('zezhou') }), another, lists, { only: ({ code }) => code === rule }).issues.map(({ params }) => params['name']);
    expect(missingOn('中医院迁建', '中医院扩建', '公园', '敬老院', '中医院改造').sort()).toEqual(['泽州县公园', '泽州敬老院', '高平中医院改造'].sort());
    expect(missingOn(...names)).toEqual([]);
  });
  it('waits, naming the project, while the unit has filled in nothing', () => {
    const found = undecidedOf(rule, { rows: { 5: [] }, scope: own('yangcheng') }).filter(({ list }) => list === '5');
    expect(found).toMatchObject([{ unit: 'yangcheng', reason: 'waiting', params: { name: sheep }, count: 2 }]);
  });
});

describe('list/row-count', () => {
  const rule = 'list/row-count';
  const issued = { 5: { '5-a': { name: '某某项目', unit: 'yangcheng' } } };
  const waiting: Row = { identity: '5-a', projectName: '某某项目', unit: '阳城县' };
  it('counts rows that wait among those there are', () => {
    const found = issuesOf(rule, { rows: { 5: [row('阳城县', '甲'), row('阳城县', '乙'), waiting] }, issued, scope: own('yangcheng') });
    expect(found.filter(({ list }) => list === '5')).toMatchObject([{ params: { count: 3, expected: 5 }, place: { row: 6, column: columnAt('5', 'projectName') } }]);
    expect(issuesOf(rule, { rows: { 5: [...['甲', '乙', '丙', '丁'].map((name) => row('阳城县', name)), waiting] }, issued, scope: own('yangcheng') }).filter(({ list }) => list === '5')).toEqual([]);
  });
  it('says nothing of units that the notice counts no rows for, and of a list whose sheet is gone', () => {
    const measures = plan.measures.map((measure) => (measure.key === 'startCount' ? { ...measure, units: { zezhou: 0, gaoping: 2 } } : measure));
    const result = check(entriesOf({ rows: { 5: [row('高平市', '甲')] }, findings: [{ kind: 'sheetMissing', list: '6' }] }), { ...plan, measures }, lists, { only: ({ code }) => code === rule });
    expect(result.issues).toMatchObject([{ list: '5', unit: 'gaoping', params: { count: 1, expected: 2 } }]);
    expect(result.undecided.filter(({ list, reason }) => list !== '7' && reason === 'waiting')).toEqual([]);
  });
  it('says how many are due while nothing is filled in', () => {
    expect(undecidedOf(rule, { rows: { 5: [waiting] }, issued, scope: own('yangcheng') })).toEqual(expect.arrayContaining([expect.objectContaining({ list: '5', reason: 'waiting', params: { expected: 5 }, count: 1 })]));
  });
});

describe('list/unfilled', () => {
  const rule = 'list/unfilled';
  const issued = { 5: { '5-a': { name: '某某项目', unit: 'yangcheng' }, '5-b': { name: '另一项目', unit: 'gaoping' } } };
  const waiting = (identity: string, projectName: string, unit: string): Row => ({ identity, projectName, unit });
  const rows = { 5: [row('高平市', '甲'), waiting('5-b', '另一项目', '高平市'), waiting('5-a', '某某项目', '阳城县')], 1: [{ unit: '高平市' }, { unit: '阳城县' }] };
  const at = (list: string, unit: string | null) => issuesOf(rule, { rows, issued, asOf: '2023-11-30' }).filter((issue) => issue.list === list && issue.unit === unit).map(({ params, place, columns }) => ({ params, place, columns }));
  const due = day('2023-11-30');

  it('leads to the unit’s first row that waits, in the column of the name', () => {
    const sheetName = listOf('5').sheetName;
    expect(at('5', 'yangcheng')).toEqual([{ params: { waiting: 1, filled: 0, due }, place: { sheetName, row: 8, column: columnAt('5', 'projectName') }, columns: [] }]);
    expect(at('5', 'gaoping')).toEqual([{ params: { waiting: 1, filled: 1, due }, place: { sheetName, row: 7, column: columnAt('5', 'projectName') }, columns: [] }]);
    expect(at('1', 'yangcheng')).toEqual([{ params: { waiting: 1, filled: 0, due }, place: { sheetName: listOf('1').sheetName, row: 7, column: columnAt('1', 'unit') }, columns: [] }]);
  });
  it('says of lists 4 and 8 that the city’s are empty as a whole, once, and only where they are', () => {
    expect(at('8', null)).toEqual([{ params: { waiting: 0, filled: 0, due }, place: { sheetName: listOf('8').sheetName, row: 6, column: columnAt('8', 'projectName') }, columns: [] }]);
    const filled = { 4: [row('高平市', '甲')], 8: [row('高平市', '甲', { problemNumber: '1' })] };
    expect(issuesOf(rule, { rows: filled, asOf: '2023-12-25' }).filter(({ list, unit }) => unit === null && (list === '4' || list === '8'))).toEqual([]);
    expect(issuesOf(rule, { rows: {}, asOf: '2023-12-25', scope: own('gaoping') }).filter(({ unit }) => unit === null)).toEqual([]);
  });
  it('says no list to be empty on which a row waits', () => {
    const one = { rows: { 8: [row('高平市', '甲'), waiting('8-a', '某某项目', '高平市')], 4: [waiting('4-a', '某某项目', '高平市')] }, issued: { 8: { '8-a': { name: '某某项目', unit: 'gaoping' } }, 4: { '4-a': { name: '某某项目', unit: 'gaoping' } } } };
    expect(issuesOf(rule, { ...one, asOf: '2023-11-30' }).filter(({ list, unit }) => unit === null && (list === '4' || list === '8'))).toEqual([]);
  });
  it('says nothing of list 2, into which nobody types, nor before the day', () => {
    expect(at('2', 'gaoping')).toEqual([]);
    expect(issuesOf(rule, { rows, issued, asOf: '2023-11-29' })).toEqual([]);
  });
});

describe('list/target-altered', () => {
  const rule = 'list/target-altered';
  const target = 'fixedAssetInvestment.target';
  const whole = (cells: Row): Row => ({ ...Object.fromEntries(listOf('1').columns.flatMap(({ key, role, measure }) => (role === 'issued' && measure ? [[key, plan.measures.find((each) => each.key === measure)!.units['zezhou'] ?? null]] : []))), unit: '泽州县', ...cells });
  const on = (rows: readonly Row[], findings: Workbook['findings'] & object = []) => issuesOf(rule, { rows: { 1: rows }, findings }).map(({ unit, rowIndex, params }) => [unit, rowIndex, params['seen'], params['expected']]);
  const figure = (column: string, seen: Row[string], line: 'total' | 'notice', list = '1') => ({ kind: 'cityFigure', list, column, row: 5, at: 2, line, seen }) as const;

  it('looks at rows of units that the list has, and in which something stands', () => {
    expect(on([whole({}), whole({ [target]: 40 })])).toEqual([['zezhou', 1, 40, 40.7]]);
    expect(on([{}, whole({ unit: '长治市', [target]: 1 }), whole({ unit: '市本级', [target]: 1 })])).toEqual([]);
  });
  it('lets 0 stand where the plan sets none, and passes over a row of the unit’s own in which nothing stands', () => {
    const none = Object.fromEntries(listOf('2').columns.flatMap(({ key, role, measure }) => (role === 'issued' && measure ? [[key, plan.measures.find((each) => each.key === measure)!.units['shibenji'] ?? 0]] : [])));
    expect(issuesOf(rule, { rows: { 2: [{ unit: '市本级', ...none }] } })).toEqual([]);
    expect(issuesOf(rule, { rows: { 1: [{}] }, scope: own('zezhou') })).toEqual([]);
  });
  it('looks at the notice’s own line, where the column has a target', () => {
    expect(on([], [figure(target, 241.2, 'notice'), figure(target, 1, 'total'), figure('unit', 1, 'notice'), figure('nonsense', 1, 'notice'), figure('fixedAssetInvestment.m10', 1, 'notice')])).toEqual([]);
    expect(on([], [{ kind: 'outsideTable', list: '1', row: 40, column: 1, rows: 1, columns: 1, growable: false }])).toEqual([]);
    const [issue] = issuesOf(rule, { rows: {}, findings: [figure(target, 241, 'notice')] });
    expect(issue).toMatchObject({ unit: null, rowIndex: null, params: { seen: 241, expected: 241.2, line: 'notice' }, place: { row: 5, column: 2 }, fix: { kind: 'restoreTarget', list: '1', rowIndex: null, column: target, after: 241.2 } });
    expect(issuesOf(rule, { rows: {}, findings: [figure(target, 241, 'notice'), { kind: 'sheetMissing', list: '1' }] })).toEqual([]);
  });
});

describe('list/behind-schedule', () => {
  const rule = 'list/behind-schedule';
  const [month, explanation] = ['fixedAssetInvestment.m10', 'explanation'];
  const codesOn = (asOf: string, rows: readonly Row[]) => issuesOf(rule, { rows: { 1: rows }, asOf }).map(({ unit, columns, params }) => [unit, columns, params['months']]);
  it('counts a month from the day on which it is to be reported', () => {
    const rows = [{ unit: '泽州县', [month]: 1 }];
    expect(codesOn('2023-11-19', rows)).toEqual([]);
    expect(codesOn('2023-11-20', rows)).toEqual([['zezhou', [explanation, 'fixedAssetInvestment.rate'], 1]]);
    expect(codesOn('2023-12-20', rows)).toEqual([['zezhou', [explanation, 'fixedAssetInvestment.rate'], 2]]);
  });
  it('waits for nothing before the first month is to be reported, nor for a row in which nothing stands', () => {
    expect(undecidedOf(rule, { rows: { 1: [{ unit: '泽州县' }] }, asOf: '2023-11-19' })).toEqual([]);
    expect(undecidedOf(rule, { rows: { 1: [{}] }, scope: own('zezhou'), asOf: '2023-11-20' })).toEqual([]);
  });
  it('waits for what is counted from ledger B while its sheet or its column of units is gone', () => {
    const rows = { 3: [{ unit: '泽州县' }], B: [row('泽州县', '甲', { plannedInvestment: 1 })] };
    const waiting = [{ list: '3', unit: 'zezhou', reason: 'waiting', count: 3 }];
    expect(undecidedOf(rule, { rows, findings: [{ kind: 'sheetMissing', list: 'B' }], asOf: '2023-11-20' })).toMatchObject(waiting);
    expect(undecidedOf(rule, { rows, gone: { B: ['unit'] }, asOf: '2023-11-20' }).filter(({ reason }) => reason === 'waiting')).toMatchObject(waiting);
    expect(issuesOf(rule, { rows: { ...rows, 1: [{ unit: '泽州县' }] }, findings: [{ kind: 'sheetMissing', list: '1' }], asOf: '2023-11-20' }).map(({ list }) => list)).toEqual(['3']);
  });
  it('says nothing of a unit without a target, of no unit, and where the rate is just due', () => {
    expect(codesOn('2023-11-20', [{ unit: '市本级', [month]: 1 }, { unit: '长治市', [month]: 1 }, {}, { unit: '开发区', [month]: 20 / 3 + 0.0001 }])).toEqual([]);
    expect(undecidedOf(rule, { rows: { 1: [{}, { unit: '长治市' }, { unit: '市本级' }] }, asOf: '2023-11-20' })).toEqual([]);
    expect(undecidedOf(rule, { rows: { 1: [{ unit: '泽州县', [month]: 1 }] }, asOf: '2023-11-20' })).toMatchObject([{ unit: 'zezhou', reason: 'waiting', count: 2 }]);
  });
});

describe('list/q1-start-rate', () => {
  const rule = 'list/q1-start-rate';
  const start = (unit: string, at: number, cells: Row = {}): Row => row(unit, `项目${at}`, { startKind: '新开工', ...cells });
  const issued = { A: { 'A-a': { name: '某某项目', unit: 'gaoping' } } };
  it('counts new starts of known units that are filled in, started by 统计截止日', () => {
    const rows = [
      start('高平市', 1, { actualStart: day('2024-03-31') }),
      start('高平市', 2, { actualStart: day('2024-04-01') }),
      start('高平市', 3),
      start('高平市', 4, { startKind: '续建', actualStart: day('2024-03-01') }),
      start('长治市', 5, { actualStart: day('2024-03-01') }),
      { identity: 'A-a', projectName: '某某项目', unit: '高平市' },
    ];
    const found = issuesOf(rule, { rows: { A: rows }, issued, asOf: '2024-03-31' });
    expect(found.map(({ unit, params }) => [unit, params['started'], params['all']])).toEqual([[null, 1, 3], ['gaoping', 1, 3]]);
    expect(found[0]!.place).toEqual({ sheetName: listOf('A').sheetName, row: 6, column: columnAt('A', 'actualStart') });
  });
});

describe('list/q1-start-rate, counted from list 9', () => {
  it('counts all of its rows that are filled in as new starts', () => {
    const rows = [row('高平市', '甲', { actualStart: day('2024-03-01') }), row('高平市', '乙'), row('高平市', '丙'), { identity: '9-a', projectName: '某某项目', unit: '高平市' }];
    const entries = entriesOf({ rows: { 9: rows }, issued: { 9: { '9-a': { name: '某某项目', unit: 'gaoping' } } }, asOf: '2024-03-31', scope: own('gaoping') });
    const { issues } = check(entries, { ...plan, settings: { ...plan.settings, nextQuarterStartsFrom: '9' } }, lists, { only: ({ code }) => code === 'list/q1-start-rate' });
    expect(issues).toMatchObject([{ list: '9', unit: 'gaoping', params: { started: 1, all: 3 } }]);
  });
});

describe('findings', () => {
  const header = { kind: 'headerAltered', list: '5', column: 'developer', row: 5, at: 3, seen: '业主单位', certain: true } as const;
  const outside = { kind: 'outsideTable', list: '5', row: 40, column: 1, rows: 3, columns: 4, growable: true } as const;
  it('are told each by its own rule, and none of a sheet that is gone', () => {
    const told = (findings: Workbook['findings'] & object) => ['list/header-altered', 'list/outside-table'].map((code) => issuesOf(code, { rows: {}, findings }).length);
    expect([told([header, outside, outside]), told([header, outside, { kind: 'sheetMissing', list: '5' }])]).toEqual([[1, 2], [0, 0]]);
  });
});

describe('list/unit-rows', () => {
  const on = (rows: readonly Row[], unit = 'lingchuan') => issuesOf('list/unit-rows', { rows: { 1: rows, 2: [{ unit: '陵川县' }], 3: [{ unit: '陵川县' }] }, scope: own(unit) }).filter(({ list }) => list === '1');
  it('offers a name only where one row and one unit are left over', () => {
    const city = issuesOf('list/unit-rows', { rows: { 1: [...plan.units.slice(0, 5).map(({ name }) => ({ unit: name })), { unit: '新区' }] } }).filter(({ list, params }) => list === '1' && params['reason'] === 'unknown');
    expect(city).toMatchObject([{ params: { seen: '新区', expected: null } }]);
    expect(city[0]!.fix).toBeUndefined();
    expect(on([{ unit: '甲' }, { unit: '乙' }]).filter(({ params }) => params['reason'] === 'unknown').map(({ params, fix }) => [params['expected'], fix])).toEqual([[null, undefined], [null, undefined]]);
  });
  it('says of a unit that is there twice no more than that, whatever it is called', () => {
    expect(on([{ unit: '陵川' }, { unit: '陵川县' }]).map(({ params, rowIndex }) => [params['reason'], rowIndex])).toEqual([['twice', 1]]);
  });
  it('takes a row without a name in the unit’s own workbook for the unit’s', () => {
    expect(on([{ 'fixedAssetInvestment.m10': 1 }])).toEqual([]);
  });
  it('is undecided where the column of units is gone, and says which', () => {
    expect(undecidedOf('list/unit-rows', { rows: { 1: [{}] }, gone: { 1: ['unit'] } })).toMatchObject([{ list: '1', params: { column: 'unit' } }]);
  });
});

describe('list/reserve-short', () => {
  const rule = 'list/reserve-short';
  it('counts 市本级’s projects with 城区’s, in the city’s workbook', () => {
    const rows = { 2: [{ unit: '城区' }], A: [row('城区', '甲'), row('市本级', '乙'), row('泽州县', '丙')] };
    const [issue] = issuesOf(rule, { rows });
    expect([issue?.columns[0], (issue?.params['gaps'] as number[])[0]]).toEqual(['reserveCount.gap', plan.measures.find(({ key }) => key === 'reserveCount')!.units['chengqu']! - 2]);
  });
  it('waits for what a unit has a target of, and for no row in which nothing stands', () => {
    expect(undecidedOf(rule, { rows: { 2: [{ unit: '市本级' }] } })).toMatchObject([{ unit: 'shibenji', reason: 'waiting', count: 3 }]);
    expect(undecidedOf(rule, { rows: { 2: [{}] }, scope: own('zezhou') })).toEqual([]);
  });
});

describe('what figures are counted from', () => {
  it('is the ledger’s own columns that they need', () => {
    expect([...ledgerColumns(plan, 'B')].sort()).toEqual(['actualStart', 'agreementKind', 'arrivedFunds', 'isFixedAsset', 'plannedInvestment', 'signedInvestment', 'signedOn', 'unit']);
    expect([...ledgerColumns(plan, 'A')].sort()).toEqual(['isKey', 'isPrivate', 'nextYearPlan', 'plannedStart', 'projectType', 'startKind', 'totalInvestment', 'unit']);
    expect(ledgerColumns(plan, '5')).toEqual(['unit']);
  });
  it('is asked for each measure that a list has a target of', () => {
    const { tables } = makeContext(entriesOf({ rows: {} }), plan, lists);
    expect(['1', '3', '5'].map((list) => measuresOf(tables.get(list)!))).toEqual([['fixedAssetInvestment', 'industrialInvestment', 'privateInvestment'], ['signedInvestment', 'newStartInvestment', 'arrivedFunds'], []]);
  });
});

describe('list/problem-count', () => {
  it('is of the city’s workbook', () => {
    const rows = { 8: [row('高平市', '甲', { problemNumber: '1', source: '二季度13710' })] };
    expect(issuesOf('list/problem-count', { rows, scope: own('gaoping') })).toEqual([]);
    expect(undecidedOf('list/problem-count', { rows: {} })).toMatchObject([{ list: '8', unit: null, reason: 'waiting' }]);
  });
});

describe('figures counted from a ledger that is edited', () => {
  const asked = new Set(['list/behind-schedule', 'list/reserve-short']);
  const options = { only: ({ code }: Rule) => asked.has(code) };
  const open = (entries: WorkbookEntries) => {
    const steps = CheckSession.open(entries, plan, lists, options);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  const project = (unit: string, at: number): Row => row(unit, `项目${at}`, { identity: `A-${at}`, totalInvestment: 5_000, nextYearPlan: 1_000, projectType: '产业' });
  const agreement = (unit: string, at: number): Row => row(unit, `协议${at}`, { identity: `B-${at}`, plannedInvestment: 2, signedOn: day('2023-11-05'), arrivedFunds: 1, isFixedAsset: '是' });

  it('are those of the rows as they then are, each unit’s its own', () => {
    const units = ['城区', '泽州县', '高平市'];
    const rows = { 1: units.map((unit) => ({ unit, 'fixedAssetInvestment.m10': 1 })), 2: units.map((unit) => ({ unit })), 3: units.map((unit) => ({ unit })), A: [...units, ...units, '市本级'].map(project), B: [...units, '市本级'].map(agreement) };
    const session = open(entriesOf({ rows, asOf: '2024-01-20' }));
    const edits = [
      ['A', 0, 'nextYearPlan', 90_000],
      ['A', 1, 'unit', '高平市'],
      ['A', 6, 'nextYearPlan', 50_000],
      ['A', 2, 'unit', '长治市'],
      ['B', 0, 'plannedInvestment', 90],
      ['B', 1, 'signedOn', day('2024-02-05')],
      ['B', 3, 'plannedInvestment', 70],
      ['B', 2, 'unit', '泽州县'],
      ['B', 2, 'remark', '已核'],
      ['A', 7, 'unit', '泽州县'],
      ['A', 7, 'projectName', '新增项目'],
      ['1', 0, 'fixedAssetInvestment.m10', 40],
      ['1', 1, 'explanation', '工期调整'],
      ['2', 1, 'unit', '阳城县'],
      ['3', 0, 'explanation', '已核'],
      ['3', 2, 'unit', '沁水县'],
    ] as const;
    const seen = new Set<string>();
    for (const [list, at, column, value] of edits) {
      for (const step of session.edit([{ list, row: at, column, value }])) expect(step.done).toBeLessThanOrEqual(step.total);
      expect(session.result).toEqual(check(session.entries, plan, lists, options));
      seen.add(JSON.stringify(session.result.issues));
    }
    expect(seen.size).toBeGreaterThan(5);
    const without = { ...session.entries, lists: { ...session.entries.lists, A: { ...session.entries.lists['A']!, rowCount: 0, values: Object.fromEntries(Object.keys(session.entries.lists['A']!.values).map((key) => [key, []])) } } };
    for (const step of session.update(without)) expect(step.done).toBeLessThanOrEqual(step.total);
    expect(session.result).toEqual(check(without, plan, lists, options));
  });
});

describe('what waits and is filled in', () => {
  it('is told of every list that somebody types into, with the rows that are due', () => {
    const { waiting } = judge({ rows: { 5: [row('阳城县', '甲')] }, scope: own('yangcheng') });
    expect(waiting.find(({ list }) => list === '5')).toEqual({ list: '5', unit: 'yangcheng', waitingRows: 0, filledRows: 1, expectedRows: 5 });
    expect(waiting.find(({ list }) => list === '4')).toEqual({ list: '4', unit: 'yangcheng', waitingRows: 0, filledRows: 0, expectedRows: null });
    expect(waiting.map(({ list }) => list)).not.toContain('2');
    expect(waiting.every(({ unit }) => unit === 'yangcheng')).toBe(true);
  });
});

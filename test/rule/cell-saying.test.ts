import { z } from 'zod';
import type { List } from '../../src/list/list';
import { catalogue } from '../../src/rule/catalogue';
import { makeContext } from '../../src/rule/context';
import { check } from '../../src/rule/engine';
import type { Issue } from '../../src/rule/issue';
import { day, entriesOf, issuesOf, lists, plan, rowWith, type Workbook } from './fixture';

/** What a rule on cells tells: at which columns, with what figures, and what 修正 would write. */
type Told = Pick<Issue, 'severity' | 'columns' | 'params' | 'source'> & Partial<Pick<Issue, 'fix'>>;

const on5 = (cells: Parameters<typeof rowWith>[0]): Workbook => ({ rows: { 5: [rowWith({}), rowWith({ identity: '5-2', projectName: '另一项目', ...cells })] } });
const onB = (column: string, amount: number, unit = '泽州县'): Workbook => ({ rows: { B: [{ projectName: '甲', unit, [column]: amount }] } });
const fix = (column: string, before: Issue['params'][string], after: unknown, list = '5', rowIndex = 1) => ({ kind: 'cell', list, rowIndex, column, before, after }) as Issue['fix'] & object;

const sayings: readonly (readonly [code: string, what: string, workbook: Workbook, expected: readonly Told[]])[] = [
  ['cell/required', 'two empty cells', on5({ developer: ' ', phone: null }), [{ severity: 'error', columns: ['developer', 'phone'], params: {}, source: '四(二)' }]],
  [
    'cell/required',
    'what is required unless 已入统',
    { rows: { 6: [{ projectName: '甲', unit: '泽州县', developer: '甲', totalInvestment: 1_000, responsibleUnit: '甲', responsiblePerson: '甲', phone: '13912345678', actualStart: day('2023-12-01'), statisticsState: '未报' }] } },
    [{ severity: 'error', columns: ['statisticsReason', 'plannedStatisticsMonth'], params: {}, source: '四(二)' }],
  ],
  [
    'cell/required',
    'nothing more of what is 已入统',
    { rows: { 6: [{ projectName: '甲', unit: '泽州县', developer: '甲', totalInvestment: 1_000, responsibleUnit: '甲', responsiblePerson: '甲', phone: '13912345678', actualStart: day('2023-12-01'), statisticsState: '已入统' }] } },
    [],
  ],
  [
    'cell/required',
    'the unit in the city’s workbook, not in its own',
    { rows: { 5: [rowWith({ unit: null })] } },
    [{ severity: 'error', columns: ['unit'], params: {}, source: '四(二)' }],
  ],
  ['cell/required', 'the unit in its own workbook', { rows: { 5: [rowWith({ unit: null })] }, scope: { kind: 'unit', unit: 'gaoping' } }, []],
  ['cell/required', 'other cells in the unit’s own workbook', { rows: { 5: [rowWith({ unit: null, developer: null })] }, scope: { kind: 'unit', unit: 'gaoping' } }, [{ severity: 'error', columns: ['developer'], params: {}, source: '四(二)' }]],
  ['cell/required', 'what is required once a problem is 交办', { rows: { 8: [{ problemNumber: '1', projectName: '甲', unit: '泽州县', problemState: '交办' }] } }, [{ severity: 'error', columns: ['description', 'problemKind', 'grade', 'authority', 'problemSource', 'foundOn', 'department', 'deputy', 'section', 'person', 'deadline', 'supervised13710'], params: {}, source: '四(二)' }]],
  ['cell/type', 'an amount in words', on5({ yearPlan: '2000万' }), [{ severity: 'error', columns: ['yearPlan'], params: { seen: '2000万', expected: 2_000, clears: false }, source: '四(二)', fix: fix('yearPlan', '2000万', 2_000) }]],
  ['cell/type', 'an amount that nobody knows', on5({ yearPlan: '约2000' }), [{ severity: 'error', columns: ['yearPlan'], params: { seen: '约2000', expected: null, clears: false }, source: '四(二)' }]],
  ['cell/type', 'an amount that would be out of range', on5({ yearPlan: '-20万' }), [{ severity: 'error', columns: ['yearPlan'], params: { seen: '-20万', expected: null, clears: false }, source: '四(二)' }]],
  ['cell/type', 'a stroke', on5({ yearPlan: '/' }), [{ severity: 'error', columns: ['yearPlan'], params: { seen: '/', expected: null, clears: true }, source: '四(二)', fix: fix('yearPlan', '/', null) }]],
  ['cell/type', 'a stroke where a day is required', on5({ plannedStart: '—' }), [{ severity: 'error', columns: ['plannedStart'], params: { seen: '—', expected: null, clears: false }, source: '四(二)' }]],
  ['cell/type', 'a tick for an amount', on5({ yearPlan: true }), [{ severity: 'error', columns: ['yearPlan'], params: { seen: true, expected: null, clears: false }, source: '四(二)' }]],
  ['cell/enum', 'a known alias', on5({ projectType: '产业类' }), [{ severity: 'error', columns: ['projectType'], params: { seen: '产业类', expected: '产业', clears: false }, source: '四(二)', fix: fix('projectType', '产业类', '产业') }]],
  ['cell/enum', 'what nobody knows', on5({ projectType: '别的' }), [{ severity: 'error', columns: ['projectType'], params: { seen: '别的', expected: null, clears: false }, source: '四(二)' }]],
  ['cell/enum', 'a stroke in an optional cell', on5({ projectType: '—' }), [{ severity: 'error', columns: ['projectType'], params: { seen: '—', expected: null, clears: true }, source: '四(二)', fix: fix('projectType', '—', null) }]],
  ['cell/enum', '无 where it is another word for 否', { rows: { 6: [{ projectName: '甲', unit: '泽州县', contract: '无' }] } }, [{ severity: 'error', columns: ['contract'], params: { seen: '无', expected: '否', clears: false }, source: '四(二)', fix: fix('contract', '无', '否', '6', 0) }]],
  ['cell/enum', 'a number', on5({ projectType: 3 }), [{ severity: 'error', columns: ['projectType'], params: { seen: 3, expected: null, clears: false }, source: '四(二)' }]],
  ['cell/enum', 'a stroke where a choice is required', on5({ startState: '—' }), [{ severity: 'error', columns: ['startState'], params: { seen: '—', expected: null, clears: false }, source: '四(二)' }]],
  ['cell/enum', 'a unit that the list does not have', { rows: { B: [{ projectName: '甲', unit: '市直' }] } }, [{ severity: 'error', columns: ['unit'], params: { seen: '市直', expected: null, clears: false }, source: '四(二)' }]],
  ['cell/range', 'below 0', on5({ yearPlan: -0.01 }), [{ severity: 'error', columns: ['yearPlan'], params: { seen: -0.01, reason: 'negative', mayBe: false }, source: '四(二)' }]],
  ['cell/range', 'a day of another century', on5({ actualStart: 10 }), [{ severity: 'error', columns: ['actualStart'], params: { seen: 10, reason: 'day', mayBe: false }, source: '四(二)' }]],
  [
    'cell/range',
    'a month of list 1 below 0',
    { rows: { 1: [{ unit: '泽州县', 'fixedAssetInvestment.m10': -1 }] } },
    [{ severity: 'warning', columns: ['fixedAssetInvestment.m10'], params: { seen: -1, reason: 'negative', mayBe: true }, source: '四(二)' }],
  ],
  ['cell/unit-suspect', 'yuan', on5({ totalInvestment: 5_000_001 }), [{ severity: 'warning', columns: ['totalInvestment'], params: { seen: 5_000_001, below: 500, above: 5_000_000, expected: 500.0001 }, source: '惯例', fix: fix('totalInvestment', 5_000_001, 500.0001) }]],
  ['cell/unit-suspect', '亿元', on5({ totalInvestment: 499.99 }), [{ severity: 'warning', columns: ['totalInvestment'], params: { seen: 499.99, below: 500, above: 5_000_000, expected: 4_999_900 }, source: '惯例', fix: fix('totalInvestment', 499.99, 4_999_900) }]],
  ['cell/unit-suspect', 'neither', on5({ totalInvestment: 0.04 }), [{ severity: 'warning', columns: ['totalInvestment'], params: { seen: 0.04, below: 500, above: 5_000_000, expected: null }, source: '惯例' }]],
  ['cell/unit-suspect', 'nothing of 0, below 0 and what is no amount', { rows: { 5: [rowWith({ totalInvestment: -3 }), rowWith({ totalInvestment: '很多' }), rowWith({ totalInvestment: null })] } }, []],
  ['cell/unit-suspect', '0', on5({ totalInvestment: 0 }), [{ severity: 'warning', columns: ['totalInvestment'], params: { seen: 0, below: 500, above: 5_000_000, expected: null }, source: '惯例' }]],
  ['cell/unit-suspect', 'words, by what they mean and without a fix of its own', on5({ totalInvestment: '600亿' }), [{ severity: 'warning', columns: ['totalInvestment'], params: { seen: 6_000_000, below: 500, above: 5_000_000, expected: 600 }, source: '惯例' }]],
  // 泽州县: 新签约 69 亿元, 新开工 25 亿元, 到位 6.5 亿元; three times that is still believed.
  ['cell/unit-suspect', '签约总投资 at three times the target', onB('signedInvestment', 207), []],
  ['cell/unit-suspect', '签约总投资 beyond', onB('signedInvestment', 207.01), [{ severity: 'warning', columns: ['signedInvestment'], params: { seen: 207.01, below: 0, above: 207, expected: 0.020701 }, source: '惯例', fix: fix('signedInvestment', 207.01, 0.020701, 'B', 0) }]],
  ['cell/unit-suspect', '计划总投资 beyond', onB('plannedInvestment', 75.01), [{ severity: 'warning', columns: ['plannedInvestment'], params: { seen: 75.01, below: 0, above: 75, expected: 0.007501 }, source: '惯例', fix: fix('plannedInvestment', 75.01, 0.007501, 'B', 0) }]],
  ['cell/unit-suspect', '本季到位资金 beyond', onB('arrivedFunds', 20_000), [{ severity: 'warning', columns: ['arrivedFunds'], params: { seen: 20_000, below: 0, above: 19.5, expected: 2 }, source: '惯例', fix: fix('arrivedFunds', 20_000, 2, 'B', 0) }]],
  ['cell/unit-suspect', 'nothing that is computed or issued', { rows: { 1: [{ unit: '陵川县', 'fixedAssetInvestment.done': 9_000, 'fixedAssetInvestment.target': 9_000 }] } }, []],
  ['cell/unit-suspect', 'nothing of 0 against a target', onB('arrivedFunds', 0), []],
  ['cell/unit-suspect', 'an amount of no unit', onB('arrivedFunds', 20_000, '长治市'), []],
  ['cell/length', '501 characters', on5({ reasonText: '字'.repeat(501) }), [{ severity: 'info', columns: ['reasonText'], params: { length: 501, longest: 500 }, source: '惯例' }]],
  ['cell/phone', 'a digit too few', on5({ phone: '1391234567' }), [{ severity: 'warning', columns: ['phone'], params: { seen: '1391234567', expected: null }, source: '四(二)' }]],
  ['cell/phone', 'a digit too few, typed as a number', on5({ phone: 1_391_234_567 }), [{ severity: 'warning', columns: ['phone'], params: { seen: 1_391_234_567, expected: null }, source: '四(二)' }]],
  ['cell/phone', 'commas between numbers', on5({ phone: ' 13912345678 ,0356-2022345' }), [{ severity: 'warning', columns: ['phone'], params: { seen: ' 13912345678 ,0356-2022345', expected: '13912345678、0356-2022345' }, source: '四(二)', fix: fix('phone', ' 13912345678 ,0356-2022345', '13912345678、0356-2022345') }]],
  ['cell/phone', 'three numbers, two of them parted by a blank', on5({ phone: '13912345678，13812345678 13712345678' }), [{ severity: 'warning', columns: ['phone'], params: { seen: '13912345678，13812345678 13712345678', expected: '13912345678、13812345678 13712345678' }, source: '四(二)', fix: fix('phone', '13912345678，13812345678 13712345678', '13912345678、13812345678 13712345678') }]],
  ['cell/phone', 'blanks around two numbers', on5({ phone: ' 13912345678 13812345678' }), [{ severity: 'warning', columns: ['phone'], params: { seen: ' 13912345678 13812345678', expected: '13912345678 13812345678' }, source: '四(二)', fix: fix('phone', ' 13912345678 13812345678', '13912345678 13812345678') }]],
  ['cell/project-code', 'another form', on5({ projectCode: '2311-14058-04-01-123456' }), [{ severity: 'warning', columns: ['projectCode'], params: { seen: '2311-14058-04-01-123456', expected: null, region: null, owner: null }, source: '惯例' }]],
  ['cell/project-code', 'long strokes', on5({ projectCode: '2311—140581–04_01-123456' }), [{ severity: 'warning', columns: ['projectCode'], params: { seen: '2311—140581–04_01-123456', expected: '2311-140581-04-01-123456', region: null, owner: null }, source: '惯例', fix: fix('projectCode', '2311—140581–04_01-123456', '2311-140581-04-01-123456') }]],
  ['cell/project-code', 'another county’s region', on5({ projectCode: '2311-140525-04-01-123456' }), [{ severity: 'info', columns: ['projectCode'], params: { seen: '2311-140525-04-01-123456', expected: null, region: '140525', owner: 'zezhou' }, source: '惯例' }]],
  ['cell/project-code', 'another county’s region in another form, told once', on5({ projectCode: '2311-140525-04-01-12345X' }), [{ severity: 'warning', columns: ['projectCode'], params: { seen: '2311-140525-04-01-12345X', expected: null, region: null, owner: null }, source: '惯例' }]],
  ['cell/project-code', 'nothing of a code that stands elsewhere', on5({ remark: '2311-140525-04-01-123456' }), []],
  ['cell/project-code', 'a number', on5({ projectCode: 2311 }), [{ severity: 'warning', columns: ['projectCode'], params: { seen: 2311, expected: null, region: null, owner: null }, source: '惯例' }]],
  ['cell/project-code', 'a county’s region under 市本级', on5({ projectCode: '2311-140525-04-01-123456', unit: '市本级' }), [{ severity: 'info', columns: ['projectCode'], params: { seen: '2311-140525-04-01-123456', expected: null, region: '140525', owner: 'zezhou' }, source: '惯例' }]],
  ['cell/project-code', 'a region of nobody here, the city’s own, and a row of no unit', { rows: { 5: [rowWith({ projectCode: '2311-110101-04-01-123456' }), rowWith({ projectCode: '2311-140500-04-01-123456' }), rowWith({ projectCode: '2311-140525-04-01-123456', unit: '长治市' })] } }, []],
  ['cell/formula-error', 'an error in a cell that is typed', on5({ yearPlan: '#DIV/0!' }), [{ severity: 'error', columns: ['yearPlan'], params: { seen: '#DIV/0!', isError: true }, source: '四(二)' }]],
  ['cell/formula-error', 'an error in text, as LibreOffice shows it', on5({ reasonText: 'Err:508' }), [{ severity: 'error', columns: ['reasonText'], params: { seen: 'Err:508', isError: true }, source: '四(二)' }]],
  [
    'cell/formula-error',
    'a ƒ cell typed over',
    { rows: { 5: [rowWith({ index: 9 })] }, formulas: { 5: { index: [null] } } },
    [{ severity: 'error', columns: ['index'], params: { seen: 9, isError: false }, source: '四(二)', fix: { kind: 'restoreFormula', list: '5', rowIndex: 0, column: 'index' } }],
  ],
  [
    'cell/formula-error',
    'the unit’s formula in its own workbook',
    { rows: { 5: [rowWith({ unit: '#REF!' })] }, scope: { kind: 'unit', unit: 'gaoping' } },
    [{ severity: 'error', columns: ['unit'], params: { seen: '#REF!', isError: true }, source: '四(二)', fix: { kind: 'restoreFormula', list: '5', rowIndex: 0, column: 'unit' } }],
  ],
  ['cell/formula-error', 'an error that was typed in the unit’s own workbook', { rows: { 5: [rowWith({ yearPlan: '#REF!' })] }, scope: { kind: 'unit', unit: 'gaoping' } }, [{ severity: 'error', columns: ['yearPlan'], params: { seen: '#REF!', isError: true }, source: '四(二)' }]],
  ['cell/formula-error', 'the unit in the city’s workbook, where no formula stood', { rows: { 5: [rowWith({ unit: '#REF!' })] } }, [{ severity: 'error', columns: ['unit'], params: { seen: '#REF!', isError: true }, source: '四(二)' }]],
];

describe('what a rule on cells tells', () => {
  it.each(sayings)('%s: %s', (code, _, workbook, expected) => {
    const found = issuesOf(code, workbook).map(({ severity, columns, params, source, fix: own }): Told => ({ severity, columns, params, source, ...(own ? { fix: own } : {}) }));
    expect(found).toEqual(expected);
  });

  it('is held here for every one of them', () => {
    const rules = catalogue.filter(({ scope }) => scope === 'cell').map(({ code }) => code as string);
    expect([...new Set(sayings.map(([code]) => code))].sort()).toEqual(rules.sort());
  });
});

it('a count with decimals is told as such, where a list has counts to type', () => {
  const withCount = lists.map((list) => ({ ...list, columns: list.columns.map((column) => (column.key === 'yearPlan' ? { ...column, type: 'count' as const, schema: z.int().min(0) } : column)) }));
  const { issues } = check(entriesOf({ rows: { 5: [2, 2.5, -1].map((yearPlan) => rowWith({ yearPlan })) } }), plan, withCount as readonly List[], { only: ({ scope }) => scope === 'cell' });
  expect(issues.flatMap(({ code, rowIndex, params }) => (code === 'cell/range' ? [[rowIndex, params['reason']]] : []))).toEqual([[1, 'decimals'], [2, 'negative']]);
});

it('each row is told of once, however many rows are looked at at a time', () => {
  const bad = rowWith({ developer: null, phone: null, totalInvestment: 1, projectCode: '2311-140525-04-01-123456', index: '#REF!' });
  const context = makeContext(entriesOf({ rows: { 5: [bad, bad, bad] } }), plan, lists);
  const table = context.tables.get('5')!;
  table.prepareRows(0, 3);
  const told = catalogue.flatMap((rule) => {
    const rows: number[] = [];
    if (rule.scope === 'cell') for (const pass of rule.passes?.(table, context) ?? []) pass.run(1, 2, (_, row) => rows.push(row));
    return rows.length === 0 ? [] : [[rule.code, rows]];
  });
  expect(Object.fromEntries(told)).toEqual({ 'cell/required': [1], 'cell/unit-suspect': [1], 'cell/project-code': [1], 'cell/formula-error': [1] });
});

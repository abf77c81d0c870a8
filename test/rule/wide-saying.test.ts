import { catalogue } from '../../src/rule/catalogue';
import type { Issue } from '../../src/rule/issue';
import { targetColumn } from '../../src/list/target-list';
import { day, issuesOf, listOf, plan, undecidedOf, type Row, type Workbook } from './fixture';

/** What a rule across rows tells: where a click leads, and the figures of its sentence. */
type Told = Pick<Issue, 'severity' | 'list' | 'unit' | 'rowIndex' | 'columns' | 'params' | 'source'> & Partial<Pick<Issue, 'place' | 'fix'>>;

const told = (issues: readonly Issue[]): Told[] =>
  issues.map(({ severity, list, unit, rowIndex, columns, params, source, place, fix }) => ({
    severity,
    list,
    unit,
    rowIndex,
    columns,
    params,
    source,
    ...(place ? { place } : {}),
    ...(fix ? { fix } : {}),
  }));

/** Column of a list as the fixture lays it out: in the list's own order, from 0. */
const at = (list: string, key: string) => listOf(list).columns.findIndex((column) => column.key === key);
const place = (list: string, key: string, row = 6) => ({ sheetName: listOf(list).sheetName, row, column: at(list, key) });
const own = (unit: string) => ({ kind: 'unit', unit }) as const;
const code = '2311-140500-04-01-123456';
const project = (unit: string, cells: Row = {}): Row => ({ projectName: '国道改造', unit, totalInvestment: 10_000, ...cells });
const other = (unit: string): Row => ({ projectName: '别的项目', unit, remark: '填报' });
const lingchuanTargets = Object.fromEntries(
  listOf('1').columns.flatMap(({ key, role, measure }) => (role === 'issued' && measure ? [[key, plan.measures.find((each) => each.key === measure)!.units['lingchuan'] ?? null]] : [])),
);

const sayings: readonly (readonly [code: string, what: string, workbook: Workbook, expected: readonly Told[]])[] = [
  [
    'row/duplicate',
    'one name twice',
    { rows: { A: [project('泽州县'), other('泽州县'), project('泽州县', { projectName: '国道 改造' })] } },
    [
      { severity: 'error', list: 'A', unit: 'zezhou', rowIndex: 0, columns: ['projectName'], params: { same: 'name', seen: '国道改造', others: [9], more: false }, source: '四(二)' },
      { severity: 'error', list: 'A', unit: 'zezhou', rowIndex: 2, columns: ['projectName'], params: { same: 'name', seen: '国道 改造', others: [7], more: false }, source: '四(二)' },
    ],
  ],
  [
    'row/duplicate',
    'one code under two names, the rows of the same name not among the others',
    { rows: { A: ['甲', '乙', '甲 '].map((projectName) => project('泽州县', { projectName, projectCode: code })) } },
    [
      { severity: 'error', list: 'A', unit: 'zezhou', rowIndex: 0, columns: ['projectName'], params: { same: 'name', seen: '甲', others: [9], more: false }, source: '四(二)' },
      { severity: 'warning', list: 'A', unit: 'zezhou', rowIndex: 0, columns: ['projectCode'], params: { same: 'code', seen: code, others: [8], more: false }, source: '四(二)' },
      { severity: 'warning', list: 'A', unit: 'zezhou', rowIndex: 1, columns: ['projectCode'], params: { same: 'code', seen: code, others: [7, 9], more: false }, source: '四(二)' },
      { severity: 'error', list: 'A', unit: 'zezhou', rowIndex: 2, columns: ['projectName'], params: { same: 'name', seen: '甲 ', others: [7], more: false }, source: '四(二)' },
      { severity: 'warning', list: 'A', unit: 'zezhou', rowIndex: 2, columns: ['projectCode'], params: { same: 'code', seen: code, others: [8], more: false }, source: '四(二)' },
    ],
  ],
  [
    'list/sheet-missing',
    'a sheet that is gone',
    { rows: {}, findings: [{ kind: 'sheetMissing', list: '8' }] },
    [{ severity: 'error', list: '8', unit: null, rowIndex: null, columns: [], params: {}, source: '四(二)', fix: { kind: 'restoreSheet', list: '8' } }],
  ],
  [
    'list/header-altered',
    'a header renamed, and one gone',
    {
      rows: {},
      findings: [
        { kind: 'headerAltered', list: '5', column: 'developer', row: 5, at: 3, seen: '业主单位', certain: true },
        { kind: 'headerAltered', list: '6', column: 'contract', row: 4, at: null, seen: null, certain: false },
      ],
    },
    [
      { severity: 'error', list: '5', unit: null, rowIndex: null, columns: ['developer'], params: { seen: '业主单位', certain: true }, source: '四(二)', place: { sheetName: '5 未开工项目', row: 5, column: 3 }, fix: { kind: 'restoreHeader', list: '5', column: 'developer', row: 5, at: 3 } },
      { severity: 'error', list: '6', unit: null, rowIndex: null, columns: ['contract'], params: { seen: null, certain: false }, source: '四(二)', place: { sheetName: '6 已开工未入统项目', row: 4, column: 0 } },
    ],
  ],
  [
    'list/outside-table',
    'entries below the table',
    { rows: {}, findings: [{ kind: 'outsideTable', list: '5', row: 40, column: 1, rows: 3, columns: 4, growable: true }] },
    [{ severity: 'error', list: '5', unit: null, rowIndex: null, columns: [], params: { firstRow: 40, firstColumn: 1, rows: 3, columns: 4, growable: true }, source: '四(二)', place: { sheetName: '5 未开工项目', row: 40, column: 1 }, fix: { kind: 'growTable', list: '5', rows: 3 } }],
  ],
  [
    'list/target-altered',
    'a target typed over, and one where the plan sets none',
    { rows: { 1: [{ unit: '陵川县', ...lingchuanTargets, [targetColumn('industrialInvestment', 'target')]: 37 }], 2: [{ unit: '市本级', ...Object.fromEntries(listOf('2').columns.flatMap(({ key, role, measure }) => (role === 'issued' && measure ? [[key, plan.measures.find((each) => each.key === measure)!.units['shibenji'] ?? '—']] : []))), [targetColumn('reserveCount', 'target')]: 5 }] } },
    [
      { severity: 'error', list: '1', unit: 'lingchuan', rowIndex: 0, columns: ['industrialInvestment.target'], params: { seen: 37, expected: 3.7, line: 'unit' }, source: '二', fix: { kind: 'restoreTarget', list: '1', rowIndex: 0, column: 'industrialInvestment.target', after: 3.7 } },
      { severity: 'error', list: '2', unit: 'shibenji', rowIndex: 0, columns: ['reserveCount.target'], params: { seen: 5, expected: null, line: 'unit' }, source: '二' },
    ],
  ],
  [
    'list/target-altered',
    'a 文件全市数 typed over',
    { rows: {}, findings: [{ kind: 'cityFigure', list: '2', column: 'reserveKeyCount.target', row: 4, at: 9, line: 'notice', seen: 45 }] },
    [{ severity: 'error', list: '2', unit: null, rowIndex: null, columns: ['reserveKeyCount.target'], params: { seen: 45, expected: 57, line: 'notice' }, source: '二', place: { sheetName: '2 项目储备目标任务', row: 4, column: 9 }, fix: { kind: 'restoreTarget', list: '2', rowIndex: null, column: 'reserveKeyCount.target', after: 57 } }],
  ],
  [
    'list/unit-rows',
    'a row of no unit where one is missing',
    { rows: { 1: [{ unit: '新区' }], 2: [{ unit: '陵川县' }], 3: [{ unit: '陵川' }] }, scope: own('lingchuan') },
    [
      { severity: 'error', list: '1', unit: 'lingchuan', rowIndex: null, columns: ['unit'], params: { reason: 'missing', expected: '陵川县' }, source: '二' },
      { severity: 'error', list: '1', unit: null, rowIndex: 0, columns: ['unit'], params: { reason: 'unknown', seen: '新区', expected: '陵川县' }, source: '二', fix: { kind: 'cell', list: '1', rowIndex: 0, column: 'unit', before: '新区', after: '陵川县' } },
      { severity: 'error', list: '3', unit: 'lingchuan', rowIndex: 0, columns: ['unit'], params: { reason: 'renamed', seen: '陵川', expected: '陵川县' }, source: '二', fix: { kind: 'cell', list: '3', rowIndex: 0, column: 'unit', before: '陵川', after: '陵川县' } },
    ],
  ],
  [
    'list/unit-rows',
    'two rows of no unit, and a unit twice',
    { rows: { 1: [{ unit: '甲' }, { unit: '乙' }, {}, { unit: '陵川县' }, { unit: '陵川县' }], 2: [{ unit: '陵川县' }], 3: [{ unit: '陵川县' }] }, scope: own('lingchuan') },
    [
      { severity: 'error', list: '1', unit: null, rowIndex: 0, columns: ['unit'], params: { reason: 'unknown', seen: '甲', expected: null }, source: '二' },
      { severity: 'error', list: '1', unit: null, rowIndex: 1, columns: ['unit'], params: { reason: 'unknown', seen: '乙', expected: null }, source: '二' },
      { severity: 'error', list: '1', unit: 'lingchuan', rowIndex: 4, columns: ['unit'], params: { reason: 'twice', seen: '陵川县', first: 10 }, source: '二' },
    ],
  ],
  [
    'list/row-count',
    'fewer rows than the notice’s number',
    { rows: { 7: [other('陵川县')], 6: [other('陵川县')], 5: [other('陵川县')] }, scope: own('lingchuan') },
    [
      { severity: 'warning', list: '6', unit: 'lingchuan', rowIndex: null, columns: [], params: { count: 1, expected: 8 }, source: '二(四)', place: place('6', 'projectName') },
      { severity: 'warning', list: '7', unit: 'lingchuan', rowIndex: null, columns: [], params: { count: 1, expected: 2 }, source: '三(四)2', place: place('7', 'projectName') },
    ],
  ],
  [
    'list/unfilled',
    'a list begun',
    { rows: { 5: [other('陵川县'), { identity: '5-a', projectName: '甲', unit: '陵川县' }], 6: [other('陵川县')], 7: [other('陵川县')], 9: [other('陵川县')], A: [other('陵川县')], B: [other('陵川县')] }, issued: { 5: { '5-a': { name: '甲', unit: 'lingchuan' } } }, scope: own('lingchuan') },
    [
      { severity: 'warning', list: '5', unit: 'lingchuan', rowIndex: null, columns: [], params: { waiting: 1, filled: 1, due: day('2023-11-30') }, source: '三(三)1', place: place('5', 'projectName', 7) },
    ],
  ],
  [
    'list/named-project-missing',
    'a project that the notice names',
    { rows: { 5: [{ ...other('陵川县') }] }, scope: own('lingchuan') },
    plan.namedProjects
      .filter(({ list, unit }) => list === '5' && unit === 'lingchuan')
      .map(({ name, clause }): Told => ({ severity: 'warning', list: '5', unit: 'lingchuan', rowIndex: null, columns: ['projectName'], params: { name }, source: clause, place: place('5', 'projectName') })),
  ],
  [
    'list/leader-count',
    'a leader with one project',
    { rows: { 4: [{}, { projectName: '甲', unit: '城区', leader: '王某' }] } },
    [{ severity: 'info', list: '4', unit: null, rowIndex: null, columns: ['leader'], params: { leader: '王某', count: 1, expected: 5 }, source: '四(一)', place: place('4', 'leader', 7) }],
  ],
  [
    'list/problem-count',
    'other numbers than the notice’s',
    { rows: { 8: [{ problemNumber: '1', projectName: '甲', unit: '城区', problemSource: '二季度13710' }] } },
    [
      { severity: 'info', list: '8', unit: null, rowIndex: null, columns: ['problemSource'], params: { source: 'q2', problems: 1, projects: 1, expectedProblems: 7, expectedProjects: 6 }, source: '三(五)3', place: place('8', 'problemSource') },
      { severity: 'info', list: '8', unit: null, rowIndex: null, columns: ['problemSource'], params: { source: 'q3', problems: 0, projects: 0, expectedProblems: 22, expectedProjects: 11 }, source: '三(五)3', place: place('8', 'problemSource') },
    ],
  ],
  [
    'list/behind-schedule',
    'two rates below a third',
    { rows: { 1: [{ unit: '陵川县', 'fixedAssetInvestment.m10': 0.78, 'industrialInvestment.m10': 3.7, 'privateInvestment.m10': 0.242 }] }, scope: own('lingchuan') },
    [{ severity: 'info', list: '1', unit: 'lingchuan', rowIndex: 0, columns: ['explanation', 'fixedAssetInvestment.rate', 'privateInvestment.rate'], params: { rates: [0.1, 0.1], due: 0.333333, months: 1 }, source: '二(一), 四(三)' }],
  ],
  [
    'list/reserve-short',
    'every figure short',
    { rows: { 2: [{ unit: '陵川县' }], A: [{ ...other('陵川县'), nextYearPlan: 1_000 }] }, scope: own('lingchuan') },
    [
      {
        severity: 'info',
        list: '2',
        unit: 'lingchuan',
        rowIndex: 0,
        columns: ['reserveCount', 'reserveInvestment', 'reserveIndustrialCount', 'reserveIndustrialInvestment', 'reservePrivateCount', 'reservePrivateInvestment', 'reserveKeyCount', 'reserveKeyInvestment', 'bandSmallCount'].map((measure) => `${measure}.gap`),
        params: { gaps: [127, 59.9, 62, 35.2, 54, 33.4, 2, 9.6, 2] },
        source: '二(二), 三(一)3',
      },
    ],
  ],
  [
    'list/q1-start-rate',
    'one of three',
    { rows: { A: ['甲', '乙', '丙'].map((projectName, row) => ({ projectName, unit: '陵川县', startKind: '新开工', actualStart: row === 0 ? day('2024-03-31') : null })) }, scope: own('lingchuan'), asOf: '2024-03-31' },
    [{ severity: 'warning', list: 'A', unit: 'lingchuan', rowIndex: null, columns: ['actualStart'], params: { started: 1, all: 3, rate: 1 / 3, limit: 0.4 }, source: '二(三)', place: place('A', 'actualStart') }],
  ],
  [
    'cross-list/not-started-and-started',
    'on 6 and 7',
    { rows: { 5: [project('泽州县', { startState: '未开工' })], 6: [project('泽州县')], 7: [project('泽州县', { yearDone: 0.01 })] } },
    [{ severity: 'error', list: '5', unit: 'zezhou', rowIndex: 0, columns: ['startState'], params: { lists: ['6', '7'], rows: [7, 7], more: false }, source: '三(四)' }],
  ],
  [
    'cross-list/started-not-followed',
    'on no list 6',
    { rows: { 5: [project('泽州县', { startState: '已开工' })], 6: [other('泽州县')] } },
    [{ severity: 'warning', list: '5', unit: 'zezhou', rowIndex: 0, columns: ['statisticsOn', 'startState'], params: {}, source: '三(四)3' }],
  ],
  [
    'cross-list/project-differs',
    'everything otherwise',
    { rows: { 5: [project('泽州县', { projectCode: code, developer: '甲公司' })], 9: [project('泽州县', { projectName: '国道重修', projectCode: code, developer: '乙公司', totalInvestment: 10_011 })] } },
    [
      {
        severity: 'warning',
        list: '9',
        unit: 'zezhou',
        rowIndex: 0,
        columns: ['totalInvestment', 'developer', 'projectName'],
        params: { otherList: '5', otherRow: 7, own: [10_011, '乙公司', '国道重修'], other: [10_000, '甲公司', '国道改造'] },
        source: '四(五)',
      },
    ],
  ],
  [
    'cross-list/problem-project-unknown',
    'a problem of no project',
    { rows: { 8: [{ problemNumber: '1', projectName: '国道改造', unit: '泽州县' }], B: [other('泽州县')] } },
    [{ severity: 'warning', list: '8', unit: 'zezhou', rowIndex: 0, columns: ['projectName'], params: { seen: '国道改造' }, source: '三(五)1' }],
  ],
  [
    'cross-list/problem-not-listed',
    'a problem on no list 8',
    { rows: { 4: [project('泽州县', { problems: '资金未到' })], 8: [{ problemNumber: '1', projectName: '别的项目', unit: '泽州县' }] } },
    [{ severity: 'warning', list: '4', unit: 'zezhou', rowIndex: 0, columns: ['problems'], params: {}, source: '三(五)1' }],
  ],
  [
    'cross-list/q1-not-in-reserve',
    'not in ledger A',
    { rows: { 9: [project('泽州县')], A: [other('泽州县')] } },
    [{ severity: 'warning', list: '9', unit: 'zezhou', rowIndex: 0, columns: ['projectName'], params: { seen: '国道改造' }, source: '二(二)' }],
  ],
  [
    'cross-list/reserve-q1-not-in-9',
    'not on list 9',
    { rows: { A: [project('泽州县', { startKind: '新开工', plannedStart: day('2024-01-01') })], 9: [other('泽州县')] } },
    [{ severity: 'info', list: 'A', unit: 'zezhou', rowIndex: 0, columns: ['projectName', 'plannedStart'], params: { seen: day('2024-01-01') }, source: '四(二)' }],
  ],
  [
    'cross-county/same-code',
    'two units, one code',
    { rows: { 9: [project('高平市', { projectCode: code, projectName: '甲' })], A: [project('泽州县', { projectCode: code, projectName: '乙' })] } },
    [{ severity: 'warning', list: '9', unit: 'gaoping', rowIndex: 0, columns: ['projectCode'], params: { seen: code, units: ['zezhou', 'gaoping'], lists: ['A'], rows: [7], more: false }, source: '三(一)2' }],
  ],
  [
    'cross-county/same-name',
    'two units, one name',
    { rows: { 9: [project('高平市')], A: [project('泽州县')] } },
    [{ severity: 'warning', list: '9', unit: 'gaoping', rowIndex: 0, columns: ['projectName'], params: { seen: '国道改造', units: ['zezhou', 'gaoping'], lists: ['A'], rows: [7], more: false }, source: '三(一)2' }],
  ],
  [
    'row/duplicate',
    'one code in two units, those of the other unit not among the others',
    { rows: { A: (['泽州县', '泽州县', '高平市'] as const).map((unit, row) => project(unit, { projectName: ['甲', '乙', '丙'][row]!, projectCode: code })) } },
    [
      { severity: 'warning', list: 'A', unit: 'zezhou', rowIndex: 0, columns: ['projectCode'], params: { same: 'code', seen: code, others: [8], more: false }, source: '四(二)' },
      { severity: 'warning', list: 'A', unit: 'zezhou', rowIndex: 1, columns: ['projectCode'], params: { same: 'code', seen: code, others: [7], more: false }, source: '四(二)' },
    ],
  ],
  [
    'cross-list/project-differs',
    'one thing on one list, another on the other',
    { rows: { 4: [project('泽州县', { developer: '甲', totalInvestment: null })], 5: [project('泽州县', { totalInvestment: 20_000 })], 9: [project('泽州县', { developer: '乙' })] } },
    [
      { severity: 'warning', list: '9', unit: 'zezhou', rowIndex: 0, columns: ['developer'], params: { otherList: '4', otherRow: 7, own: ['乙'], other: ['甲'] }, source: '四(五)' },
      { severity: 'warning', list: '9', unit: 'zezhou', rowIndex: 0, columns: ['totalInvestment'], params: { otherList: '5', otherRow: 7, own: [10_000], other: [20_000] }, source: '四(五)' },
    ],
  ],
  [
    'cross-county/same-code',
    'two units and a row of none, which is left out',
    { rows: { A: ['长治市', '城区', '泽州县'].map((unit) => project(unit, { projectCode: code })) } },
    [{ severity: 'warning', list: 'A', unit: 'chengqu', rowIndex: 1, columns: ['projectCode'], params: { seen: code, units: ['chengqu', 'zezhou'], lists: ['A'], rows: [9], more: false }, source: '三(一)2' }],
  ],
  [
    'cross-county/name-of-other-unit',
    'its own name before the other’s',
    { rows: { A: [project('泽州县', { projectName: '泽州至高平公路' })] } },
    [{ severity: 'info', list: 'A', unit: 'zezhou', rowIndex: 0, columns: ['projectName', 'unit'], params: { seen: '泽州至高平公路', other: 'gaoping' }, source: '三(一)2' }],
  ],
  [
    'cross-county/missing-unit',
    'a county that sent nothing, with all lists that its figures answer to',
    { rows: { 9: plan.units.filter(({ key }) => key !== 'zezhou').map(({ name }) => other(name)) } },
    [{ severity: 'warning', list: null, unit: 'zezhou', rowIndex: null, columns: [], params: { lists: ['1', '5', '6', '7', 'A'], due: day('2023-11-30') }, source: '四(二)' }],
  ],
  [
    'cross-county/near-name',
    'two units, almost one name',
    { rows: { A: [project('泽州县', { projectName: '国道207线升级改造工程' }), project('高平市', { projectName: '国道207线升级改建工程', totalInvestment: 10_500 })] } },
    [{ severity: 'info', list: 'A', unit: 'zezhou', rowIndex: 0, columns: ['projectName'], params: { seen: '国道207线升级改造工程', units: ['gaoping'], names: ['国道207线升级改建工程'], lists: ['A'], rows: [8], more: false }, source: '三(一)2' }],
  ],
  [
    'cross-county/name-of-other-unit',
    'another county’s name',
    { rows: { A: [project('泽州县', { projectName: '国道207线至陵川' })] } },
    [{ severity: 'info', list: 'A', unit: 'zezhou', rowIndex: 0, columns: ['projectName', 'unit'], params: { seen: '国道207线至陵川', other: 'lingchuan' }, source: '三(一)2' }],
  ],
  [
    'cross-county/total',
    'a 全市 figure that is not the sum',
    { rows: { 1: [{ unit: '泽州县', 'fixedAssetInvestment.m10': 0.1 }, { unit: '高平市', 'fixedAssetInvestment.m10': 0.2 }] }, findings: [{ kind: 'cityFigure', list: '1', column: 'fixedAssetInvestment.m10', row: 3, at: 2, line: 'total', seen: 0.4 }] },
    [{ severity: 'error', list: '1', unit: null, rowIndex: null, columns: ['fixedAssetInvestment.m10'], params: { seen: 0.4, expected: 0.3 }, source: '二', place: { sheetName: '1 投资目标任务', row: 3, column: 2 } }],
  ],
  [
    'cross-county/source-difference',
    'the three of the notice, where its line stands and where it does not',
    { rows: {}, findings: [{ kind: 'cityFigure', list: '2', column: 'reserveKeyCount.target', row: 4, at: 9, line: 'notice', seen: 57 }] },
    (
      [
        ['reservePrivateInvestment', 352, 352.1, '亿元'],
        ['reserveKeyCount', 57, 45, '个'],
        ['reserveKeyInvestment', 161, 115.6, '亿元'],
      ] as const
    ).map(([measure, city, sum, unitOfMeasure]): Told => ({
      severity: 'info',
      list: '2',
      unit: null,
      rowIndex: null,
      columns: [`${measure}.target`],
      params: { city, sum, measure: unitOfMeasure },
      source: '二(二)',
      place: measure === 'reserveKeyCount' ? { sheetName: '2 项目储备目标任务', row: 4, column: 9 } : place('2', `${measure}.target`, 5),
    })),
  ],
  [
    'cross-county/foreign-row',
    'another unit’s row',
    { rows: { A: [project('泽州县'), project('高平')] }, scope: own('zezhou') },
    [{ severity: 'error', list: 'A', unit: 'gaoping', rowIndex: 1, columns: ['unit'], params: { seen: '高平', own: 'zezhou' }, source: '四(二)' }],
  ],
  [
    'cross-county/outlier',
    'a mean far beyond the others',
    { rows: { A: [project('泽州县', { totalInvestment: 1_000 }), project('高平市', { totalInvestment: 3_000 }), project('城区'), project('阳城县', { totalInvestment: 400_000 })] } },
    [{ severity: 'info', list: 'A', unit: 'yangcheng', rowIndex: null, columns: ['totalInvestment'], params: { mean: 400_000, median: 6_500, times: 50 }, source: '惯例', place: place('A', 'totalInvestment', 9) }],
  ],
  [
    'cross-county/missing-unit',
    'a unit that sent nothing',
    { rows: { 9: plan.units.filter(({ key }) => key !== 'shibenji').map(({ name }) => other(name)) } },
    [{ severity: 'warning', list: null, unit: 'shibenji', rowIndex: null, columns: [], params: { lists: ['5', '6', '7'], due: day('2023-11-30') }, source: '四(二)' }],
  ],
];

describe('what a rule across rows tells', () => {
  it.each(sayings)('%s: %s', (rule, _, workbook, expected) => {
    const found = told(issuesOf(rule, workbook));
    const lists = new Set(expected.map(({ list }) => list));
    expect(found.filter(({ list }) => lists.has(list))).toEqual(expected);
  });

  it('is held here for every one of them; of several files it is held in together.test.ts', () => {
    const wide = catalogue.filter(({ scope }) => scope !== 'cell' && scope !== 'row').map(({ code: each }) => each as string);
    const ofFiles = ['cross-county/plan-mismatch', 'cross-county/as-of-mismatch'];
    expect([...new Set(sayings.map(([rule]) => rule)), ...ofFiles].sort()).toEqual(wide.sort());
  });
});

/** Rules that cannot be told where a sheet is gone, and the list of which they say so. */
const needsSheet: readonly (readonly [code: string, gone: string, list: string])[] = [
  ['list/named-project-missing', '5', '5'],
  ['list/leader-count', '4', '4'],
  ['list/problem-count', '8', '8'],
  ['list/reserve-short', '2', '2'],
  ['list/reserve-short', 'A', '2'],
  ['list/q1-start-rate', 'A', 'A'],
  ['cross-list/not-started-and-started', '5', '5'],
  ['cross-list/started-not-followed', '5', '5'],
  ['cross-list/started-not-followed', '6', '5'],
  ['cross-list/problem-project-unknown', '8', '8'],
  ['cross-list/problem-not-listed', '4', '4'],
  ['cross-list/problem-not-listed', '8', '4'],
  ['cross-list/q1-not-in-reserve', '9', '9'],
  ['cross-list/q1-not-in-reserve', 'A', '9'],
  ['cross-list/reserve-q1-not-in-9', 'A', 'A'],
  ['cross-list/reserve-q1-not-in-9', '9', 'A'],
];

describe('a rule across rows whose sheet is gone', () => {
  it.each(needsSheet)('%s without list %s is undecided, on list %s', (rule, gone, list) => {
    const found = undecidedOf(rule, { rows: {}, findings: [{ kind: 'sheetMissing', list: gone }], asOf: '2024-03-31' });
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((entry) => entry.list === list && entry.reason === 'structure')).not.toEqual([]);
  });

  it.each([
    ['list/leader-count', '4', 'leader'],
    ['list/problem-count', '8', 'problemSource'],
    ['list/q1-start-rate', 'A', 'actualStart'],
    ['row/duplicate', 'A', 'projectName'],
    ['row/duplicate', 'A', 'unit'],
    ['row/duplicate', '8', 'problemNumber'],
  ] as const)('%s on list %s without its column %s is undecided', (rule, list, column) => {
    const workbook = { rows: { [list]: [project('泽州县'), project('泽州县')] }, gone: { [list]: [column] }, asOf: '2024-03-31' };
    expect(issuesOf(rule, workbook).filter((issue) => issue.list === list)).toEqual([]);
    expect(undecidedOf(rule, workbook).filter((entry) => entry.list === list)).toMatchObject([{ reason: 'structure', unit: null, params: rule === 'row/duplicate' ? { column } : {} }]);
  });
});

import { schemaVersion } from '../../src/list/schema-version';
import type { Issue } from '../../src/rule/issue';
import { checkTogetherInSteps } from '../../src/rule/together';
import { day, entriesOf, judge, lists, plan, rowWith, type Workbook } from '../rule/fixture';

const finding = { kind: 'cityFigure', list: '1', column: 'fixedAssetInvestment.target', row: 4, at: 1 } as const;

/** Workbooks that between them fail every rule, in every form its sentence has. */
const messyWorkbooks: readonly Workbook[] = [
  {
    asOf: '2024-03-31',
    rows: {
      1: [
        { unit: '泽州', 'fixedAssetInvestment.target': 1, 'fixedAssetInvestment.m10': 1, 'industrialInvestment.m10': 2, 'privateInvestment.m10': 3 },
        { unit: '高平市', 'fixedAssetInvestment.m10': -1 },
        { unit: '高平市', 'fixedAssetInvestment.m10': 900_000 },
        { unit: '长治市' },
      ],
      5: [
        rowWith({ unit: '沁水', totalInvestment: '2000万', plannedStart: '2023.12.5', phone: '139 1234 5678', projectType: '产业类', projectCode: '2３11-140581-04-01-123456' }),
        rowWith({ identity: '5-2', developer: null, phone: null, projectCode: '2311-140525-04-01-123456', yearPlan: '/' }),
        rowWith({ identity: '5-3', phone: null, totalInvestment: -5, plannedStart: 99_999, index: '#REF!', yearPlan: '待定' }),
        rowWith({ identity: '5-4', unit: '长治市', totalInvestment: 0.001, reasonText: '字'.repeat(501), phone: '1', projectCode: '1', patron: '#NAME?', projectType: '/' }),
        rowWith({ identity: '5-5', projectName: '另一项目', totalInvestment: 2, plannedStart: '年底', projectCode: '2311-140525-04-01-123456' }),
      ],
      8: [
        { problemNumber: '1', projectName: '甲', unit: '泽州县' },
        { problemNumber: '1', projectName: '甲', unit: '泽州县' },
      ],
    },
    findings: [
      { kind: 'headerAltered', list: '5', column: 'developer', row: 5, at: 3, seen: '业主', certain: true },
      { kind: 'headerAltered', list: '5', column: 'patron', row: 5, at: null, seen: null, certain: false },
      { kind: 'outsideTable', list: '5', row: 40, column: 0, rows: 3, columns: 4, growable: true },
      { kind: 'outsideTable', list: '5', row: 6, column: 60, rows: 1, columns: 1, growable: false },
      { ...finding, line: 'notice', seen: 240 },
      { ...finding, column: 'fixedAssetInvestment.m10', line: 'total', seen: 7 },
    ],
    formulas: { 5: { index: [null, null, null, null, null] } },
  },
  {
    asOf: '2023-12-25',
    rows: { 2: [{ unit: '市本级', 'reserveCount.target': 5 }], 5: [{ identity: '5-a', projectName: '老城片区改造', unit: '城区' }] },
    issued: { 5: { '5-a': { name: '老城片区改造', unit: 'chengqu' } } },
    findings: [
      { kind: 'sheetMissing', list: '7' },
      { kind: 'cityFigure', list: '1', column: 'fixedAssetInvestment.m10', row: 4, at: 1, line: 'total', seen: null },
    ],
    formulas: { 5: { index: [null] } },
  },
  {
    asOf: '2024-03-01',
    rows: {
      4: [{ projectName: '甲', unit: '城区', totalInvestment: 600, yearPlan: 700, yearDone: 800, dispatchedOn: day('2024-01-01') }],
      5: [
        rowWith({ startState: '已开工', actualStart: null, plannedStart: day('2024-01-05') }),
        rowWith({ identity: '5-2', projectName: '乙', actualStart: day('2024-03-05'), statisticsOn: day('2024-01-05') }),
      ],
      6: [
        { projectName: '丙', totalInvestment: 400, statisticsState: '已入统', approvalFile: '否', contract: '否' },
        { projectName: '丁', statisticsState: '未报', statisticsOn: day('2024-01-05'), plannedStatisticsMonth: day('2024-01-01') },
        { projectName: '戊', statisticsState: '已报待审', plannedStatisticsMonth: day('2023-12-01') },
      ],
      7: [{ projectName: '己', yearPlan: 100, yearDone: 100, catchUpOn: day('2024-03-05') }],
      8: [
        { problemNumber: '1', foundOn: day('2023-12-05'), assignedOn: day('2023-12-01'), deadline: day('2024-02-25'), problemState: '交办', grade: '重大', supervised13710: '是' },
        { problemNumber: '2', problemState: '销号', grade: '久拖不决', supervised13710: '否' },
        { problemNumber: '3', problemState: '发现', closedOn: day('2023-12-01') },
      ],
      9: [
        {
          projectName: '庚',
          plannedStart: day('2024-04-05'),
          pushBatch: '第一批',
          policyBarrier: '永久基本农田',
          actualStart: day('2024-02-05'),
          'approval.state': '已办结',
          'approval.date': day('2024-05-01'),
          'tender.state': '已办结',
          'tender.date': day('2024-04-01'),
          'energy.state': '已办结',
          'construction.state': '办理中',
          'environment.state': '未启动',
          'environment.date': day('2024-05-05'),
        },
        { projectName: '辛', 'landPreReview.state': '未启动', 'landUse.state': '已办结' },
      ],
      A: [{ projectName: '壬', startKind: '新开工', doneByYearEnd: 5, totalInvestment: 600, nextYearPlan: 700 }],
      B: [
        { projectName: '癸', agreementKind: '框架协议', signedOn: day('2024-01-01'), arrivedFunds: 2, plannedInvestment: 1, isFixedAsset: '是' },
        { projectName: '子', arrivedFunds: 2, isFixedAsset: '否' },
      ],
    },
  },
  {
    asOf: '2024-03-31',
    rows: {
      2: [{ unit: '高平市' }],
      4: [{ projectName: '学校', unit: '高平市', leader: '王某', problems: '资金未到' }],
      5: [
        { projectName: '学校', unit: '高平市', startState: '未开工', totalInvestment: 1_000, developer: '甲', projectCode: '2311-140500-04-01-123456' },
        { projectName: '医院', unit: '高平市', startState: '已开工' },
      ],
      6: [{ projectName: '学校二部', unit: '高平市', totalInvestment: 2_000, developer: '乙', projectCode: '2311-140500-04-01-123456' }],
      7: [{ projectName: '陵川专线', unit: '沁水县', totalInvestment: 900 }],
      8: [{ problemNumber: '1', projectName: '医院', unit: '高平市' }],
      9: [{ projectName: '图书馆', unit: '高平市', totalInvestment: 900 }],
      A: [
        { projectName: '智慧城市建设（一期）工程', unit: '高平市', totalInvestment: 1_000, startKind: '新开工', plannedStart: day('2024-02-01') },
        { projectName: '智慧城市建设（二期）工程', unit: '泽州县', totalInvestment: 1_000, projectCode: '2311-140500-04-01-123456' },
        { projectName: '煤矿', unit: '阳城县', totalInvestment: 900_000 },
      ],
      B: [{ projectName: '学校', unit: '高平市', plannedInvestment: 3 }],
    },
  },
  { scope: { kind: 'unit', unit: 'yangcheng' }, rows: { 5: [rowWith({ unit: '泽州县' })] } },
  { scope: { kind: 'unit', unit: 'yangcheng' }, rows: { 5: [rowWith({ unit: '阳城县', index: 5 })] }, formulas: { 5: { index: [null] } } },
];

function judgeTogether(): readonly Issue[] {
  const files = (['2023-12-01', '2023-12-02'] as const).map((asOf, at) => ({
    label: `文件${at + 1}`,
    entries: { ...entriesOf({ rows: {}, scope: { kind: 'unit', unit: 'yangcheng' }, asOf }), ...(at === 0 ? { planId: '别的方案' } : { schemaVersion: schemaVersion + 1 }) },
  }));
  const steps = checkTogetherInSteps(files, plan, lists);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.together;
  }
}

/** Everything that is said of them, and of two files that do not go together. */
export const messyIssues: readonly Issue[] = [...messyWorkbooks.flatMap((workbook) => judge(workbook).issues), ...judgeTogether()];

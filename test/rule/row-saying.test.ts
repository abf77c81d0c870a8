import { catalogue } from '../../src/rule/catalogue';
import type { Issue } from '../../src/rule/issue';
import { day, issuesOf, plan, undecidedOf, type Row } from './fixture';

/** As of 2023-12-10. What a row rule tells: where a click leads, and the figures of its sentence. */
interface Saying {
  readonly code: string;
  readonly list: string;
  readonly cells: Row;
  readonly severity: Issue['severity'];
  readonly columns: readonly string[];
  readonly params: Issue['params'];
  /** Columns without which it cannot be told. */
  readonly needs: readonly string[];
  readonly source: string;
}

const asOf = day('2023-12-10');
const permitColumns = plan.permits.flatMap(({ key }) => [`${key}.state`, `${key}.date`]);
const months = (measure: string) => ['m10', 'm11', 'm12'].map((month) => `${measure}.${month}`);

const sayings: readonly Saying[] = [
  {
    code: 'row/part-exceeds-whole',
    list: '1',
    cells: { unit: '泽州县', 'fixedAssetInvestment.m10': 10, 'industrialInvestment.m10': 11, 'privateInvestment.m10': 12.5 },
    severity: 'error',
    columns: ['industrialInvestment.done', 'privateInvestment.done', 'fixedAssetInvestment.done'],
    params: { parts: [11, 12.5], whole: 10 },
    needs: [...months('fixedAssetInvestment'), ...months('industrialInvestment'), ...months('privateInvestment')],
    source: '二(一)',
  },
  ...(
    [
      ['4', 'yearDone'],
      ['6', 'doneSinceStart'],
      ['7', 'yearDone'],
    ] as const
  ).map(([list, done]): Saying => ({
    code: 'row/completed-exceeds-total',
    list,
    cells: { [done]: 100.01, totalInvestment: 100 },
    severity: 'warning',
    columns: [done, 'totalInvestment'],
    params: { seen: 100.01, limit: 100 },
    needs: [done, 'totalInvestment'],
    source: '惯例',
  })),
  {
    code: 'row/plan-exceeds-remaining',
    list: 'A',
    cells: { totalInvestment: 1_000, doneByYearEnd: 400.1, nextYearPlan: 599.91, startKind: '续建' },
    severity: 'warning',
    columns: ['nextYearPlan', 'totalInvestment', 'doneByYearEnd'],
    params: { seen: 599.91, limit: 599.9 },
    needs: ['nextYearPlan', 'totalInvestment', 'doneByYearEnd', 'startKind'],
    source: '二(二)',
  },
  ...(
    [
      ['4', 'yearPlan'],
      ['5', 'yearPlan'],
      ['7', 'yearPlan'],
      ['9', 'nextYearPlan'],
    ] as const
  ).map(([list, planned]): Saying => ({
    code: 'row/annual-plan-exceeds-total',
    list,
    cells: { [planned]: '101万元', totalInvestment: 100 },
    severity: 'error',
    columns: [planned, 'totalInvestment'],
    params: { seen: 101, limit: 100 },
    needs: [planned, 'totalInvestment'],
    source: '惯例',
  })),
  {
    code: 'row/new-start-spent',
    list: 'A',
    cells: { startKind: '新开工', doneByYearEnd: 0.01 },
    severity: 'error',
    columns: ['doneByYearEnd', 'startKind'],
    params: { seen: 0.01 },
    needs: ['startKind', 'doneByYearEnd'],
    source: '二(二)',
  },
  ...(
    [
      ['4', ['dispatchedOn']],
      ['5', ['actualStart', 'statisticsOn']],
      ['6', ['actualStart', 'statisticsOn']],
      ['8', ['foundOn', 'assignedOn', 'closedOn']],
      ['9', ['actualStart']],
      ['A', ['actualStart']],
      ['B', ['signedOn', 'actualStart']],
    ] as const
  ).map(([list, columns]): Saying => ({
    code: 'row/future-actual',
    list,
    cells: Object.fromEntries(columns.map((key) => [key, asOf + 1])),
    severity: 'error',
    columns,
    params: { limit: asOf },
    needs: columns,
    source: '惯例',
  })),
  {
    code: 'row/start-state',
    list: '5',
    cells: { startState: '已开工' },
    severity: 'error',
    columns: ['actualStart', 'startState'],
    params: { started: true },
    needs: ['startState', 'actualStart'],
    source: '三(四)1',
  },
  {
    code: 'row/start-state',
    list: '5',
    cells: { startState: '未开工', actualStart: asOf },
    severity: 'error',
    columns: ['actualStart', 'startState'],
    params: { started: false },
    needs: [],
    source: '三(四)1',
  },
  {
    code: 'row/start-late',
    list: '5',
    cells: { startState: '未开工', plannedStart: day('2023-12-09') },
    severity: 'warning',
    columns: ['plannedStart'],
    params: { seen: day('2023-12-09'), limit: day('2023-12-20'), passed: true, asOf },
    needs: ['plannedStart', 'startState', 'actualStart'],
    source: '三(四)1',
  },
  {
    code: 'row/start-late',
    list: '5',
    cells: { startState: '已开工', plannedStart: day('2023-12-21'), actualStart: day('2023-12-21') },
    severity: 'warning',
    columns: ['plannedStart'],
    params: { seen: day('2023-12-21'), limit: day('2023-12-20'), passed: false, asOf },
    needs: [],
    source: '三(四)1',
  },
  {
    code: 'row/below-statistics-threshold',
    list: '6',
    cells: { totalInvestment: 499.99 },
    severity: 'warning',
    columns: ['totalInvestment', 'statisticsReason'],
    params: { seen: 499.99, limit: 500 },
    needs: ['totalInvestment', 'statisticsReason'],
    source: '固定资产投资统计制度',
  },
  {
    code: 'row/statistics-state',
    list: '6',
    cells: { statisticsState: '已入统 ' },
    severity: 'error',
    columns: ['statisticsOn', 'statisticsState'],
    params: { registered: true, state: '已入统 ' },
    needs: ['statisticsState', 'statisticsOn'],
    source: '三(四)3',
  },
  {
    code: 'row/statistics-state',
    list: '6',
    cells: { statisticsState: '未报', statisticsOn: asOf },
    severity: 'error',
    columns: ['statisticsOn', 'statisticsState'],
    params: { registered: false, state: '未报' },
    needs: [],
    source: '三(四)3',
  },
  {
    code: 'row/statistics-state',
    list: '5',
    cells: { startState: '未开工', statisticsOn: asOf },
    severity: 'error',
    columns: ['statisticsOn', 'startState'],
    params: { registered: false, state: '未开工' },
    needs: ['startState', 'statisticsOn'],
    source: '三(四)3',
  },
  {
    code: 'row/statistics-papers',
    list: '6',
    cells: { statisticsState: '已入统', approvalFile: '否', contract: '是', photo: '否' },
    severity: 'warning',
    columns: ['approvalFile', 'photo'],
    params: {},
    needs: ['statisticsState', 'approvalFile', 'contract', 'photo'],
    source: '三(四)3',
  },
  {
    code: 'row/statistics-overdue',
    list: '6',
    cells: { statisticsState: '已报待审', plannedStatisticsMonth: day('2023-11-01') },
    severity: 'warning',
    columns: ['plannedStatisticsMonth', 'statisticsState'],
    params: { seen: day('2023-11-01'), state: '已报待审', asOf },
    needs: ['statisticsState', 'plannedStatisticsMonth'],
    source: '三(四)3',
  },
  {
    code: 'row/not-behind',
    list: '7',
    cells: { yearPlan: 365, yearDone: 344 },
    severity: 'info',
    columns: ['yearDone', 'yearPlan'],
    params: { seen: 0.942466, limit: 0.942466 },
    needs: ['yearPlan', 'yearDone'],
    source: '三(四)2',
  },
  {
    code: 'row/catch-up-late',
    list: '7',
    cells: { catchUpOn: day('2024-02-21') },
    severity: 'warning',
    columns: ['catchUpOn'],
    params: { seen: day('2024-02-21'), limit: day('2024-02-20') },
    needs: ['catchUpOn'],
    source: '前言',
  },
  {
    code: 'row/dispatch-overdue',
    list: '4',
    cells: { dispatchedOn: day('2023-11-24') },
    severity: 'warning',
    columns: ['dispatchedOn'],
    params: { seen: day('2023-11-24'), days: 16, limit: 15 },
    needs: ['dispatchedOn'],
    source: '四(三)',
  },
  {
    code: 'row/problem-dates',
    list: '8',
    cells: { foundOn: day('2023-11-02'), assignedOn: day('2023-11-01'), deadline: day('2023-12-31') },
    severity: 'error',
    columns: ['assignedOn', 'foundOn'],
    params: { seen: day('2023-11-01'), limit: day('2023-11-02') },
    needs: ['foundOn', 'assignedOn', 'deadline', 'closedOn'],
    source: '三(五)1',
  },
  {
    code: 'row/problem-state',
    list: '8',
    cells: { problemState: '销号', closedBasis: '批复' },
    severity: 'error',
    columns: ['closedOn', 'problemState'],
    params: { state: '销号', missing: ['closedOn'] },
    needs: ['problemState', 'assignedOn', 'closedOn', 'closedBasis'],
    source: '三(五)1',
  },
  {
    code: 'row/problem-state',
    list: '8',
    cells: { problemState: '督办' },
    severity: 'error',
    columns: ['assignedOn', 'problemState'],
    params: { state: '督办', missing: ['assignedOn'] },
    needs: [],
    source: '三(五)1',
  },
  {
    code: 'row/problem-state',
    list: '8',
    cells: { problemState: '交办', assignedOn: day('2023-11-01'), closedOn: day('2023-11-05') },
    severity: 'error',
    columns: ['closedOn', 'problemState'],
    params: { state: '交办', missing: [] },
    needs: [],
    source: '三(五)1',
  },
  {
    code: 'row/problem-deadline',
    list: '8',
    cells: { deadline: day('2024-02-21') },
    severity: 'warning',
    columns: ['deadline'],
    params: { seen: day('2024-02-21'), limit: day('2024-02-20') },
    needs: ['deadline'],
    source: '三(五)3',
  },
  {
    code: 'row/problem-overdue',
    list: '8',
    cells: { problemState: '交办', deadline: day('2023-12-09') },
    severity: 'warning',
    columns: ['deadline', 'problemState'],
    params: { seen: day('2023-12-09'), asOf },
    needs: ['problemState', 'deadline'],
    source: '三(五)3',
  },
  {
    code: 'row/problem-overdue-unexplained',
    list: '8',
    cells: { problemState: '交办', deadline: day('2023-12-09') },
    severity: 'error',
    columns: ['unclosedReason', 'deadline'],
    params: { limit: day('2023-12-09') },
    needs: ['problemState', 'deadline', 'unclosedReason'],
    source: '三(五)3',
  },
  {
    code: 'row/problem-escalation',
    list: '8',
    cells: { grade: '久拖不决', supervised13710: '否' },
    severity: 'warning',
    columns: ['supervised13710', 'grade'],
    params: {},
    needs: ['grade', 'supervised13710'],
    source: '三(五)2',
  },
  {
    code: 'row/problem-meeting',
    list: '8',
    cells: { grade: '重大', problemState: '交办' },
    severity: 'info',
    columns: ['meetingOn', 'grade'],
    params: {},
    needs: ['grade', 'problemState', 'meetingOn'],
    source: '三(五)2',
  },
  {
    code: 'row/13710-overdue',
    list: '8',
    cells: { supervised13710: '是', problemState: '督办', grade: '一般', assignedOn: day('2023-12-02') },
    severity: 'info',
    columns: ['assignedOn', 'supervised13710'],
    params: { seen: day('2023-12-02'), limit: day('2023-12-09') },
    needs: ['supervised13710', 'problemState', 'assignedOn', 'grade'],
    source: '三(五)2',
  },
  {
    code: 'row/q1-start',
    list: '9',
    cells: { plannedStart: day('2023-12-31') },
    severity: 'warning',
    columns: ['plannedStart'],
    params: { seen: day('2023-12-31'), from: day('2024-01-01'), to: day('2024-03-31') },
    needs: ['plannedStart', 'withdraw'],
    source: '四(二)',
  },
  {
    code: 'row/permit-date',
    list: '9',
    cells: { 'energy.state': '已办结', 'relics.state': '已办结', 'relics.date': asOf + 1, 'safety.state': '已办结', 'safety.date': asOf },
    severity: 'error',
    columns: ['energy.date', 'relics.date'],
    params: { missing: ['energy.date'], late: ['relics.date'], limit: asOf },
    needs: permitColumns,
    source: '三(三)2',
  },
  {
    code: 'row/permit-undated',
    list: '9',
    cells: { 'energy.state': '容缺受理', 'relics.state': '未启动', 'safety.state': '统一服务' },
    severity: 'info',
    columns: ['energy.date', 'relics.date'],
    params: {},
    needs: permitColumns,
    source: '三(三)2',
  },
  {
    code: 'row/permit-late',
    list: '9',
    cells: { plannedStart: day('2024-02-01'), 'energy.state': '容缺受理', 'energy.date': day('2024-02-02'), 'relics.state': '办理中', 'relics.date': day('2024-02-01') },
    severity: 'warning',
    columns: ['energy.date', 'plannedStart'],
    params: { limit: day('2024-02-01') },
    needs: [...permitColumns, 'plannedStart'],
    source: '三(三)2',
  },
  {
    code: 'row/permit-order',
    list: '9',
    cells: { 'tender.state': '已办结', 'approval.state': '未启动' },
    severity: 'warning',
    columns: ['tender.state', 'approval.state'],
    params: { permit: '招投标', first: '立项', isOpen: true, state: '未启动' },
    needs: permitColumns,
    source: '三(三)2',
  },
  {
    code: 'row/permit-order',
    list: '9',
    cells: { 'tender.state': '已办结', 'tender.date': day('2023-11-01'), 'approval.state': '承诺制', 'approval.date': day('2023-11-02') },
    severity: 'warning',
    columns: ['tender.date', 'approval.date'],
    params: { permit: '招投标', first: '立项', isOpen: false, state: '承诺制' },
    needs: [],
    source: '三(三)2',
  },
  {
    code: 'row/policy-barrier',
    list: '9',
    cells: { pushBatch: '第一批', policyBarrier: '其他' },
    severity: 'warning',
    columns: ['pushBatch', 'policyBarrier'],
    params: { batch: '第一批', seen: '其他' },
    needs: ['policyBarrier', 'pushBatch'],
    source: '三(三)3',
  },
  {
    code: 'row/started-unpermitted',
    list: '9',
    cells: { actualStart: day('2023-12-01'), 'construction.state': '办理中', 'environment.state': '未启动' },
    severity: 'warning',
    columns: ['actualStart', 'environment.state', 'construction.state'],
    params: {},
    needs: ['actualStart', 'environment.state', 'construction.state'],
    source: '三(三)',
  },
  {
    code: 'row/framework-counted',
    list: 'B',
    cells: { agreementKind: '框架协议' },
    severity: 'info',
    columns: ['agreementKind'],
    params: { seen: '框架协议' },
    needs: ['agreementKind'],
    source: '惯例',
  },
  {
    code: 'row/signing-period',
    list: 'B',
    cells: { signedOn: day('2023-09-30') },
    severity: 'info',
    columns: ['signedOn'],
    params: { seen: day('2023-09-30'), from: day('2023-10-01'), to: day('2023-12-31') },
    needs: ['signedOn'],
    source: '二(五)',
  },
  {
    code: 'row/funds-exceed-plan',
    list: 'B',
    cells: { arrivedFunds: 1.2001, plannedInvestment: 1.2, isFixedAsset: '是' },
    severity: 'error',
    columns: ['arrivedFunds', 'plannedInvestment'],
    params: { seen: 1.2001, limit: 1.2 },
    needs: ['arrivedFunds', 'plannedInvestment', 'isFixedAsset'],
    source: '二(五)',
  },
  {
    code: 'row/funds-exceed-plan',
    list: 'B',
    cells: { arrivedFunds: 1, plannedInvestment: 2, isFixedAsset: '否' },
    severity: 'error',
    columns: ['arrivedFunds', 'isFixedAsset'],
    params: { seen: 1, limit: null },
    needs: [],
    source: '二(五)',
  },
];

const rowsOf = ({ list, cells }: Saying) => ({ [list]: [{ remark: '填报', explanation: '在办', ...cells }] });

describe('what a rule on one row tells', () => {
  it.each(sayings.map((saying) => [saying.code, saying.list, saying] as const))('%s on list %s', (code, list, saying) => {
    const found = issuesOf(code, { rows: rowsOf(saying) });
    expect(found.map(({ severity, columns, params, source }) => ({ severity, columns, params, source }))).toEqual([
      { severity: saying.severity, columns: saying.columns, params: saying.params, source: saying.source },
    ]);
    expect(found[0]).toMatchObject({ list, rowIndex: 0 });
  });

  it.each(sayings.filter(({ needs }) => needs.length > 0).map((saying) => [saying.code, saying.list, saying] as const))(
    '%s on list %s cannot be told where one of its columns is gone, and says which',
    (code, list, saying) => {
      for (const column of saying.needs) {
        const workbook = { rows: rowsOf(saying), gone: { [list]: [column] } };
        expect([column, issuesOf(code, workbook)]).toEqual([column, []]);
        expect(undecidedOf(code, workbook).filter((entry) => entry.list === list)).toMatchObject([{ reason: 'structure', unit: null, params: { column } }]);
      }
    },
  );

  it('is held here for every one of them, on every list that it is asked on', () => {
    const asked = catalogue.flatMap((rule) => (rule.scope === 'row' ? rule.lists.map((list) => `${rule.code} ${list}`) : []));
    expect([...new Set(sayings.map(({ code, list }) => `${code} ${list}`))].sort()).toEqual(asked.sort());
  });
});

import { day, issuesOf, outcomeOf, undecidedOf, type Row } from './fixture';

/** As of 2023-12-10. Corners of the rules on rows: what is nearly a failure and none, and what cannot be told. */
const cases: readonly (readonly [code: string, list: string, cells: Row, outcome: ReturnType<typeof outcomeOf>])[] = [
  ['row/13710-overdue', '8', { supervised13710: '是', problemState: '销号', grade: '一般', assignedOn: day('2023-11-01') }, 'passes'],
  ['row/13710-overdue', '8', { problemState: '督办', grade: '一般', assignedOn: day('2023-11-01') }, 'undecided'],
  ['row/13710-overdue', '8', { supervised13710: '是', grade: '一般', assignedOn: day('2023-11-01') }, 'undecided'],
  ['row/13710-overdue', '8', { supervised13710: '是', problemState: '督办', assignedOn: day('2023-11-01') }, 'undecided'],
  ['row/below-statistics-threshold', '6', { totalInvestment: 499 }, 'warning'],
  ['row/funds-exceed-plan', 'B', { arrivedFunds: 1, plannedInvestment: 2 }, 'undecided'],
  ['row/funds-exceed-plan', 'B', { arrivedFunds: 0, isFixedAsset: '否' }, 'passes'],
  ['row/part-exceeds-whole', '1', { unit: '泽州县', 'fixedAssetInvestment.m10': 5, 'industrialInvestment.m10': 4 }, 'undecided'],
  ['row/part-exceeds-whole', '1', { unit: '泽州县', 'fixedAssetInvestment.m10': 5, 'industrialInvestment.m10': 4, 'privateInvestment.m10': 5, 'industrialInvestment.m11': 1, 'fixedAssetInvestment.m11': 1 }, 'passes'],
  ['row/permit-date', '9', { 'relics.state': '已办结', 'relics.date': day('2023-12-10') }, 'passes'],
  ['row/permit-date', '9', { 'relics.state': '已办结', 'relics.date': day('2023-12-11') }, 'error'],
  ['row/permit-date', '9', { 'relics.state': '办理中', 'energy.state': '承诺制' }, 'passes'],
  ['row/permit-date', '9', { 'relics.state': '办理中', 'relics.date': day('2024-02-01') }, 'passes'],
  ['row/permit-order', '9', { 'tender.state': '已办结', 'tender.date': day('2023-11-01'), 'approval.state': '不涉及', 'approval.date': day('2023-11-02') }, 'passes'],
  ['row/permit-order', '9', { 'tender.state': '已办结', 'tender.date': day('2023-11-01'), 'approval.state': '已办结' }, 'passes'],
  ['row/permit-order', '9', { 'tender.state': '已办结', 'approval.state': '已办结', 'approval.date': day('2023-11-02') }, 'passes'],
  ['row/permit-order', '9', { 'tender.state': '办理中', 'tender.date': day('2023-11-01'), 'approval.state': '已办结', 'approval.date': day('2023-11-02') }, 'passes'],
  ['row/permit-order', '9', { 'tender.state': '办理中', 'approval.state': '未启动' }, 'passes'],
  ['row/permit-order', '9', { 'tender.state': '已办结', 'approval.state': '容缺受理' }, 'passes'],
  ['row/permit-order', '9', { 'tender.state': '已办结' }, 'undecided'],
  ['row/plan-exceeds-remaining', 'A', { totalInvestment: 100, doneByYearEnd: 0, startKind: '新开工' }, 'undecided'],
  ['row/plan-exceeds-remaining', 'A', { nextYearPlan: 100, doneByYearEnd: 0, startKind: '新开工' }, 'undecided'],
  ['row/problem-dates', '8', { assignedOn: day('2023-11-05'), deadline: day('2023-12-31') }, 'undecided'],
  ['row/problem-dates', '8', { foundOn: day('2023-11-01'), assignedOn: day('2023-11-05') }, 'undecided'],
  ['row/problem-meeting', '8', { grade: '重大' }, 'undecided'],
  ['row/problem-meeting', '8', { grade: '久拖不决', problemState: '交办' }, 'passes'],
  ['row/start-late', '5', { startState: '已开工', plannedStart: day('2023-12-01'), actualStart: day('2023-12-21') }, 'passes'],
  ['row/start-late', '5', { startState: '已开工', plannedStart: day('2023-12-25'), actualStart: day('2023-12-20') }, 'passes'],
  ['row/start-late', '5', { startState: '已开工', plannedStart: day('2023-12-25') }, 'warning'],
  ['row/start-late', '5', { startState: '未开工', plannedStart: day('2023-12-25'), actualStart: day('2023-12-05') }, 'warning'],
  ['row/start-late', '5', { plannedStart: day('2023-12-15') }, 'undecided'],
  ['row/start-late', '5', { plannedStart: day('2023-12-25') }, 'warning'],
  ['row/started-unpermitted', '9', { actualStart: day('2023-12-01'), 'construction.state': '已办结', 'environment.state': '不涉及', 'energy.state': '未启动' }, 'passes'],
  ['row/started-unpermitted', '9', { actualStart: day('2023-12-01'), 'construction.state': '容缺受理', 'environment.state': '承诺制' }, 'passes'],
  ['row/statistics-overdue', '6', { statisticsState: '申请调出', plannedStatisticsMonth: day('2023-10-01') }, 'passes'],
  ['row/statistics-overdue', '6', { plannedStatisticsMonth: day('2023-10-01') }, 'undecided'],
  ['row/statistics-papers', '6', { approvalFile: '否', contract: '是', photo: '是' }, 'undecided'],
  ['row/not-behind', '7', { yearPlan: 100 }, 'undecided'],
  ['row/new-start-spent', 'A', { startKind: '新开工' }, 'passes'],
  ['row/policy-barrier', '9', { policyBarrier: '其他' }, 'passes'],
];

it.each(cases)('%s on list %s: %j is %s', (code, list, cells, outcome) => expect(outcomeOf(code, list, cells)).toBe(outcome));

it('row/future-actual names the days that lie ahead and no other', () => {
  const [issue] = issuesOf('row/future-actual', { rows: { 8: [{ foundOn: day('2023-12-10'), assignedOn: day('2023-12-11'), closedOn: day('2023-12-09') }] } });
  expect(issue?.columns).toEqual(['assignedOn']);
});

it('row/start-late does not say that the day has passed of a project that started', () => {
  const [issue] = issuesOf('row/start-late', { rows: { 5: [{ startState: '已开工', plannedStart: day('2023-12-21'), actualStart: day('2023-12-22') }] }, asOf: '2024-01-31' });
  expect(issue?.params).toMatchObject({ passed: false });
});

it('rules need no column that they do not read', () => {
  const cells = { unit: '泽州县', 'fixedAssetInvestment.m10': 10, 'industrialInvestment.m10': 11, 'privateInvestment.m10': 1 };
  expect(issuesOf('row/part-exceeds-whole', { rows: { 1: [cells] }, gone: { 1: ['fixedAssetInvestment.target', 'explanation', 'fixedAssetInvestment.done'] } })).toHaveLength(1);
  const permits = { remark: '填报', actualStart: day('2023-12-01'), 'construction.state': '办理中' };
  expect(issuesOf('row/started-unpermitted', { rows: { 9: [permits] }, gone: { 9: ['energy.state', 'construction.date'] } })).toHaveLength(1);
  expect(issuesOf('row/permit-undated', { rows: { 9: [permits] }, gone: { 9: ['actualStart', 'plannedStart', 'phone'] } })).toHaveLength(1);
});

describe('row/duplicate', () => {
  const code = '2311-140581-04-01-123456';
  const at = (unit: string, projectName: string | null, cells: Row = {}): Row => ({ unit, projectName, remark: '填报', ...cells });
  const on = (rows: Row[], list = 'A') => issuesOf('row/duplicate', { rows: { [list]: rows } }).map(({ rowIndex, columns, params }) => [rowIndex, columns[0], params['others']]);

  it('leaves empty rows, rows of no unit and rows of another unit out of a group', () => {
    expect(on([{}, at('城区', '甲'), {}, at('城区', '甲'), at('长治市', '甲'), at('长治市', '甲'), at('泽州县', '甲')])).toEqual([
      [1, 'projectName', [10]],
      [3, 'projectName', [8]],
    ]);
  });
  it('holds a code against the rows of its own unit, the first unit of all too', () => {
    expect(on([at('城区', '甲', { projectCode: code }), at('城区', '乙', { projectCode: code }), at('泽州县', '丙', { projectCode: code })])).toEqual([
      [0, 'projectCode', [8]],
      [1, 'projectCode', [7]],
    ]);
    expect(on([at('长治市', '甲', { projectCode: code }), at('长治市', '乙', { projectCode: code })])).toEqual([]);
    expect(on([at('城区', '甲', { projectCode: code }), at('泽州县', '乙', { projectCode: code })])).toEqual([]);
  });
  it('says of list 8 that the number is the same, and asks for one', () => {
    const problem = (problemNumber: string | null): Row => ({ unit: '城区', projectName: '甲', problemNumber });
    expect(on([problem('1'), problem('2'), problem(' 1')], '8')).toEqual([
      [0, 'problemNumber', [9]],
      [2, 'problemNumber', [7]],
    ]);
    expect(on([problem(null), problem(' ')], '8')).toEqual([]);
    expect(undecidedOf('row/duplicate', { rows: { 8: [problem(null), problem('1')] } })).toMatchObject([{ list: '8', unit: 'chengqu', reason: 'missing', count: 1 }]);
  });
});

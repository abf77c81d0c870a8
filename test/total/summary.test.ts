import { permitColumn } from '../../src/list/list-9';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial as day } from '../../src/plan/day';
import { computeAggregate } from '../../src/total/aggregate';
import { computeLead } from '../../src/total/elapsed';
import { computeRanks } from '../../src/total/ranking';
import { reconcile } from '../../src/total/reconciliation';
import { computeSummary, summaryRates, type SummaryColumn } from '../../src/total/summary';
import { computeBook, type Rows } from './book';

const units = plan.units;
const summarise = (rows: Rows, parts: Parameters<typeof computeBook>[1] = {}) => {
  const columns = computeSummary(computeBook(rows, parts), units);
  return (key: string): SummaryColumn => columns.find(({ rate }) => rate.key === key)!;
};
const [chengqu, zezhou, gaoping] = [0, 1, 2];
const [shibenji, city] = [7, 8];

describe('汇总', () => {
  it('has these rates, in this order, on these grounds', () => {
    expect(summaryRates(plan).map(({ key, name, band, clause, list, decimals, unitOfMeasure }) => [key, name, band, clause, list, decimals, unitOfMeasure])).toEqual([
      ['fixedAssetInvestment', '固定资产投资', '投资', '二(一)', '1', 4, '亿元'],
      ['industrialInvestment', '产业项目投资', '投资', '二(一)', '1', 4, '亿元'],
      ['privateInvestment', '民间投资', '投资', '二(一)', '1', 4, '亿元'],
      ['reserveCount', '建设项目个数', '项目储备', '二(二)', '2', 0, '个'],
      ['reserveInvestment', '建设项目年度投资', '项目储备', '二(二)', '2', 4, '亿元'],
      ['startRate', '开工率', '项目推进', '二(三)', '5', 0, '个'],
      ['statisticsRate', '入统率', '项目推进', '二(四)', '6', 0, '个'],
      ['permitRate', '手续办结率', '项目推进', '三(三)', '9', 0, '项'],
      ['problemRate', '问题销号率', '项目推进', '三(五)', '8', 0, '个'],
      ['nextQuarterStartRate', '2024年一季度新建项目开工率', '项目推进', '二(三)', 'A', 0, '个'],
      ['signedInvestment', '新签约项目总投资', '招商引资', '二(五)', '3', 4, '亿元'],
      ['newStartInvestment', '新开工固定资产项目计划总投资', '招商引资', '二(五)', '3', 4, '亿元'],
      ['arrivedFunds', '固定资产投资项目资金到位', '招商引资', '二(五)', '3', 4, '亿元'],
    ]);
  });

  it('calls what a rate counts by the rate’s name without 率', () => {
    for (const { name, counted } of summaryRates(plan)) expect(counted).toBe(name.replace(/率$/, ''));
  });

  it('shows — for a list on which a unit has entered nothing but names', () => {
    const at = summarise({ '5': [{ projectName: '甲', unit: '泽州县' }], '6': [{ projectName: '甲', unit: '泽州县' }] });
    expect([at('startRate').done[zezhou], at('statisticsRate').done[zezhou]]).toEqual(['—', '—']);
  });

  it('tells of each rate by how much it is ahead of the time gone by', () => {
    const { rates, elapsed, leads } = summarise({ '1': [{ 'fixedAssetInvestment.m10': 5 }] })('fixedAssetInvestment');
    expect(leads).toEqual(rates.map((rate) => computeLead(rate, elapsed)));
    expect(leads.filter((lead) => typeof lead === 'number')).toHaveLength(2);
  });

  it('ranks two counties by their rates, and one alone not at all', () => {
    const two = units.slice(0, 2);
    const column = computeSummary(computeBook({ '1': [{ 'fixedAssetInvestment.m10': 5 }, { 'fixedAssetInvestment.m10': 9 }] }), two)[0]!;
    expect([computeRanks(column, two), computeRanks(column, two.slice(0, 1))]).toEqual([[2, 1], ['—']]);
  });

  it('reports as many projects as are named, and states that hold a word', () => {
    const book = computeBook({ '5': [{ projectName: '甲', unit: '泽州县', startState: '' }, { projectName: '', unit: '泽州县', startState: '未开工' }] });
    expect(reconcile(book).find(({ measure }) => measure.key === 'startCount')!.reported).toBe(1);
    const withState = { list: '5', where: [{ column: 'startState', hasText: true }] } as const;
    expect(computeAggregate(withState, '泽州县', book)).toBe(1);
  });

  it('has no 全市 in one unit’s workbook', () => {
    const { done, target } = computeSummary(computeBook({ '1': [{ 'fixedAssetInvestment.m10': 5 }] }, { scope: { kind: 'unit', unit: 'zezhou' } }), units.slice(1, 2))[0]!;
    expect([done, target]).toEqual([[5], [40.7]]);
  });

  it('shows — everywhere while nothing was entered', () => {
    for (const { done, rates } of computeSummary(computeBook({}), units)) {
      expect([...done, ...rates].filter((value) => value !== '—')).toEqual([]);
    }
  });

  it('开工率: 已开工 dated to 统计截止日 ÷ the notice’s number; 申请调出 stays in it', () => {
    const row = (unit: string, startState: string, actualStart: string | null) => ({ projectName: '甲', unit, startState, actualStart: actualStart === null ? null : day(actualStart) });
    const { done, target, rates } = summarise({
      '5': [row('泽州县', '已开工', '2023-12-25'), row('泽州县', '已开工', '2023-12-26'), row('泽州县', '已开工', null), row('泽州县', '申请调出', null), row('高平市', '未开工', null)],
    })('startRate');
    const figures = plan.measures.find(({ key }) => key === 'startCount')!.units;
    expect([done[zezhou], done[gaoping], done[chengqu], done[city]]).toEqual([1, 0, '—', 1]);
    expect(target.slice(0, 8)).toEqual(units.map(({ key }) => figures[key]));
    expect(rates[zezhou]).toBeCloseTo(1 / figures['zezhou']!, 6);
    expect([rates[gaoping], rates[chengqu]]).toEqual([0, '—']);
  });

  it('入统率: 已入统 dated to 统计截止日', () => {
    const row = (statisticsState: string, statisticsOn: string | null) => ({ projectName: '甲', unit: '城区', statisticsState, statisticsOn: statisticsOn === null ? null : day(statisticsOn) });
    const { done } = summarise({ '6': [row('已入统', '2023-12-01'), row('已入统', '2023-12-31'), row('未报', '2023-12-01')] })('statisticsRate');
    expect(done[chengqu]).toBe(1);
  });

  it('手续办结率: sums, no mean of rates', () => {
    const row = (unit: string, states: readonly string[]) => ({ projectName: '甲', unit, ...Object.fromEntries(states.map((state, at) => [permitColumn(plan.permits[at]!.key, 'state'), state])) });
    const { done, target, rates } = summarise({
      '9': [row('泽州县', ['已办结', '不涉及']), row('泽州县', ['统一服务', '承诺制', '办理中']), row('市本级', plan.permits.map(() => '不涉及'))],
    })('permitRate');
    expect([done[zezhou], target[zezhou], rates[zezhou]]).toEqual([3, 29, 0.103448]);
    expect([done[shibenji], target[shibenji], rates[shibenji]]).toEqual([0, 0, '—']);
    expect([done[city], target[city]]).toEqual([3, 29]);
  });

  it('问题销号率: 销号 ÷ rows with 交办日期', () => {
    const row = (problemState: string, assignedOn: string | null) => ({ projectName: '甲', unit: '高平市', problemState, assignedOn: assignedOn === null ? null : day(assignedOn) });
    const { rates } = summarise({ '8': [row('销号', '2023-11-01'), row('交办', '2023-11-01'), row('督办', '2023-11-01'), row('发现', null), row('销号', null)] })('problemRate');
    expect(rates[gaoping]).toBe(0.333333);
  });

  it('一季度新建项目开工率: over ledger A’s 新开工, or over list 9 where the plan says so', () => {
    const row = (startKind: string, actualStart: string | null) => ({ projectName: '甲', unit: '泽州县', startKind, actualStart: actualStart === null ? null : day(actualStart) });
    const rows = { A: [row('新开工', '2024-01-05'), row('新开工', null), row('续建', '2024-01-05')], '9': [row('', '2024-01-05')] };
    expect(summarise(rows, { asOf: '2024-01-31' })('nextQuarterStartRate').rates[zezhou]).toBe(0.5);
    const by9 = { ...plan, settings: { ...plan.settings, nextQuarterStartsFrom: '9' as const } };
    expect(summarise(rows, { asOf: '2024-01-31', plan: by9 })('nextQuarterStartRate').rates[zezhou]).toBe(1);
  });

  it('counts 市本级’s reserve once in 全市: inside 城区', () => {
    const row = (unit: string) => ({ projectName: '甲', unit, nextYearPlan: 10_000 });
    const { done, target } = summarise({ A: [row('城区'), row('市本级'), row('泽州县')] })('reserveCount');
    expect([done[chengqu], done[shibenji], done[city]]).toEqual([2, '—', 3]);
    expect(target[city]).toBe(1547);
  });
});

describe('the rankings', () => {
  it('are over the seven counties, ties share a rank, — is not ranked', () => {
    const column = { rates: [0.5, 0.5, 0.4, '—', 0.123456, 0.123456, 0.1, 0.9, 0.5] } as unknown as SummaryColumn;
    expect(computeRanks(column, units)).toEqual([1, 1, 3, '—', 4, 4, 6, '—']);
  });

  it('have nothing to say about one unit', () => {
    expect(computeRanks({ rates: [0.5] } as unknown as SummaryColumn, units.slice(0, 1))).toEqual(['—']);
  });
});

describe('the reconciliation', () => {
  it('finds just the three places where the notice’s figure is not the sum of its units', () => {
    const lines = reconcile(computeBook({})).filter(({ difference }) => typeof difference === 'number' && difference !== 0);
    expect(lines.map(({ measure, city: notice, unitsSum, difference }) => [measure.key, notice, unitsSum, difference])).toEqual([
      ['reservePrivateInvestment', 352, 352.1, 0.1],
      ['reserveKeyCount', 57, 45, -12],
      ['reserveKeyInvestment', 161, 115.6, -45.4],
    ]);
  });

  it('shows what is reported now: sums of lists 1 to 3, rows of lists 5 to 7', () => {
    const lines = reconcile(
      computeBook({
        '1': [{ 'fixedAssetInvestment.m10': 1.1 }, { 'fixedAssetInvestment.m10': 2.2 }],
        '5': [{ projectName: '甲' }, { projectName: null }, { projectName: '乙' }],
        A: [{ projectName: '甲', unit: '城区', nextYearPlan: 1 }],
      }),
    );
    const reported = (key: string) => lines.find(({ measure }) => measure.key === key)!.reported;
    expect([reported('fixedAssetInvestment'), reported('startCount'), reported('reserveCount'), reported('signedInvestment')]).toEqual([3.3, 2, 1, '—']);
  });
});

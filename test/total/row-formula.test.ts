import { permitColumn } from '../../src/list/list-9';
import type { Value } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { computeColumns } from '../../src/total/compute';
import { timeProgressAt } from '../../src/total/row-formula';
import { computeBook } from './book';

const column = (list: string, key: string, rows: readonly Record<string, Value>[], asOf?: string) =>
  computeBook({ [list]: rows }, asOf === undefined ? {} : { asOf }).columns[list]![key];

describe('序号', () => {
  it('counts places, also over rows left empty, as soon as there is a name', () => {
    expect(column('5', 'index', [{ projectName: '甲' }, {}, { projectName: '丙' }, { projectName: '' }])).toEqual([1, '', 3, '']);
  });
});

describe('完成率', () => {
  it.each<[Value, Value, Value]>([
    [50, 200, 0.25],
    [1, 3, 0.333333],
    [0, 100, 0],
    [10, 0, '—'],
    [null, 100, ''],
    [50, null, ''],
    ['五十', 100, ''],
  ])('%p ÷ %p is %p', (yearDone, yearPlan, rate) => {
    expect(column('4', 'completionRate', [{ yearDone, yearPlan }])).toEqual([rate]);
  });
});

describe('时序进度 and 滞后百分点', () => {
  it('is the share of 2023 gone by at 统计截止日, 1 from its last day on', () => {
    expect(timeProgressAt(plan, toSerial('2023-01-01'))).toBe(0.00274);
    expect(timeProgressAt(plan, toSerial('2023-07-02'))).toBe(0.50137);
    expect(timeProgressAt(plan, toSerial('2023-12-31'))).toBe(1);
    expect(timeProgressAt(plan, toSerial('2024-02-01'))).toBe(1);
    expect(timeProgressAt(plan, toSerial('2022-12-01'))).toBe(0);
  });

  it('is (时序进度 − 完成率) × 100, below 0 where the project is ahead, empty without a rate', () => {
    const rows: Record<string, Value>[] = [{ projectName: '甲', yearDone: 40, yearPlan: 100 }, { projectName: '乙', yearDone: 120, yearPlan: 100 }, { projectName: '丙' }];
    expect(column('7', 'lagPoints', rows, '2023-12-31')).toEqual([60, -20, '']);
  });

  it('rounds in decimals, not in binary fractions', () => {
    expect(column('7', 'lagPoints', [{ projectName: '甲', yearDone: 87_655, yearPlan: 100_000 }], '2023-12-31')).toEqual([12.35]);
  });

  it('follows from what was typed over a formula, as on the sheet', () => {
    const data = computeBook({ '7': [{ projectName: '甲', yearDone: 40, yearPlan: 100 }] }, { asOf: '2023-12-31' });
    const typed = computeColumns(data, (_, key) => (key === 'completionRate' ? 0.9 : null));
    expect(typed.columns['7']!['lagPoints']).toEqual([10]);
  });
});

describe('规模档', () => {
  it.each<[Value, string]>([
    [500_000, '50亿元以上'],
    [499_999.99, '10-50亿元'],
    [100_000, '10-50亿元'],
    [99_999.99, '5-10亿元'],
    [50_000, '5-10亿元'],
    [49_999.99, '5亿元以下'],
    [null, ''],
    ['十亿', ''],
  ])('%p 万元 is %p', (totalInvestment, band) => {
    expect(column('A', 'sizeBand', [{ totalInvestment }])).toEqual([band]);
  });
});

describe('手续办结率', () => {
  const states = (labels: readonly string[]) =>
    Object.fromEntries(plan.permits.map(({ key }, at) => [permitColumn(key, 'state'), labels[at] ?? '未启动']));

  it('counts 已办结, 承诺制 and 统一服务 over those that apply', () => {
    const rows = [
      { projectName: '甲', ...states(['已办结', '承诺制', '统一服务', '不涉及', '不涉及', '不涉及', '容缺受理', '办理中']) },
      { projectName: '乙' },
      states(['已办结']),
    ];
    expect(column('9', 'permitRate', rows)).toEqual([0.25, 0, '']);
  });

  it('is — where all are 不涉及', () => {
    expect(column('9', 'permitRate', [{ projectName: '甲', ...states(plan.permits.map(() => '不涉及')) }])).toEqual(['—']);
  });
});

describe("县（市、区） of a unit's workbook", () => {
  it('fills itself with the name', () => {
    const { columns } = computeBook({ '5': [{ projectName: '甲' }, {}] }, { scope: { kind: 'unit', unit: 'qinshui' } });
    expect(columns['5']!['unit']).toEqual(['沁水县', '']);
  });
});

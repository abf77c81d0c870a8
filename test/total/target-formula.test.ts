import { targetColumn } from '../../src/list/target-list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { targetOf } from '../../src/plan/measure';
import type { MeasureKey } from '../../src/plan/plan';
import { toSerial } from '../../src/plan/day';
import { computeBook, type Rows } from './book';

const day = toSerial;
const names = plan.units.map(({ name }) => name);

function cell(data: ReturnType<typeof computeBook>, list: string, unit: string, measure: MeasureKey, part: string) {
  const columns = data.columns[list]!;
  return columns[part === 'rank' ? 'rank' : targetColumn(measure, part)]![columns['unit']!.indexOf(unit)];
}

describe('list 1', () => {
  const months = (...values: (number | null)[]) => Object.fromEntries(['m10', 'm11', 'm12'].map((month, at) => [`fixedAssetInvestment.${month}`, values[at] ?? null]));
  const open = () => {
    const data = computeBook({ '1': [months(1.1, 2.2), months(3, -0.5, 1), months(), months(0)] });
    return (unit: number, part: string) => cell(data, '1', names[unit]!, 'fixedAssetInvestment', part);
  };

  it('sums the months that were reported, also those that a revision made negative', () => {
    const of = open();
    expect([of(0, 'done'), of(1, 'done'), of(2, 'done'), of(3, 'done')]).toEqual([3.3, 3.5, '—', 0]);
  });

  it('has rate and 差额 (完成 − 目标), — while nothing was reported', () => {
    const of = open();
    const target = targetOf(plan, 'fixedAssetInvestment', plan.units[0]!.key)!;
    expect(of(0, 'rate')).toBeCloseTo(3.3 / target, 6);
    expect(of(0, 'gap')).toBeCloseTo(3.3 - target, 9);
    expect([of(2, 'rate'), of(2, 'gap')]).toEqual(['—', '—']);
    expect([of(3, 'rate'), of(3, 'gap')]).toEqual([0, -targetOf(plan, 'fixedAssetInvestment', plan.units[3]!.key)!]);
  });

  it('ranks the rates, ties sharing a rank, — not ranked; in a unit’s workbook there is nothing to rank', () => {
    const full = plan.units.slice(0, 7).map(({ key }, at) => {
      const target = targetOf(plan, 'fixedAssetInvestment', key)!;
      return at === 6 ? {} : months(at < 2 ? target : target / (at + 1));
    });
    const ranked = computeBook({ '1': full });
    expect(names.slice(0, 7).map((unit) => cell(ranked, '1', unit, 'fixedAssetInvestment', 'rank'))).toEqual([1, 1, 3, 4, 5, 6, '—']);
    const own = computeBook({ '1': [months(5)] }, { scope: { kind: 'unit', unit: 'zezhou' } });
    expect(cell(own, '1', '泽州县', 'fixedAssetInvestment', 'rank')).toBe('—');
  });
});

describe('list 2', () => {
  const project = (unit: string, parts: Record<string, string | number> = {}) => ({
    projectName: '甲',
    unit,
    projectType: '其他',
    isPrivate: '否',
    isKey: '否',
    startKind: '续建',
    nextYearPlan: 1234,
    ...parts,
  });
  const rows: Rows = {
    A: [
      project('泽州县', { projectType: '产业', isPrivate: '是' }),
      project('泽州县', { isKey: '是', nextYearPlan: 5000.5 }),
      project('城区'),
      project('市本级', { nextYearPlan: 10_000 }),
    ],
  };
  const done = (unit: string, measure: MeasureKey, book: ReturnType<typeof computeBook>) => cell(book, '2', unit, measure, 'done');

  it('counts ledger A and sums 2024年计划投资 in 亿元', () => {
    const data = computeBook(rows);
    expect(done('泽州县', 'reserveCount', data)).toBe(2);
    expect(done('泽州县', 'reserveInvestment', data)).toBe(0.6235);
    expect(done('泽州县', 'reserveIndustrialCount', data)).toBe(1);
    expect(done('泽州县', 'reserveIndustrialInvestment', data)).toBe(0.1234);
    expect(done('泽州县', 'reservePrivateCount', data)).toBe(1);
    expect(done('泽州县', 'reserveKeyInvestment', data)).toBe(0.5001);
    expect(done('泽州县', 'reserveKeyCount', data)).toBe(1);
    expect(done('泽州县', 'reservePrivateInvestment', data)).toBe(0.1234);
    expect(done('高平市', 'reserveCount', data)).toBe('—');
  });

  it('counts 市本级’s projects towards 城区 (含市本级); 市本级 itself has — there', () => {
    const data = computeBook(rows);
    expect(done('城区', 'reserveCount', data)).toBe(2);
    expect(done('城区', 'reserveInvestment', data)).toBe(1.1234);
    expect(done('市本级', 'reserveCount', data)).toBe('—');
  });

  it('counts the bands over 新开工 that are planned to start in 2024, by 总投资, 市本级 for itself', () => {
    const start = { startKind: '新开工', plannedStart: day('2024-06-01') };
    const banded = computeBook({
      A: [
        project('泽州县', { ...start, totalInvestment: 500_000 }),
        project('泽州县', { ...start, totalInvestment: 499_999.99 }),
        project('泽州县', { ...start, totalInvestment: 100_000 }),
        project('泽州县', { ...start, totalInvestment: 50_000, plannedStart: day('2024-12-31') }),
        project('泽州县', { ...start, totalInvestment: 50_000, plannedStart: day('2025-01-01') }),
        project('泽州县', { ...start, totalInvestment: 50_000, startKind: '续建' }),
        project('市本级', { ...start, totalInvestment: 60_000 }),
        project('城区', { ...start, totalInvestment: 1 }),
      ],
    });
    expect(['bandLargeCount', 'bandMiddleCount', 'bandSmallCount'].map((key) => done('泽州县', key as MeasureKey, banded))).toEqual([1, 2, 1]);
    expect([done('市本级', 'bandSmallCount', banded), done('城区', 'bandSmallCount', banded)]).toEqual([1, 0]);
  });

  it("adds 市本级 as issued in 城区's own workbook, and is undecided without it", () => {
    const scope = { kind: 'unit', unit: 'chengqu' } as const;
    const own: Rows = { A: [project('')] };
    const without = computeBook(own, { scope });
    expect([done('城区', 'reserveCount', without), cell(without, '2', '城区', 'reserveCount', 'gap')]).toEqual(['—', '—']);
    expect(done('城区', 'bandSmallCount', without)).toBe(0);
    const issued = computeBook(own, { scope, cityLevelReserve: { reserveCount: 7, reserveInvestment: 2.5 } });
    expect([done('城区', 'reserveCount', issued), done('城区', 'reserveInvestment', issued)]).toEqual([8, 2.6234]);
    expect(done('城区', 'reserveKeyCount', issued)).toBe('—');
  });

  it("reads 市本级's bands in 市本级's workbook, — for what it has no target of", () => {
    const own = computeBook({ A: [project('')] }, { scope: { kind: 'unit', unit: 'shibenji' } });
    expect(done('市本级', 'reserveCount', own)).toBe('—');
    expect(done('市本级', 'bandLargeCount', own)).toBe(0);
  });
});

describe('list 3', () => {
  const contract = (parts: Record<string, string | number> = {}) => ({
    projectName: '甲',
    unit: '阳城县',
    signedOn: day('2023-10-01'),
    agreementKind: '正式合同',
    signedInvestment: 1.5,
    isFixedAsset: '是',
    actualStart: day('2023-12-31'),
    plannedInvestment: 0.7,
    arrivedFunds: 0.2,
    ...parts,
  });
  const done = (data: ReturnType<typeof computeBook>, measure: MeasureKey) => cell(data, '3', '阳城县', measure, 'done');

  it('sums contracts signed and projects started in the quarter, and funds of fixed-asset projects', () => {
    const data = computeBook({
      B: [
        contract(),
        contract({ agreementKind: '框架协议' }),
        contract({ signedOn: day('2023-09-30'), actualStart: day('2024-01-01') }),
        contract({ isFixedAsset: '否' }),
        contract({ unit: '陵川县' }),
      ],
    });
    expect(done(data, 'signedInvestment')).toBe(3);
    expect(done(data, 'newStartInvestment')).toBe(1.4);
    expect(done(data, 'arrivedFunds')).toBe(0.6);
  });

  it('counts 框架协议 where the plan says so', () => {
    const counting = { ...plan, settings: { ...plan.settings, frameworkAgreementCounts: true } };
    expect(done(computeBook({ B: [contract({ agreementKind: '框架协议' })] }, { plan: counting }), 'signedInvestment')).toBe(1.5);
  });
});

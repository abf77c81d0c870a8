import { computeCityLevelReserve } from '../../src/total/city-level-reserve';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { computeBook } from './book';

const project = (unit: string, nextYearPlan: number, projectType = '其他') => ({ projectName: '甲', unit, projectType, isPrivate: '否', isKey: '是', startKind: '续建', nextYearPlan });

describe("市本级's reserve as 城区 is told of it", () => {
  it('counts and sums the rows of 市本级 alone, in 个 and 亿元, and holds no other measure', () => {
    const data = computeBook({ A: [project('市本级', 12_345.67, '产业'), project('市本级', 1), project('城区', 9_999), project('泽州县', 5)] });
    expect(computeCityLevelReserve(data)).toEqual({
      reserveCount: 2,
      reserveInvestment: 1.234667,
      reserveIndustrialCount: 1,
      reserveIndustrialInvestment: 1.234567,
      reservePrivateCount: 0,
      reservePrivateInvestment: 0,
      reserveKeyCount: 2,
      reserveKeyInvestment: 1.234667,
    });
  });

  it('is empty where the plan counts no unit towards another', () => {
    const own = { ...plan, units: plan.units.map((unit) => ({ ...unit, reserveWithin: undefined })) };
    expect(computeCityLevelReserve(computeBook({}, { plan: own }))).toEqual({});
  });
});

import { bandMeasures, reserveMetrics } from '../list/list-2';
import { labelOf } from '../plan/choice';
import { toSerial } from '../plan/day';
import type { MeasureKey, Plan } from '../plan/plan';
import type { Aggregate, Condition } from './aggregate';

/** Which ledger rows a figure of list 2 or 3 is made of, and what divides their sum (万元 to 亿元). */
export interface CountedMeasure {
  readonly aggregate: Aggregate;
  /** 10,000 where 万元 are shown as 亿元. */
  readonly divisor: number;
  /** True where 城区's figure includes 市本级's projects: 二(二) “含市本级”. */
  readonly withCityLevel: boolean;
}

/** Every measure that is counted or summed from a ledger, by measure key. */
export function countedMeasures(plan: Plan): Readonly<Partial<Record<MeasureKey, CountedMeasure>>> {
  const counted: Partial<Record<MeasureKey, CountedMeasure>> = {};
  const metricWhere: readonly (readonly Condition[])[] = [
    [],
    [{ column: 'projectType', equals: labelOf(plan, 'projectType', 'industrial') }],
    [{ column: 'isPrivate', equals: labelOf(plan, 'yesNo', 'yes') }],
    [{ column: 'isKey', equals: labelOf(plan, 'yesNo', 'yes') }],
  ];
  reserveMetrics.forEach((metric, at) => {
    const where = metricWhere[at]!;
    counted[metric.count] = { aggregate: { list: 'A', where }, divisor: 1, withCityLevel: true };
    counted[metric.investment] = {
      aggregate: { list: 'A', sum: 'nextYearPlan', where },
      divisor: 10_000,
      withCityLevel: true,
    };
  });
  bandMeasures.forEach((key, at) => {
    counted[key] = { aggregate: { list: 'A', where: bandConditions(plan, at) }, divisor: 1, withCityLevel: false };
  });
  return { ...counted, ...attraction(plan) };
}

/** 三(一)3: 新开工 planned to start in the coming year, by 总投资 (万元). */
function bandConditions(plan: Plan, at: number): Condition[] {
  const bounds = plan.thresholds.bands;
  const above = bounds[at - 1];
  return [
    { column: 'startKind', equals: labelOf(plan, 'startKind', 'newStart') },
    { column: 'plannedStart', atLeast: toSerial(`${plan.nextYear}-01-01`) },
    { column: 'plannedStart', below: toSerial(`${plan.nextYear + 1}-01-01`) },
    { column: 'totalInvestment', atLeast: bounds[at]! * 10_000 },
    ...(above === undefined ? [] : [{ column: 'totalInvestment', below: above * 10_000 }]),
  ];
}

/** 二(五): signed in the quarter, started in the quarter, funds arrived for fixed-asset projects. */
function attraction(plan: Plan): Partial<Record<MeasureKey, CountedMeasure>> {
  const inQuarter = (column: string): Condition[] => [
    { column, atLeast: toSerial(plan.quarter.start) },
    { column, below: toSerial(plan.quarter.end) + 1 },
  ];
  const fixedAsset: Condition = { column: 'isFixedAsset', equals: labelOf(plan, 'yesNo', 'yes') };
  const contract: Condition = {
    column: 'agreementKind',
    equals: labelOf(plan, 'agreementKind', 'contract'),
  };
  const sum = (column: string, where: readonly Condition[]): CountedMeasure => ({
    aggregate: { list: 'B', sum: column, where },
    divisor: 1,
    withCityLevel: false,
  });
  return {
    signedInvestment: sum('signedInvestment', [
      ...inQuarter('signedOn'),
      ...(plan.settings.frameworkAgreementCounts ? [] : [contract]),
    ]),
    newStartInvestment: sum('plannedInvestment', [fixedAsset, ...inQuarter('actualStart')]),
    arrivedFunds: sum('arrivedFunds', [fixedAsset]),
  };
}

import Big from 'big.js';
import { PlanError, type Measure, type MeasureKey, type Plan } from './plan';

/** A figure with its name, clause and targets. A loaded plan has every one. */
export function measureOf(plan: Plan, key: MeasureKey): Measure {
  const found = plan.measures.find((measure) => measure.key === key);
  if (!found) throw new PlanError(`年度方案“${plan.id}”中没有指标“${key}”。`);
  return found;
}

/** A unit's target in the measure's own unit (亿元 or 个); null where the notice sets it none (市本级 in 二(一)). */
export function targetOf(plan: Plan, key: MeasureKey, unitKey: string): number | null {
  return measureOf(plan, key).units[unitKey] ?? null;
}

/** Exact sum of the units' targets, which need not be the notice's own figure for the city. */
export function sumOfUnits(measure: Pick<Measure, 'units'>): number {
  return Object.values(measure.units)
    .reduce((sum, target) => sum.plus(target), new Big(0))
    .toNumber();
}

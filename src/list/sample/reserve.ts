import { reserveMetrics } from '../list-2';
import { measureOf } from '../../plan/measure';
import type { MeasureKey, Plan, Unit } from '../../plan/plan';
import type { Random } from './random';

/** A planned project of the reserve: what it counts for, and its investment of the coming year in 万元. */
export interface PlannedProject {
  readonly unit: Unit;
  readonly isIndustrial: boolean;
  readonly isPrivate: boolean;
  readonly isKey: boolean;
  readonly plan: number;
}

interface Group {
  readonly isIndustrial: boolean;
  readonly isPrivate: boolean;
  readonly isKey: boolean;
  readonly count: number;
  /** 万元 */
  readonly money: number;
}

/** Least investment of a made-up project in a year, 万元. */
const leastPlan = 600;

/**
 * Projects that meet the four metrics of 二(二) for one unit exactly, in number and in money. The parts overlap
 * (开发区's industrial and private projects exceed its whole), so projects are spread over the fields of a
 * two-by-two table, and the 省级重点 ones are taken from the field with the most money.
 */
export function planReserve(plan: Plan, unit: Unit, members: readonly Unit[], random: Random): PlannedProject[] {
  const figure = (key: MeasureKey) => measureOf(plan, key).units[unit.key] ?? 0;
  const [all, industrial, isPrivate, key] = reserveMetrics.map((metric) => ({
    count: figure(metric.count),
    money: Math.round(figure(metric.investment) * 10_000),
  }));
  const both = {
    count: overlap(all!.count, industrial!.count, isPrivate!.count),
    money: overlap(all!.money, industrial!.money, isPrivate!.money),
  };
  const fields: Group[] = [
    group(true, true, both.count, both.money),
    group(true, false, industrial!.count - both.count, industrial!.money - both.money),
    group(false, true, isPrivate!.count - both.count, isPrivate!.money - both.money),
    group(
      false,
      false,
      all!.count - industrial!.count - isPrivate!.count + both.count,
      all!.money - industrial!.money - isPrivate!.money + both.money,
    ),
  ];
  return takeKey(fields, key!.count, key!.money)
    .filter((field) => field.count > 0)
    .flatMap((field) =>
      random.split(field.money, field.count, leastPlan).map((money) => ({
        unit: random.pick(members),
        isIndustrial: field.isIndustrial,
        isPrivate: field.isPrivate,
        isKey: field.isKey,
        plan: money,
      })),
    );
}

/** What two parts share: more than they must, less than the smaller one. */
function overlap(whole: number, a: number, b: number): number {
  const least = Math.max(0, a + b - whole);
  const most = Math.min(a, b);
  return Math.round(least + (most - least) * 0.3);
}

function group(isIndustrial: boolean, isPrivate: boolean, count: number, money: number): Group {
  return { isIndustrial, isPrivate, isKey: false, count, money };
}

function takeKey(fields: readonly Group[], count: number, money: number): Group[] {
  if (count === 0) return [...fields];
  const richest = fields.reduce((best, field) =>
    spareMoney(field, count, money) > spareMoney(best, count, money) ? field : best,
  );
  return [
    ...fields.map((field) =>
      field === richest ? { ...field, count: field.count - count, money: field.money - money } : field,
    ),
    { ...richest, isKey: true, count, money },
  ];
}

function spareMoney(field: Group, count: number, money: number): number {
  return field.count < count ? Number.NEGATIVE_INFINITY : field.money - money - (field.count - count) * leastPlan;
}

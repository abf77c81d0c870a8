import { bandMeasures, reserveMetrics } from '../list-2';
import { measureOf } from '../../plan/measure';
import type { MeasureKey, Plan, Unit } from '../../plan/plan';
import { coverBands } from './cover-bands';
import { layFields, type ReserveFigure } from './reserve-field';
import type { Random } from './random';

/** A planned project of the reserve: what it counts for, and its investment of the coming year in 万元. */
export interface PlannedProject {
  readonly unit: Unit;
  readonly isIndustrial: boolean;
  readonly isPrivate: boolean;
  readonly isKey: boolean;
  readonly plan: number;
}

/**
 * Projects that meet the four metrics of 二(二) for one unit (members: it and who counts within it), in number and in
 * money: exactly where the figures go together, else not below any of them (不少于, 不低于). There are as many as the
 * bands of 三(一)3 need, and each member has its own.
 */
export function planReserve(plan: Plan, unit: Unit, members: readonly Unit[], random: Random): PlannedProject[] {
  const { fields, leastPlan } = layFields(figuresOf(plan, unit, members));
  const planned = fields
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
  return coverBands(planned, members, (member) => bandCount(plan, member));
}

/** How many projects the bands of 三(一)3 name for a unit. */
function bandCount(plan: Plan, unit: Unit): number {
  return bandMeasures.reduce((sum, key) => sum + (measureOf(plan, key).units[unit.key] ?? 0), 0);
}

/** Money needs a project, a project some money; and the whole is not less than its parts, nor than the bands. */
function figuresOf(plan: Plan, unit: Unit, members: readonly Unit[]): readonly [ReserveFigure, ReserveFigure, ReserveFigure, ReserveFigure] {
  const figure = (key: MeasureKey) => measureOf(plan, key).units[unit.key] ?? 0;
  const [all, industrial, isPrivate, key] = reserveMetrics.map((metric) =>
    withBoth(figure(metric.count), Math.round(figure(metric.investment) * 10_000)),
  ) as [ReserveFigure, ReserveFigure, ReserveFigure, ReserveFigure];
  const parts = [all, industrial, isPrivate, key];
  const bands = members.reduce((sum, member) => sum + bandCount(plan, member), 0);
  const whole = withBoth(Math.max(bands, ...parts.map(({ count }) => count)), Math.max(...parts.map(({ money }) => money)));
  return [whole, industrial, isPrivate, key];
}

function withBoth(count: number, money: number): ReserveFigure {
  const some = money > 0 ? Math.max(1, count) : count;
  return { count: some, money: Math.max(money, some) };
}

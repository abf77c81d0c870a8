import { bandMeasures } from '../list-2';
import { labelOf } from '../../plan/choice';
import { toSerial } from '../../plan/day';
import { measureOf } from '../../plan/measure';
import type { Plan, Unit } from '../../plan/plan';
import type { ProjectMaker, SampleRow } from './project';
import type { Random } from './random';
import { planReserve, type PlannedProject } from './reserve';

/** Share of new starts outside the bands that are planned for the next quarter. */
const nextQuarterShare = 0.08;

/** Rows of 储备项目库 that meet 二(二) and 三(一)3. 城区 and 市本级 meet 城区's figures together. */
export function sampleLedgerA(plan: Plan, maker: ProjectMaker, random: Random): SampleRow[] {
  return plan.units
    .filter((unit) => unit.reserveWithin === undefined)
    .flatMap((unit) => {
      const members = [unit, ...plan.units.filter((other) => other.reserveWithin === unit.key)];
      const planned = planReserve(plan, unit, members, random);
      return members.flatMap((member) => rowsOf(plan, member, planned, maker, random));
    });
}

function rowsOf(
  plan: Plan,
  unit: Unit,
  planned: readonly PlannedProject[],
  maker: ProjectMaker,
  random: Random,
): SampleRow[] {
  const bands = bandMeasures.flatMap((key, at) =>
    Array.from({ length: measureOf(plan, key).units[unit.key] ?? 0 }, () => at),
  );
  const own = planned.filter((project) => project.unit === unit).sort((a, b) => b.plan - a.plan);
  return own.flatMap((project, at) => {
    const band = bands[at];
    if (band === undefined) return [rowOf(plan, project, undefined, maker, random)];
    // What a band does not hold of the year's money is another project's: the bands' numbers and the money both stay.
    const held = Math.min(project.plan, mostPlan(plan, band));
    const rest = project.plan - held;
    return [
      rowOf(plan, { ...project, plan: held }, band, maker, random),
      ...(rest === 0 ? [] : [rowOf(plan, { ...project, plan: rest }, undefined, maker, random)]),
    ];
  });
}

/** A project within a band, or outside them all: going on from an earlier year, or below the smallest. */
function rowOf(plan: Plan, project: PlannedProject, band: number | undefined, maker: ProjectMaker, random: Random): SampleRow {
  const smallest = plan.thresholds.bands[plan.thresholds.bands.length - 1]! * 10_000;
  const canStart = project.plan * 2 < smallest;
  const isNewStart = band !== undefined || (canStart && random.chance(0.6));
  const total =
    band !== undefined
      ? bandTotal(plan, band, project.plan, random)
      : isNewStart
        ? Math.round(project.plan * (1.05 + random.next() * 0.9))
        : Math.round(project.plan * (2 + random.next()));
  const { investor } = plan.choices;
  const kind = project.isPrivate ? 'private' : 'government';
  return {
    ...maker.project(project.unit, total),
    projectType: project.isIndustrial ? labelOf(plan, 'projectType', 'industrial') : otherType(plan, random),
    investor: (investor.find(({ key }) => key === kind) ?? random.pick(investor)).label,
    isPrivate: maker.yesNo(project.isPrivate),
    isKey: maker.yesNo(project.isKey),
    startKind: labelOf(plan, 'startKind', isNewStart ? 'newStart' : 'continued'),
    nextYearPlan: project.plan,
    doneByYearEnd: isNewStart ? null : Math.round((total - project.plan) * 0.8),
    direction: maker.label('direction'),
    tier: maker.label('reserveTier'),
    department: '示例行业主管部门',
    plannedStart: isNewStart ? plannedStart(plan, random) : null,
  };
}

/** Any type but 产业; that one where the plan has no other. */
function otherType(plan: Plan, random: Random): string {
  const others = plan.choices.projectType.filter(({ key }) => key !== 'industrial');
  return others.length === 0 ? labelOf(plan, 'projectType', 'industrial') : random.pick(others).label;
}

/** Largest total (万元) that is still inside a band. */
function mostTotal(plan: Plan, band: number): number {
  const above = plan.thresholds.bands[band - 1];
  return above === undefined ? Number.POSITIVE_INFINITY : Math.ceil(above * 10_000) - 1;
}

/** Largest plan of a year (万元) for which a total inside the band is left. */
function mostPlan(plan: Plan, band: number): number {
  return Math.floor(mostTotal(plan, band) / 1.06);
}

/** 总投资 (万元) inside a band and not below the year's plan. */
function bandTotal(plan: Plan, band: number, least: number, random: Random): number {
  const low = Math.max(Math.ceil(plan.thresholds.bands[band]! * 10_000), Math.ceil(least * 1.05));
  return random.between(low, Math.max(low, Math.min(mostTotal(plan, band), Math.floor(low * (band === 0 ? 1.3 : 1.5)))));
}

function plannedStart(plan: Plan, random: Random): number {
  const first = toSerial(plan.nextQuarter.start);
  const after = toSerial(plan.nextQuarter.end) + 1;
  const last = toSerial(`${plan.nextYear}-11-30`);
  return random.chance(nextQuarterShare) || after > last ? random.between(Math.min(first + 14, after - 1), after - 1) : random.between(after, last);
}

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

/** Rows of 储备项目库 that meet 二(二) and 三(一)3 exactly. 城区 and 市本级 meet 城区's figures together. */
export function sampleLedgerA(plan: Plan, maker: ProjectMaker, random: Random): SampleRow[] {
  return plan.units
    .filter((unit) => unit.reserveWithin === undefined)
    .flatMap((unit) => {
      const members = [unit, ...plan.units.filter((other) => other.reserveWithin === unit.key)];
      const planned = planReserve(plan, unit, members, random);
      return members.flatMap((member) =>
        rowsOf(plan, member, ensureBands(plan, member, planned), maker, random),
      );
    });
}

/** The unit's own share of the projects, largest plans first, which the bands take. */
function ensureBands(plan: Plan, unit: Unit, planned: readonly PlannedProject[]): PlannedProject[] {
  const own = planned.filter((project) => project.unit === unit).sort((a, b) => b.plan - a.plan);
  const bands = bandMeasures.reduce((sum, key) => sum + (measureOf(plan, key).units[unit.key] ?? 0), 0);
  if (own.length < bands) throw new RangeError(`${unit.name} has fewer projects than its bands need`);
  return own;
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
  const smallest = plan.thresholds.bands[plan.thresholds.bands.length - 1]! * 10_000;
  return planned.map((project, at) => {
    const band = bands[at];
    const canStart = project.plan * 2 < smallest;
    const isNewStart = band !== undefined || (canStart && random.chance(0.6));
    const total =
      band !== undefined
        ? bandTotal(plan, band, project.plan, random)
        : isNewStart
          ? Math.round(project.plan * (1.05 + random.next() * 0.9))
          : Math.round(project.plan * (2 + random.next()));
    return {
      ...maker.project(unit, total),
      projectType: labelOf(plan, 'projectType', project.isIndustrial ? 'industrial' : random.pick(otherTypes)),
      investor: labelOf(plan, 'investor', project.isPrivate ? 'private' : 'government'),
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
  });
}

const otherTypes = ['infrastructure', 'livelihood', 'ecology', 'other'] as const;

/** 总投资 (万元) inside a band and not below the year's plan. */
function bandTotal(plan: Plan, band: number, least: number, random: Random): number {
  const bounds = plan.thresholds.bands;
  const low = Math.max(bounds[band]! * 10_000, Math.ceil(least * 1.05));
  const high = band === 0 ? low * 1.3 : bounds[band - 1]! * 10_000 - 1;
  return random.between(low, Math.max(low, Math.min(Math.floor(high), Math.floor(low * 1.5))));
}

function plannedStart(plan: Plan, random: Random): number {
  const first = toSerial(plan.nextQuarter.start);
  const after = toSerial(plan.nextQuarter.end) + 1;
  return random.chance(nextQuarterShare)
    ? random.between(first + 14, after - 1)
    : random.between(after, toSerial(`${plan.nextYear}-11-30`));
}

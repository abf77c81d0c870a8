import { labelOf } from '../../plan/choice';
import { startOfMonth, toSerial } from '../../plan/day';
import { targetOf } from '../../plan/measure';
import type { MeasureKey, Plan, Unit } from '../../plan/plan';
import type { ProjectMaker, SampleRow } from './project';
import type { Random } from './random';

/** What lists 5, 6 and 7 are made with. */
export interface SampleContext {
  readonly plan: Plan;
  readonly asOf: number;
  readonly maker: ProjectMaker;
  readonly random: Random;
}

/** 未开工项目: about seven in ten have started by 统计截止日, some are in statistics. */
export function sampleList5(context: SampleContext): SampleRow[] {
  const { plan, asOf, maker, random } = context;
  const [first, due] = [toSerial(plan.period.start), toSerial(plan.dates.startBy)];
  return projectsOf(context, '5', 'startCount', ({ total, base }) => {
    const start = random.between(first, due);
    const isStarted = start <= asOf && random.chance(0.75);
    const isRegistered = isStarted && random.chance(0.5);
    return {
      ...base,
      patron: maker.person(),
      yearPlan: Math.round(total * 0.2),
      notStartedReason: isStarted ? null : maker.label('notStartedReason'),
      plannedStart: isStarted ? start : due,
      actualStart: isStarted ? start : null,
      startState: labelOf(plan, 'startState', isStarted ? 'started' : 'notStarted'),
      statisticsOn: isRegistered ? random.between(start, asOf) : null,
    };
  });
}

/** 已开工未入统项目: about six in ten have entered statistics. */
export function sampleList6(context: SampleContext): SampleRow[] {
  const { plan, asOf, maker, random } = context;
  const from = toSerial(`${plan.year}-03-01`);
  const reasons = plan.choices.statisticsReason;
  return projectsOf(context, '6', 'statisticsCount', ({ total, base }) => {
    const start = random.between(from, Math.max(from, Math.min(asOf, toSerial(plan.period.start))));
    const isRegistered = start < asOf && random.chance(0.6);
    return {
      ...base,
      patron: maker.person(),
      actualStart: start,
      doneSinceStart: Math.round(total * random.next() * 0.5),
      approvalFile: maker.yesNo(true),
      contract: maker.yesNo(true),
      photo: maker.yesNo(true),
      statisticsReason: isRegistered ? null : (reasons.find(({ key }) => key === 'reported') ?? random.pick(reasons)).label,
      plannedStatisticsMonth: isRegistered ? null : startOfMonth(toSerial(plan.dates.startBy)),
      statisticsState: labelOf(plan, 'statisticsState', isRegistered ? 'registered' : 'reported'),
      statisticsOn: isRegistered ? random.between(Math.max(start, toSerial(plan.quarter.start)), asOf) : null,
      statistician: maker.person(),
    };
  });
}

/** 未按序时进度项目: behind by a tenth to a half, to catch up before the campaign ends. */
export function sampleList7(context: SampleContext): SampleRow[] {
  const { plan, maker, random } = context;
  const [first, last] = [toSerial(plan.dates.startBy), toSerial(plan.dates.catchUpBy)];
  return projectsOf(context, '7', 'behindCount', ({ total, base }) => {
    const yearPlan = Math.round(total * 0.4);
    return {
      ...base,
      patron: maker.person(),
      yearPlan,
      yearDone: Math.round(yearPlan * (0.3 + random.next() * 0.4)),
      imageProgress: maker.label('imageProgress'),
      lagReason: maker.label('behindReason'),
      measures: '示例措施：增加人员和机械，倒排工期。',
      catchUpOn: random.between(first, last),
    };
  });
}

/** The notice's number of projects, unit by unit; the ones it names come first, in its order, as they are issued. */
function projectsOf(
  { plan, maker, random }: SampleContext,
  list: '5' | '6' | '7',
  measure: MeasureKey,
  rowOf: (project: { readonly total: number; readonly base: SampleRow }) => SampleRow,
): SampleRow[] {
  const make = (unit: Unit, name?: string) => {
    const total = random.between(3_000, 80_000);
    return rowOf({ total, base: maker.project(unit, total, name) });
  };
  const named = plan.namedProjects.filter((project) => project.list === list);
  const unitByKey = new Map(plan.units.map((unit) => [unit.key, unit]));
  return [
    ...named.map((project) => make(unitByKey.get(project.unit)!, project.name)),
    ...plan.units.flatMap((unit) => {
      const given = named.filter((project) => project.unit === unit.key).length;
      const rest = Math.max(0, (targetOf(plan, measure, unit.key) ?? 0) - given);
      return Array.from({ length: rest }, () => make(unit));
    }),
  ];
}

import { labelOf } from '../../plan/choice';
import { toSerial } from '../../plan/day';
import type { Plan } from '../../plan/plan';
import type { ProjectMaker, SampleRow } from './project';
import type { Random } from './random';

/**
 * Problems that earlier rounds handed over, in the notice's numbers of projects and problems: 三(五)3. They are problems of
 * the known projects in their order, and of others where no list has any.
 */
export function sampleList8(
  plan: Plan,
  asOf: number,
  known: readonly SampleRow[],
  maker: ProjectMaker,
  random: Random,
): SampleRow[] {
  let used = 0;
  const next = () => (known.length === 0 ? maker.project(random.pick(plan.units), 10_000) : known[used++ % known.length]!);
  return plan.problemCounts.flatMap((count) => {
    const projects = Array.from({ length: count.projects }, next);
    return Array.from({ length: count.problems }, (_, at) =>
      problem(plan, asOf, count.source, at, projects[at % projects.length]!, maker, random),
    );
  });
}

function problem(
  plan: Plan,
  asOf: number,
  source: string,
  at: number,
  project: SampleRow,
  maker: ProjectMaker,
  random: Random,
): SampleRow {
  const assignedOn = Math.min(asOf, toSerial(plan.quarter.start) + random.between(0, 30));
  const isClosed = random.chance(0.5);
  const deadline = toSerial(plan.dates.solveBy);
  return {
    problemNumber: `${source.toUpperCase()}-${String(at + 1).padStart(3, '0')}`,
    projectName: project['projectName']!,
    projectCode: project['projectCode']!,
    unit: project['unit']!,
    description: '示例问题：用地手续办理较慢，需要部门协调。',
    problemKind: maker.label('problemKind'),
    grade: labelOf(plan, 'problemGrade', 'ordinary'),
    authority: maker.label('authorityLevel'),
    problemSource: labelOf(plan, 'problemSource', source),
    foundOn: assignedOn - random.between(0, 20),
    assignedOn,
    department: '示例责任部门',
    deputy: maker.person(),
    section: '示例责任科室',
    person: maker.person(),
    deadline,
    supervised13710: maker.yesNo(false),
    progressText: '示例进展：正在办理。',
    problemState: labelOf(plan, 'problemState', isClosed ? 'closed' : 'assigned'),
    closedOn: isClosed ? random.between(assignedOn, Math.min(asOf, deadline)) : null,
    closedBasis: isClosed ? '示例依据：部门办结回复。' : null,
    remark: '示例数据',
  };
}

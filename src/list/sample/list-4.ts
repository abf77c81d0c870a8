import type { Plan } from '../../plan/plan';
import type { ProjectMaker, SampleRow } from './project';
import type { Random } from './random';

const leaders = ['示例副市长甲', '示例副市长乙', '示例副市长丙', '示例副市长丁', '示例副市长戊', '示例副市长己'];

/** 副市长包保重点项目: five projects for each of six made-up vice-mayors, dispatched within half a month. */
export function sampleList4(plan: Plan, asOf: number, maker: ProjectMaker, random: Random): SampleRow[] {
  return leaders.flatMap((leader) =>
    Array.from({ length: plan.thresholds.leaderProjects }, () => {
      const total = random.between(20_000, 300_000);
      const yearPlan = Math.round(total * 0.3);
      return {
        ...maker.project(random.pick(plan.units), total),
        leader,
        field: '示例分管领域',
        leadDepartment: '示例市直部门',
        yearPlan,
        yearDone: Math.round(yearPlan * (0.6 + random.next() * 0.4)),
        imageProgress: maker.label('imageProgress'),
        progressText: '示例进展：主体施工正常推进。',
        dispatchedOn: asOf - random.between(0, plan.thresholds.dispatchDays - 1),
        nextSteps: '示例：按周调度。',
      };
    }),
  );
}

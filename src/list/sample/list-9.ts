import { labelOf } from '../../plan/choice';
import { toSerial } from '../../plan/day';
import type { Plan } from '../../plan/plan';
import { baseKeys } from '../base-column';
import { permitColumn } from '../list-9';
import type { ProjectMaker, SampleRow } from './project';
import type { Random } from './random';

/** 前期手续: the new starts of the ledger that are planned for the next quarter, permits done in their order. */
export function sampleList9(
  plan: Plan,
  asOf: number,
  ledger: readonly SampleRow[],
  maker: ProjectMaker,
  random: Random,
): SampleRow[] {
  const [first, last] = [toSerial(plan.nextQuarter.start), toSerial(plan.nextQuarter.end)];
  return ledger
    .filter((row) => typeof row['plannedStart'] === 'number' && row['plannedStart'] >= first && row['plannedStart'] <= last)
    .map((row) => {
      const start = row['plannedStart'] as number;
      return {
        ...Object.fromEntries(baseKeys.map((key) => [key, row[key] ?? null])),
        remark: '示例数据',
        patron: maker.person(),
        nextYearPlan: row['nextYearPlan']!,
        plannedStart: start,
        pushBatch: maker.label('pushBatch'),
        policyBarrier: labelOf(plan, 'policyBarrier', 'none'),
        ...permits(plan, asOf, start, random),
        handlingUnit: '示例审批服务部门',
        handler: maker.person(),
        handleBy: start - 1,
        withdraw: maker.yesNo(false),
      };
    });
}

/** Done up to some point of the list, then one in progress, the rest not begun; a few do not apply. */
function permits(plan: Plan, asOf: number, start: number, random: Random): SampleRow {
  const reached = random.between(2, plan.permits.length);
  const row: SampleRow = {};
  const daily = Math.max(1, Math.floor(60 / plan.permits.length));
  plan.permits.forEach((permit, at) => {
    const isOptional = permit.after.length === 0 && at > 0 && random.chance(0.2);
    const state = isOptional ? 'notApplicable' : at < reached ? 'done' : at === reached ? 'inProgress' : 'notStarted';
    row[permitColumn(permit.key, 'state')] = labelOf(plan, 'permitState', state);
    row[permitColumn(permit.key, 'date')] =
      state === 'notApplicable' ? null : state === 'done' ? asOf - 60 + at * daily : start - 1;
  });
  return row;
}

import type { Plan } from '../../plan/plan';
import type { IssueCode } from '../../rule/code';
import { whenLacking, type Guide, type RuleHelp } from './guide';

function permitName(plan: Plan, key: string): string {
  return plan.permits.find((permit) => permit.key === key)?.name ?? '';
}

const noState = '一行中各项手续的状态都没有填';

/** Rules on the permits and starts of list 9. */
export const permitHelp = {
  'row/q1-start': (guide) => ({
    fails: `${guide.sheet('9')}中的项目，${guide.header('9', 'plannedStart')}不在 ${guide.between(guide.plan.nextQuarter)}，又没有${guide.header('9', 'withdraw')}。`,
    undecided: whenLacking(`${guide.header('9', 'plannedStart')}没有填`),
    todo: `请核对日期；不能按期开工的在${guide.header('9', 'withdraw')}中选“${guide.label('yesNo', 'yes')}”，或说明情况。`,
    blind: '日期填在期间之内、到时开不了工的看不出来。',
  }),
  'row/permit-date': (guide) => ({
    fails: `手续状态为${guide.label('permitState', 'done')}而没有填日期，或者日期晚于统计截止日；一行有几项的合并为一条。`,
    undecided: whenLacking(noState),
    todo: '请补填批复日期；没有办结的改正状态；确实在统计截止日之后才办结的可说明情况。',
    blind: '批复是否属实看不出来。',
  }),
  'row/permit-undated': (guide) => ({
    fails: `手续为${['inProgress', 'notStarted', 'tolerated'].map((item) => guide.label('permitState', item)).join('、')}，而没有填计划办结的日期。`,
    undecided: whenLacking(noState),
    todo: '请补填计划办结日期。',
    blind: '日期能不能做到看不出来。',
  }),
  'row/permit-late': (guide) => ({
    fails: `还在办理的手续，计划办结日期晚于${guide.header('9', 'plannedStart')}。`,
    undecided: whenLacking(`${guide.header('9', 'plannedStart')}没有填`),
    todo: '请提前办理，或调整计划开工日期；属实的可说明情况。',
    blind: '没有填办结日期的手续不参加比较，由“手续没有计划日期”提示。',
  }),
  'row/permit-order': (guide) => ({
    fails: `一项手续${guide.label('permitState', 'done')}了，一般应当先办的手续却还是${guide.label('permitState', 'inProgress')}、${guide.label('permitState', 'notStarted')}，或者日期反而更晚。先后顺序按工程建设项目审批的四个阶段。`,
    undecided: whenLacking(`一项手续${guide.label('permitState', 'done')}了，而应当先办的手续没有填状态`),
    todo: '请核对状态和日期；特殊工程、并联审批的可说明情况。',
    blind: '特殊工程的顺序有所不同，分不出来，所以只作警告。',
  }),
  'row/policy-barrier': (guide) => ({
    fails: `${guide.header('9', 'pushBatch')}为${guide.label('pushBatch', 'first')}，${guide.header('9', 'policyBarrier')}却不是“${guide.label('policyBarrier', 'none')}”。`,
    undecided: whenLacking(`为${guide.label('pushBatch', 'first')}，而${guide.header('9', 'policyBarrier')}没有填`),
    todo: '请核对障碍是否已经消除，没有消除的调整批次；属实的可说明情况。',
    blind: '存在障碍而没有如实填写的看不出来；其他批次不核对。',
  }),
  'row/started-unpermitted': (guide) => ({
    fails: `填了${guide.header('9', 'actualStart')}，而${permitName(guide.plan, 'construction')}或${permitName(guide.plan, 'environment')}还是${guide.label('permitState', 'inProgress')}、${guide.label('permitState', 'notStarted')}。`,
    undecided: whenLacking('填了开工日期，而这两项手续的状态没有填'),
    todo: '已经办结的更新手续状态；没有办结的尽快补办，并说明情况。',
    blind: '只看这两项手续；已经动工而没有填开工日期的看不出来。',
  }),
} as const satisfies Partial<Record<IssueCode, (guide: Guide) => RuleHelp>>;

import type { Concern, Problem } from '../dispatch/problem-agenda';
import { labelOf } from '../plan/choice';
import type { Plan } from '../plan/plan';
import { formatDay, formatDayOfYear, formatNumber } from './format';
import type { Description } from './issue';

/** Fixed words of 调度 › 问题. */
export const problemWords = {
  none: '没有未销号的问题',
  noneHint: '清单中的问题都已销号。',
  empty: '还没有填写问题',
  emptyHint: '在《8 问题困难交办》中填写后，这里按责任部门列出到期、逾期和应转13710的问题。',
  gone: '没有找到《8 问题困难交办》',
  goneHint: '请点“一键校验”，按提示恢复这张表。',
  noDepartment: '未定责任部门',
  unstaged: '状态未填',
  all: '全部',
  concern: '按紧迫程度筛选',
  stages: '问题所处环节',
  concerns: { overdue: '逾期', week: '本周到期', escalate: '应转13710', pressed: '13710超期', meeting: '未定会议' },
  noneOfUnit: '这个单位没有填报问题',
  go: '定位到这个问题',
  noDeadline: '未定办结时限',
  noNumber: '无编号',
} as const satisfies { readonly concerns: Readonly<Record<Concern, string>> } & Readonly<Record<string, unknown>>;

/** Fixed words of 推进. */
export const advanceWords = {
  open: '推进',
  title: '推进问题',
  to: '推进到',
  refused: '还不能推进',
  cautions: '可以推进，请留意',
  standing: '这一行原有的错误，不影响推进，但报送前应改正',
  pressed: '督办通过13710进行，“13710督办”一并填为“是”。〔三（五）2〕',
  choose: '请选择',
  note: '只写入这一行的有关单元格，并重新校验。',
} as const;

/** Why nothing was written: what was seen, what was expected, what to do. */
export const advanceTexts = {
  gone: '这个问题在清单中已经找不到，可能已被删除，没有写入。请点“一键校验”看最新内容。',
  changed: '这个问题所在的行在查看之后有改动，没有写入。请看清现在的内容再推进。',
  headerFirst: '《8 问题困难交办》缺少要写入的列，没有写入。请先点“一键校验”，按提示恢复表头。',
  /** `first` is the first rule's own sentence. */
  refused: (first: string, more: number) => `没有推进。${first}${more > 0 ? `另有 ${more} 处同样需要改正。` : ''}`,
} as const;

/** 本周指统计截止日起 7 天：2023年12月25日至2023年12月31日。 */
export function describeWeek({ from, to }: { readonly from: number; readonly to: number }): string {
  return `“本周”指统计截止日起 ${to - from + 1} 天：${formatDay(from)}至${formatDayOfYear(to)}。`;
}

/** 逾期 2　本周到期 1　共 5 个 */
export function describeDepartment(problems: readonly Problem[]): string {
  const count = (concern: Concern) => problems.filter((each) => each.concerns.includes(concern)).length;
  const parts = (['overdue', 'week'] as const).flatMap((concern) => (count(concern) > 0 ? [`${problemWords.concerns[concern]} ${formatNumber(count(concern))}`] : []));
  return [...parts, `共 ${formatNumber(problems.length)} 个`].join('\u3000');
}

/** 逾期 12 天（时限 12月13日）, 还有 3 天（时限 12月28日）, 统计截止日当天到期. */
export function describeDeadline({ deadline, daysLeft }: Pick<Problem, 'deadline' | 'daysLeft'>): string {
  if (deadline === null || daysLeft === null) return problemWords.noDeadline;
  const limit = `（时限 ${formatDayOfYear(deadline)}）`;
  if (daysLeft < 0) return `逾期 ${-daysLeft} 天${limit}`;
  return daysLeft === 0 ? `统计截止日当天到期${limit}` : `还有 ${daysLeft} 天${limit}`;
}

/** What else has to be seen to: 应转13710, 13710超期 3 天, 未定会议. */
export function describeFurther({ concerns, pressedDays }: Pick<Problem, 'concerns' | 'pressedDays'>): readonly string[] {
  return concerns.flatMap((concern) => {
    if (concern === 'overdue' || concern === 'week') return [];
    return [concern === 'pressed' ? `${problemWords.concerns.pressed} ${pressedDays} 天` : problemWords.concerns[concern]];
  });
}

/** 没有填写，此项为必填。〔四（二）〕: what a rule says of a field that stands under its own label. */
export function describeRefusal({ seen, expected, clause }: Description): string {
  return `${seen}，${expected}。〔${clause}〕`;
}

export function describeAdvanced(plan: Plan, to: string, projectName: string): string {
  return `“${projectName}”的问题已推进到“${labelOf(plan, 'problemState', to)}”，并已重新校验。`;
}

import type { LeaderProjects, LedProject } from '../dispatch/leader-agenda';
import { formatDayOfYear, formatRate } from './format';

/** Fixed words of 调度 › 包保. */
export const leaderWords = {
  empty: '还没有填写包保项目',
  emptyHint: '在《4 副市长包保重点项目》中填写后，这里按包保领导列出项目、最近调度和未销号的问题。',
  gone: '没有找到《4 副市长包保重点项目》',
  goneHint: '请点“一键校验”，按提示恢复这张表。',
  noLeader: '未填包保副市长',
  never: '没有调度日期',
} as const;

/** 包保领导每半月（15 天）至少调度一次，以最近调度日期起算。 */
export function describeHalfMonth(days: number): string {
  return `包保领导每半月（${days} 天）至少调度一次，从最近调度日期起算。〔四（三）〕`;
}

/** 6 位领导，30 个项目，4 个超过半月没有调度，1 个没有调度日期 */
export function describeLeaders(leaders: readonly LeaderProjects[]): string {
  const all = leaders.flatMap(({ projects }) => projects);
  const overdue = all.filter(({ isOverdue }) => isOverdue).length;
  const undated = all.filter(({ dispatchedOn }) => dispatchedOn === null).length;
  const isInTime = all.every(({ daysSince, isOverdue: isLate }) => daysSince !== null && daysSince >= 0 && !isLate);
  return [
    // Rows without a leader are a group of their own.
    `${leaders.filter(({ leader }) => leader !== '').length} 位领导`,
    `${all.length} 个项目`,
    isInTime ? '都在半月内调度过' : '',
    overdue > 0 ? `${overdue} 个超过半月没有调度` : '',
    undated > 0 ? `${undated} 个${leaderWords.never}` : '',
  ]
    .filter((part) => part !== '')
    .join('，');
}

/** 5 个项目　2 个超期未调度　完成率 85.3% */
export function describeLeader({ projects, overdue, completionRate }: LeaderProjects): string {
  return [
    `${projects.length} 个项目`,
    overdue > 0 ? `${overdue} 个超期未调度` : '',
    completionRate === null ? '' : `完成率 ${formatRate(completionRate)}`,
  ]
    .filter((part) => part !== '')
    .join('\u3000');
}

/** 12月1日调度，已 24 天，超期 9 天; 12月20日调度，已 5 天，最迟1月4日再调度. */
export function describeDispatch({ dispatchedOn, daysSince, dueOn, isOverdue }: LedProject, limit: number): string {
  if (dispatchedOn === null || daysSince === null || dueOn === null) return leaderWords.never;
  const day = formatDayOfYear(dispatchedOn);
  if (daysSince < 0) return `调度日期 ${day} 晚于统计截止日`;
  const since = daysSince === 0 ? `${day}调度` : `${day}调度，已 ${daysSince} 天`;
  return isOverdue ? `${since}，超期 ${daysSince - limit} 天` : `${since}，最迟${formatDayOfYear(dueOn)}再调度`;
}

/** 完成率 85.3%　未销号问题 2 个 */
export function describeProgress({ completionRate, openProblems }: Pick<LedProject, 'completionRate' | 'openProblems'>): string {
  return [
    completionRate === null ? '完成率 —' : `完成率 ${formatRate(completionRate)}`,
    openProblems === null ? '' : openProblems === 0 ? '没有未销号问题' : `未销号问题 ${openProblems} 个`,
  ]
    .filter((part) => part !== '')
    .join('\u3000');
}

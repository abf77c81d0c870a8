import type { PermitAgenda, PermitJam, PermitProject } from '../dispatch/permit-agenda';
import type { Plan } from '../plan/plan';
import { formatDayOfYear, formatNumber, formatRate } from './format';

/** Fixed words of 调度 › 手续. */
export const permitWords = {
  empty: '还没有填写前期手续',
  emptyHint: '在《9 前期手续办理》中填写后，这里列出每个项目现在能办哪些手续、卡在哪里。',
  gone: '没有找到《9 前期手续办理》',
  goneHint: '请点“一键校验”，按提示恢复这张表。',
  jams: '堵在哪里',
  jamNote: '卡住：轮到这一项，没有办结，后面的手续因此不能启动的项目数。',
  projects: '逐个项目',
  whole: '全部项目',
  only: '只看轮到这一项的项目',
  noneOfUnit: '这个单位没有填报前期手续。',
  none: '没有轮到这一项的项目',
  holding: '卡住',
  ready: '可办',
  inHand: '在办',
  blocked: '等前置',
  unknown: '状态未填',
  barrier: '政策性障碍',
  finished: '手续已全部办结',
  started: '已开工',
  noStart: '未定开工日期',
} as const;

/** 施工图审查 */
export function nameOfPermit(plan: Plan, key: string): string {
  return plan.permits.find((permit) => permit.key === key)?.name ?? key;
}

export function namesOfPermits(plan: Plan, keys: readonly string[]): string {
  return keys.map((key) => nameOfPermit(plan, key)).join('、');
}

/** 128 个项目，36 个有手续现在可以启动; rows taken off the list are said. */
export function describePermits({ projects, withdrawn }: PermitAgenda): string {
  const ready = projects.filter((project) => project.ready.length > 0).length;
  if (projects.length === 0) return withdrawn === 0 ? permitWords.noneOfUnit : `${withdrawn} 个项目都已申请调出，不列。`;
  const late = projects.filter(({ daysToStart, isStarted }) => daysToStart !== null && daysToStart < 0 && !isStarted).length;
  return [
    `${formatNumber(projects.length)} 个项目，${formatNumber(ready)} 个有手续现在可以启动`,
    late > 0 ? `${formatNumber(late)} 个已过计划开工日期` : '',
    withdrawn > 0 ? `另有 ${withdrawn} 个申请调出，不列` : '',
  ]
    .filter((part) => part !== '')
    .join('，')
    .concat('。');
}

/** 在办 8　可办 5　等前置 30; only what there is. */
export function describeJam(jam: PermitJam): string {
  return (['inHand', 'ready', 'blocked', 'unknown'] as const)
    .filter((part) => jam[part] > 0)
    .map((part) => `${permitWords[part]} ${formatNumber(jam[part])}`)
    .join('\u3000');
}

/** 距计划开工 20 天（1月14日）, 已过计划开工 3 天（12月22日）. */
export function describeStart({ plannedStart, daysToStart, isStarted }: PermitProject): string {
  if (isStarted) return permitWords.started;
  if (plannedStart === null || daysToStart === null) return permitWords.noStart;
  const day = `（${formatDayOfYear(plannedStart)}）`;
  if (daysToStart < 0) return `已过计划开工 ${-daysToStart} 天${day}`;
  return daysToStart === 0 ? `统计截止日当天应开工${day}` : `距计划开工 ${daysToStart} 天${day}`;
}

/** 办结率 46.7% */
export function describePermitRate(rate: number | null): string {
  return `办结率 ${rate === null ? '—' : formatRate(rate)}`;
}

/** 施工许可（先办 招投标、施工图审查）、… */
export function describeBlocked(plan: Plan, { blocked }: Pick<PermitProject, 'blocked'>): string {
  return blocked.map(({ permit, by }) => `${nameOfPermit(plan, permit)}（先办${namesOfPermits(plan, by)}）`).join('、');
}

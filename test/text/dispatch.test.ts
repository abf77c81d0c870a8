import { describeDispatch, describeLeader, describeLeaders, describeProgress } from '../../src/text/dispatch-leader';
import { describeBlocked, describeJam, describePermitRate, describePermits, describeStart } from '../../src/text/dispatch-permit';
import { describeDeadline, describeDepartment, describeFurther, describeWeek } from '../../src/text/dispatch-problem';
import type { LedProject, LeaderProjects } from '../../src/dispatch/leader-agenda';
import type { PermitProject } from '../../src/dispatch/permit-agenda';
import type { Problem } from '../../src/dispatch/problem-agenda';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';

const problem: Problem = {
  row: 0,
  number: '',
  projectName: '车寨煤矿',
  unit: 'zezhou',
  description: '',
  stage: 'assigned',
  deadline: toSerial('2023-12-13'),
  daysLeft: -12,
  pressedDays: 3,
  concerns: ['overdue', 'escalate', 'pressed', 'meeting'],
};
const led: LedProject = {
  row: 0,
  projectName: '车寨煤矿',
  unit: 'zezhou',
  leadDepartment: '市能源局',
  dispatchedOn: toSerial('2023-12-01'),
  daysSince: 24,
  dueOn: toSerial('2023-12-16'),
  isOverdue: true,
  completionRate: 0.8533,
  openProblems: 2,
};
const leader: LeaderProjects = { leader: '甲', key: '甲', projects: [led, led], overdue: 2, completionRate: 0.8 };
const project: PermitProject = {
  row: 0,
  projectName: '煤层气管网',
  unit: 'qinshui',
  plannedStart: toSerial('2024-01-14'),
  daysToStart: 20,
  isStarted: false,
  rate: 0.4667,
  barrier: '',
  ready: ['tender'],
  inHand: [],
  unknown: [],
  blocked: [{ permit: 'construction', by: ['drawingReview', 'tender'] }],
};

test('a problem says how long is left or by how many days it is late, and what else is to be done', () => {
  expect(describeDeadline(problem)).toBe('逾期 12 天（时限 12月13日）');
  expect(describeDeadline({ ...problem, daysLeft: 0 })).toBe('统计截止日当天到期（时限 12月13日）');
  expect(describeDeadline({ ...problem, daysLeft: 3 })).toBe('还有 3 天（时限 12月13日）');
  expect(describeDeadline({ deadline: null, daysLeft: null })).toBe('未定办结时限');
  expect(describeFurther(problem)).toEqual(['应转13710', '13710超期 3 天', '未定会议']);
  expect(describeDepartment([problem, { ...problem, concerns: ['week'] }])).toBe('逾期 1\u3000本周到期 1\u3000共 2 个');
  expect(describeWeek({ from: toSerial('2023-12-28'), to: toSerial('2024-01-03') })).toBe('“本周”指统计截止日起 7 天：2023年12月28日至1月3日。');
});

test('a leader’s project says when it was dispatched, and when it must be again', () => {
  expect(describeDispatch(led, 15)).toBe('12月1日调度，已 24 天，超期 9 天');
  expect(describeDispatch({ ...led, isOverdue: false, daysSince: 5 }, 15)).toBe('12月1日调度，已 5 天，最迟12月16日再调度');
  expect(describeDispatch({ ...led, isOverdue: false, daysSince: 0 }, 15)).toBe('12月1日调度，最迟12月16日再调度');
  expect(describeDispatch({ ...led, isOverdue: false, daysSince: -1 }, 15)).toBe('调度日期 12月1日 晚于统计截止日');
  expect(describeDispatch({ ...led, dispatchedOn: null }, 15)).toBe('没有调度日期');
  expect(describeProgress(led)).toBe('完成率 85.3%\u3000未销号问题 2 个');
  expect(describeProgress({ completionRate: null, openProblems: null })).toBe('完成率 —');
  expect(describeLeader(leader)).toBe('2 个项目\u30002 个超期未调度\u3000完成率 80%');
  expect(describeLeaders([leader, { ...leader, leader: '', projects: [{ ...led, isOverdue: false, dispatchedOn: null, daysSince: null }] }])).toBe(
    '1 位领导，3 个项目，2 个超过半月没有调度，1 个没有调度日期',
  );
  expect(describeLeaders([{ ...leader, projects: [{ ...led, isOverdue: false, daysSince: 15 }] }])).toBe('1 位领导，1 个项目，都在半月内调度过');
  expect(describeLeaders([{ ...leader, projects: [{ ...led, isOverdue: false, daysSince: -1 }] }])).toBe('1 位领导，1 个项目');
});

test('a project says how far its start is, and which permits wait for which', () => {
  expect(describeStart(project)).toBe('距计划开工 20 天（1月14日）');
  expect(describeStart({ ...project, daysToStart: -3 })).toBe('已过计划开工 3 天（1月14日）');
  expect(describeStart({ ...project, daysToStart: 0 })).toBe('统计截止日当天应开工（1月14日）');
  expect(describeStart({ ...project, isStarted: true })).toBe('已开工');
  expect(describeStart({ ...project, plannedStart: null })).toBe('未定开工日期');
  expect(describeBlocked(plan, project)).toBe('施工许可（先办施工图审查、招投标）');
  expect([describePermitRate(0.4667), describePermitRate(null)]).toEqual(['办结率 46.7%', '办结率 —']);
  expect(describeJam({ permit: 'tender', holding: 3, inHand: 0, ready: 5, blocked: 30, unknown: 0 })).toBe('可办 5\u3000等前置 30');
  expect(describePermits({ projects: [project, { ...project, daysToStart: -1, ready: [] }], jams: [], withdrawn: 2 })).toBe(
    '2 个项目，1 个有手续现在可以启动，1 个已过计划开工日期，另有 2 个申请调出，不列。',
  );
  expect(describePermits({ projects: [], jams: [], withdrawn: 0 })).toBe('这个单位没有填报前期手续。');
});

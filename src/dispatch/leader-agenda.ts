import type { WorkbookEntries } from '../list/entry';
import type { List } from '../list/list';
import { addDays } from '../plan/day';
import type { Plan } from '../plan/plan';
import type { Context } from '../rule/context';
import { meansEmpty, normaliseName } from '../rule/name';
import { fillProjectIndex, ProjectIndex } from '../rule/project-index';
import { dispatchOverdue } from '../rule/row/dispatch-overdue';
import { rowState, type Table } from '../rule/table';
import { divide, sumOf } from '../total/round';
import { prepareTables } from './prepare-tables';
import { stageReader } from './problem-agenda';

/** One project that a vice-mayor leads. */
export interface LedProject {
  /** Index into the entries of list 4. */
  readonly row: number;
  readonly projectName: string;
  readonly unit: string | null;
  readonly leadDepartment: string;
  /** 最近调度日期, null where there is none to be read. */
  readonly dispatchedOn: number | null;
  /** Days since then; below 0 for a day that has not come. */
  readonly daysSince: number | null;
  /** The last day on which the next dispatch is in time: half a month on. */
  readonly dueOn: number | null;
  readonly isOverdue: boolean;
  /** 完成率 as the list shows it (0.85), null where it shows none. */
  readonly completionRate: number | null;
  /** Problems of list 8 not yet 销号; null where the workbook has no list 8. */
  readonly openProblems: number | null;
}

export interface LeaderProjects {
  /** As first written; empty for rows without 包保副市长. */
  readonly leader: string;
  /** As names are compared: what list/leader-count calls the leader. */
  readonly key: string;
  /** Overdue first, then those never dispatched, the longest ago before the others. */
  readonly projects: readonly LedProject[];
  readonly overdue: number;
  /** Completed ÷ planned of the year over all projects, to 6 places; null where nothing is planned. */
  readonly completionRate: number | null;
}

/**
 * 包保: per vice-mayor the projects of list 4 as of 统计截止日 (四(一), 四(三)), those with most overdue first. Problems are
 * matched as the rules match projects: by code, else by name within the unit. Null where the workbook has no list 4.
 */
export function readLeaderAgenda(entries: WorkbookEntries, plan: Plan, lists: readonly List[]): readonly LeaderProjects[] | null {
  const context = prepareTables(entries, plan, lists, ['4', '8']);
  const table = context.tables.get('4');
  if (!table) return null;
  const projectOf = projectReader(table, context);
  const leaderOf = table.texts('leader');
  const leaders = new Map<string, { leader: string; projects: LedProject[] }>();
  for (let row = 0; row < table.rowCount; row++) {
    if (table.state[row] !== rowState.filled) continue;
    const leader = meansEmpty(leaderOf(row)) ? '' : leaderOf(row).trim();
    const key = normaliseName(leader);
    const known = leaders.get(key);
    if (known) known.projects.push(projectOf(row));
    else leaders.set(key, { leader, projects: [projectOf(row)] });
  }
  const rateOf = rateReader(table);
  return [...leaders]
    .map(([key, { leader, projects }]) => ({
      leader,
      key,
      projects: projects.sort(compareProjects),
      overdue: projects.filter(({ isOverdue }) => isOverdue).length,
      completionRate: rateOf(projects.map(({ row }) => row)),
    }))
    .sort((a, b) => b.overdue - a.overdue || longestSince(b) - longestSince(a) || (a.key < b.key ? -1 : 1));
}

function projectReader(table: Table, context: Context): (row: number) => LedProject {
  const { plan, asOf, tables } = context;
  const names = table.texts('projectName');
  const departments = table.texts('leadDepartment');
  const days = table.days('dispatchedOn');
  const overdue = dispatchOverdue.judge(table, context);
  const problems = tables.get('8');
  const stageOf = problems && stageReader(problems);
  const index = new ProjectIndex(context);
  for (const step of fillProjectIndex(index, context)) void step;
  return (row) => {
    const dispatchedOn = days(row);
    const rate = table.value('completionRate', row);
    return {
      row,
      projectName: names(row),
      unit: table.unitKey(row),
      leadDepartment: departments(row),
      dispatchedOn,
      daysSince: dispatchedOn === null ? null : asOf - dispatchedOn,
      dueOn: dispatchedOn === null ? null : addDays(dispatchedOn, plan.thresholds.dispatchDays),
      isOverdue: overdue.verdict(row) === 'warning',
      completionRate: typeof rate === 'number' ? rate : null,
      openProblems: stageOf ? index.find(table, row, '8').filter((problem) => stageOf(problem.row) !== 'closed').length : null,
    };
  };
}

/** Amounts in exact decimals, as the list's own 合计 adds them up. */
function rateReader(table: Table): (rows: readonly number[]) => number | null {
  const [plans, done] = [table.numbers('yearPlan'), table.numbers('yearDone')];
  return (rows) => {
    const planned = sumOf(rows.map(plans));
    return planned === 0 ? null : divide(sumOf(rows.map(done)), planned);
  };
}

function compareProjects(a: LedProject, b: LedProject): number {
  return Number(b.isOverdue) - Number(a.isOverdue) || (b.daysSince ?? Infinity) - (a.daysSince ?? Infinity) || a.row - b.row;
}

function longestSince({ projects }: Pick<LeaderProjects, 'projects'>): number {
  return Math.max(-Infinity, ...projects.map(({ daysSince }) => daysSince ?? -Infinity));
}

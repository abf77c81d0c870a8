import type { WorkbookEntries } from '../list/entry';
import type { List } from '../list/list';
import { addDays } from '../plan/day';
import type { Plan } from '../plan/plan';
import type { Context } from '../rule/context';
import { meansEmpty, normaliseName } from '../rule/name';
import { readProblems } from '../rule/problem';
import { overdue13710 } from '../rule/row/13710-overdue';
import { problemEscalation } from '../rule/row/problem-escalation';
import { problemMeeting } from '../rule/row/problem-meeting';
import { rowState, type Table } from '../rule/table';
import { prepareTables } from './prepare-tables';

/** The way of a problem: 发现 → 交办 → 督办 → 销号 (三(五)1), by item key of 状态. */
export const problemStages = ['found', 'assigned', 'supervised', 'closed'] as const;
export type ProblemStage = (typeof problemStages)[number];

/**
 * What a meeting has to see to, the most pressing first: past 办结时限 · due within the week · must go to 13710 · past
 * 13710's own limit · to be put before the government's meeting.
 */
export const concerns = ['overdue', 'week', 'escalate', 'pressed', 'meeting'] as const;
export type Concern = (typeof concerns)[number];

/** One problem that is not yet 销号. */
export interface Problem {
  /** Index into the entries of list 8. */
  readonly row: number;
  readonly number: string;
  readonly projectName: string;
  /** Unit key, null where it cannot be told. */
  readonly unit: string | null;
  readonly description: string;
  /** Null where 状态 is empty or none of the four. */
  readonly stage: ProblemStage | null;
  readonly deadline: number | null;
  /** Days from 统计截止日 to 办结时限, below 0 once it has passed; null without one. */
  readonly daysLeft: number | null;
  /** Days past what 13710 allows; null where it is not pressed or not late. */
  readonly pressedDays: number | null;
  readonly concerns: readonly Concern[];
}

/** The open problems of one 责任部门. */
export interface DepartmentProblems {
  /** As first written; empty for those that nobody answers for yet. */
  readonly department: string;
  /** What is overdue first, the longest before the others. */
  readonly problems: readonly Problem[];
}

export interface ProblemAgenda {
  /** First and last day of the week that 本周 means: 统计截止日 and the six days after it, whatever day of the week it is. */
  readonly week: { readonly from: number; readonly to: number };
  readonly stages: Readonly<Record<ProblemStage, number>>;
  /** Problems without a 状态 that can be read. */
  readonly unstaged: number;
  readonly counts: Readonly<Record<Concern, number>>;
  /** Those with most that is pressing first. */
  readonly departments: readonly DepartmentProblems[];
}

/** Days after 统计截止日 that still are this week. */
const weekAhead = 6;

/**
 * What list 8 asks of a meeting as of 统计截止日, of one unit (by key) or of all. Overdue, 13710 and meeting are what the rules call so. Null where the
 * workbook has no list 8. Blind spot: two departments in one cell are a department of their own.
 */
export function readProblemAgenda(entries: WorkbookEntries, plan: Plan, lists: readonly List[], unit: string | null = null): ProblemAgenda | null {
  const context = prepareTables(entries, plan, lists, ['8']);
  const table = context.tables.get('8');
  if (!table) return null;
  const stageOf = stageReader(table);
  const departmentOf = table.texts('department');
  const problemOf = problemReader(table, context);
  const stages = { found: 0, assigned: 0, supervised: 0, closed: 0 };
  let unstaged = 0;
  const departments = new Map<string, { department: string; problems: Problem[] }>();
  for (let row = 0; row < table.rowCount; row++) {
    if (table.state[row] !== rowState.filled || (unit !== null && table.unitKey(row) !== unit)) continue;
    const stage = stageOf(row);
    if (stage === null) unstaged++;
    else stages[stage]++;
    if (stage === 'closed') continue;
    const department = meansEmpty(departmentOf(row)) ? '' : departmentOf(row).trim();
    const key = normaliseName(department);
    const known = departments.get(key);
    if (known) known.problems.push(problemOf(row, stage));
    else departments.set(key, { department, problems: [problemOf(row, stage)] });
  }
  const sorted = [...departments.values()];
  for (const { problems } of sorted) problems.sort((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || a.row - b.row);
  const counts = countConcerns(sorted.flatMap(({ problems }) => problems));
  return { week: { from: context.asOf, to: addDays(context.asOf, weekAhead) }, stages, unstaged, counts, departments: sorted.sort(compareDepartments) };
}

/** 状态 of a row; null where it is empty or none of the four. */
export function stageReader(table: Table): (row: number) => ProblemStage | null {
  const states = table.choices('problemState');
  return (row) => problemStages.find((stage) => stage === states(row)) ?? null;
}

function problemReader(table: Table, context: Context): (row: number, stage: ProblemStage | null) => Problem {
  const texts = { number: table.texts('problemNumber'), projectName: table.texts('projectName'), description: table.texts('description') };
  const { deadline, isOverdue } = readProblems(table, context);
  const grades = table.choices('grade');
  const escalation = problemEscalation.judge(table, context);
  const pressed = overdue13710.judge(table, context);
  const meeting = problemMeeting.judge(table, context);
  return (row, stage) => {
    const limit = deadline(row);
    const daysLeft = limit === null ? null : limit - context.asOf;
    const allowed = pressed.verdict(row) === 'info' ? pressed.detail(row).params['limit'] : null;
    const applies: Readonly<Record<Concern, boolean>> = {
      overdue: isOverdue(row) === true,
      week: daysLeft !== null && daysLeft >= 0 && daysLeft <= weekAhead,
      // Where 13710督办 is still empty the rule cannot decide; the meeting must.
      escalate: grades(row) === 'lingering' && escalation.verdict(row) !== null,
      pressed: typeof allowed === 'number',
      meeting: meeting.verdict(row) === 'info',
    };
    return {
      row,
      number: texts.number(row),
      projectName: texts.projectName(row),
      unit: table.unitKey(row),
      description: texts.description(row),
      stage,
      deadline: limit,
      daysLeft,
      pressedDays: typeof allowed === 'number' ? context.asOf - allowed : null,
      concerns: concerns.filter((concern) => applies[concern]),
    };
  };
}

function countConcerns(problems: readonly Problem[]): Record<Concern, number> {
  const counts = { overdue: 0, week: 0, escalate: 0, pressed: 0, meeting: 0 };
  for (const problem of problems) for (const concern of problem.concerns) counts[concern]++;
  return counts;
}

function compareDepartments(a: DepartmentProblems, b: DepartmentProblems): number {
  const [own, other] = [countConcerns(a.problems), countConcerns(b.problems)];
  return (
    other.overdue - own.overdue ||
    other.week - own.week ||
    b.problems.length - a.problems.length ||
    (a.department < b.department ? -1 : 1)
  );
}

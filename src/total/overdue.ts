import { labelOf } from '../plan/choice';
import { addMonths, fromSerial, startOfMonth } from '../plan/day';
import type { ChoiceKey, Plan, Unit } from '../plan/plan';
import type { ListKey, Value } from '../list/list';
import { computeAggregate, type Condition } from './aggregate';
import type { TotalData } from './data';
import type { RankingKey } from './ranking';
import { dash } from './reference';
import { sumOf } from './round';

/** What can be overdue: what each ranking is about, and 包保调度 of 四(三). */
export type OverdueKey = RankingKey | 'dispatch';

/** Rows whose day has passed at 统计截止日. */
export interface OverdueCount {
  readonly key: OverdueKey;
  /** One number per unit, in the order of the units asked for; — where the unit has entered nothing that could be overdue. */
  readonly units: readonly Value[];
  /** Of all these units; — where none has a number. */
  readonly total: Value;
}

/** Rows of one list that are overdue: those that meet any of `rows` but none of `except`, which are among them. */
interface OverdueRule {
  readonly list: ListKey;
  /** A unit has a number once one of its rows meets this. */
  readonly entered: Condition;
  readonly rows: readonly (readonly Condition[])[];
  readonly except?: readonly (readonly Condition[])[];
}

/**
 * What is overdue, per unit. Clauses: 三(四)1 (start), 三(四)3 (statistics), 三(三)2 (permits), 三(五)3 (problems), 四(三)
 * (dispatch). Blind spot: as in 汇总 a state counts as the dropdown writes it; one written otherwise is no state.
 */
export function countOverdue(data: TotalData, units: readonly Unit[]): Readonly<Record<OverdueKey, OverdueCount>> {
  const rules = overdueRules(data.plan, data.asOf);
  const count = (key: OverdueKey): OverdueCount => {
    const counts = units.map((unit) => countFor(rules[key], unit, data));
    const numbers = counts.filter((value) => typeof value === 'number');
    return { key, units: counts, total: numbers.length === 0 ? dash : sumOf(numbers) };
  };
  return {
    start: count('start'),
    statistics: count('statistics'),
    permit: count('permit'),
    problem: count('problem'),
    dispatch: count('dispatch'),
  };
}

function countFor({ list, entered, rows, except = [] }: OverdueRule, unit: Unit, data: TotalData): Value {
  const count = (where: readonly Condition[]) => computeAggregate({ list, where }, unit.name, data);
  if (count([entered]) === 0) return dash;
  const sum = (each: readonly (readonly Condition[])[]) => each.reduce((total, where) => total + count(where), 0);
  return sum(rows) - sum(except);
}

function overdueRules(plan: Plan, asOf: number): Readonly<Record<OverdueKey, OverdueRule>> {
  const passed = (column: string, limit: number = asOf): Condition[] => [
    { column, atLeast: 1 },
    { column, below: limit },
  ];
  const inStates = (column: string, choice: ChoiceKey, done: readonly string[], late: readonly Condition[]) =>
    plan.choices[choice].filter(({ key }) => !done.includes(key)).map(({ label }): Condition[] => [{ column, equals: label }, ...late]);
  const latePermits = [...passed('handleBy'), { column: 'permitRate', below: 1 } as const];
  return {
    start: {
      list: '5',
      entered: { column: 'startState', hasText: true },
      rows: inStates('startState', 'startState', ['started', 'withdraw'], passed('plannedStart')),
    },
    statistics: {
      list: '6',
      entered: { column: 'statisticsState', hasText: true },
      rows: inStates('statisticsState', 'statisticsState', ['registered', 'withdraw'], passed('plannedStatisticsMonth', firstOpenMonth(asOf))),
    },
    permit: {
      list: '9',
      entered: { column: 'handleBy', atLeast: 1 },
      rows: [latePermits],
      except: [[{ column: 'withdraw', equals: labelOf(plan, 'yesNo', 'yes') }, ...latePermits]],
    },
    problem: {
      list: '8',
      entered: { column: 'problemState', hasText: true },
      rows: inStates('problemState', 'problemState', ['closed'], passed('deadline')),
    },
    dispatch: {
      list: '4',
      entered: { column: 'dispatchedOn', atLeast: 1 },
      rows: [passed('dispatchedOn', asOf - plan.thresholds.dispatchDays)],
    },
  };
}

/** Start of the month before which 计划入统月份 is overdue. January has no figures of its own: it is over when February is. */
function firstOpenMonth(asOf: number): number {
  const month = startOfMonth(asOf);
  return fromSerial(month).month === 2 ? addMonths(month, -1) : month;
}

import type { ListEntries, WorkbookEntries } from '../list/entry';
import type { List, Value } from '../list/list';
import { labelOf } from '../plan/choice';
import type { Plan } from '../plan/plan';
import { editEntries, type CellEdit } from '../rule/edit';
import { check } from '../rule/engine';
import type { Issue } from '../rule/issue';
import { fieldsOfState } from '../rule/row/problem-state';
import { problemStages, type ProblemStage } from './problem-agenda';

/** Where a problem can be moved on to. */
export type NextStage = Exclude<ProblemStage, 'found'>;

/** What is written into a row of list 8, by column key. */
export type ProblemValues = Readonly<Record<string, Value>>;

/** A step of one problem; `row` is its index into the entries of list 8 as they were read. */
export interface ProblemAdvance {
  readonly row: number;
  readonly to: NextStage;
  /** What was typed for the fields of the step; 状态 and what follows from it need not be among them. */
  readonly values: ProblemValues;
}

/** What the rules say of the row as it would be. */
export interface AdvanceVerdict {
  /** Errors of the step: it is not taken while there is one. */
  readonly refusals: readonly Issue[];
  /** Warnings and hints that the row would get, or that are about what was typed: the step may be taken. */
  readonly cautions: readonly Issue[];
  /** Errors that stand in the row already and have nothing to do with the step. */
  readonly standing: readonly Issue[];
}

/** The stages after this one: one may be left out where the rules ask for nothing that it alone would give (交办 → 销号). */
export function nextStages(stage: ProblemStage | null): readonly NextStage[] {
  const later = problemStages.slice(stage === null ? 1 : problemStages.indexOf(stage) + 1);
  return later.filter((each) => each !== 'found');
}

/** The columns that a state needs, in the order of the list: those required by it, and those that row/problem-state asks for. */
export function neededColumns(list: List, stage: ProblemStage): readonly string[] {
  return list.columns
    .filter(
      ({ key, requirement }) =>
        (requirement?.kind === 'choice' && requirement.column === 'problemState' && requirement.items.includes(stage)) ||
        fieldsOfState(stage).includes(key),
    )
    .map(({ key }) => key);
}

/** Every cell of the step. 督办 is by 13710: 三(五)2. */
export function valuesOfAdvance({ to, values }: Pick<ProblemAdvance, 'to' | 'values'>, plan: Plan): ProblemValues {
  return {
    ...values,
    ...(to === 'supervised' ? { supervised13710: labelOf(plan, 'yesNo', 'yes') } : {}),
    problemState: labelOf(plan, 'problemState', to),
  };
}

/** The cells of the step that hold something else now, or (null) a column that it needs and that is not there. */
export function editsOfAdvance(move: ProblemAdvance, entries: ListEntries, plan: Plan): readonly CellEdit[] | null {
  const changed = Object.entries(valuesOfAdvance(move, plan)).filter(([column, value]) => (entries.values[column]?.[move.row] ?? null) !== value);
  if (changed.some(([column]) => entries.values[column] === undefined)) return null;
  return changed.map(([column, value]) => ({ list: '8', row: move.row, column, value }));
}

/**
 * Judges the row as it is and as it would be, by the catalogue's own rules on cells and rows. An error refuses the step
 * when the row has not got it yet, or when it is about a cell that the step writes or needs.
 */
export function judgeAdvance(entries: WorkbookEntries, plan: Plan, lists: readonly List[], move: ProblemAdvance): AdvanceVerdict {
  const own = entries.lists['8'];
  const list = lists.find(({ key }) => key === '8');
  if (!own || !list) throw new RangeError('a workbook without list 8 has no problem to move on');
  const alone: WorkbookEntries = { ...entries, findings: [], lists: { 8: rowAlone(own, move.row) } };
  const judge = (one: WorkbookEntries): Issue[] =>
    check(one, plan, [list], { only: ({ scope }) => scope === 'cell' || scope === 'row' })
      .issues.filter(({ explained }) => !explained)
      .map((issue) => ({ ...issue, rowIndex: move.row }));
  const values = valuesOfAdvance(move, plan);
  const before = judge(alone);
  const after = judge(editEntries(alone, Object.entries(values).map(([column, value]) => ({ list: '8', row: 0, column, value }))));
  const touched = new Set([...Object.keys(values), ...neededColumns(list, move.to)]);
  const isOfStep = (issue: Issue) => !before.some((each) => covers(each, issue)) || issue.columns.some((column) => touched.has(column));
  const errors = after.filter(({ severity }) => severity === 'error');
  return {
    refusals: errors.filter(isOfStep),
    standing: errors.filter((issue) => !isOfStep(issue)),
    cautions: after.filter((issue) => issue.severity !== 'error' && isOfStep(issue)),
  };
}

/** True where an issue says all that the other does: the rule is the same, and its columns are among its own. */
function covers(known: Issue, issue: Issue): boolean {
  return known.code === issue.code && issue.columns.every((column) => known.columns.includes(column));
}

/** The entries of one row, at its place in the sheet. What rules say of cells and rows follows from the row alone. */
function rowAlone(entries: ListEntries, row: number): ListEntries {
  const only = <T>(columns: Readonly<Record<string, readonly T[]>>, none: T) =>
    Object.fromEntries(Object.entries(columns).map(([key, cells]) => [key, [cells[row] ?? none]]));
  return {
    ...entries,
    firstRow: entries.firstRow + row,
    rowCount: 1,
    values: only<Value>(entries.values, null),
    formulas: only<string | null>(entries.formulas, null),
    userColumns: [],
  };
}

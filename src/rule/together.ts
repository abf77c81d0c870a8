import type { ListEntries, WorkbookEntries } from '../list/entry';
import type { List, ListKey, Value } from '../list/list';
import type { Plan } from '../plan/plan';
import type { CheckProgress } from './check-options';
import type { Source } from './context';
import { checkInSteps } from './engine';
import type { CheckResult, Issue, IssueParams, Undecided } from './issue';
import type { Rule } from './rule';
import { addTo } from './tally';

/** A workbook among several, with the name by which its sender knows it. */
export interface LabelledWorkbook {
  readonly label: string;
  readonly entries: WorkbookEntries;
}

export interface TogetherResult {
  /** One for each workbook, in their order: its own issues, and those of its rows that only the others show. */
  readonly workbooks: readonly CheckResult[];
  /** About no single workbook: units that sent nothing, dates that differ. */
  readonly together: readonly Issue[];
  readonly undecided: readonly Undecided[];
}

/** Rules across counties that say something of several files which none of them shows alone. */
const alone = new Set(['cross-county/total', 'cross-county/source-difference', 'cross-county/foreign-row']);
const isJoint = (rule: Rule) => rule.scope === 'cross-county' && !alone.has(rule.code);
const isOwn = (rule: Rule) => !isJoint(rule);

/** Rows of one list in all workbooks, one below the other; first tells where each workbook's rows begin. */
function joinList(list: List, workbooks: readonly LabelledWorkbook[]): { readonly joined: ListEntries; readonly first: readonly number[] } | null {
  const parts = workbooks.map(({ entries }) => (Object.hasOwn(entries.lists, list.key) ? entries.lists[list.key] : undefined));
  const model = parts.find((part) => part !== undefined);
  if (!model) return null;
  const first: number[] = [];
  let rowCount = 0;
  for (const part of parts) {
    first.push(rowCount);
    rowCount += part?.rowCount ?? 0;
  }
  const values: Record<string, Value[]> = {};
  for (const { key } of list.columns) {
    if (!parts.some((part) => part?.values[key])) continue;
    values[key] = parts.flatMap((part) => (part ? Array.from({ length: part.rowCount }, (_, row) => part.values[key]?.[row] ?? null) : []));
  }
  return { joined: { ...model, rowCount, values, formulas: {}, userColumns: [] }, first };
}

/** The workbooks as if the city had them in one. Nothing is merged: a project that two of them hold is there twice. */
function joinWorkbooks(workbooks: readonly LabelledWorkbook[], lists: readonly List[]) {
  const [model] = workbooks;
  if (!model) throw new RangeError('no workbook to judge');
  const joined: Record<ListKey, ListEntries> = {};
  const first = new Map<ListKey, readonly number[]>();
  for (const list of lists) {
    const found = joinList(list, workbooks);
    if (!found) continue;
    joined[list.key] = found.joined;
    first.set(list.key, found.first);
  }
  const issued = Object.fromEntries(lists.map(({ key }) => [key, Object.assign({}, ...workbooks.map(({ entries }) => entries.issued[key] ?? {}))]));
  const entries: WorkbookEntries = {
    ...model.entries,
    scope: { kind: 'city' },
    lists: joined,
    findings: [],
    issued,
    explanations: workbooks.flatMap((workbook) => workbook.entries.explanations),
  };
  return { entries, first };
}

/** Tells of a row of the joined list whose it is, and which of its own rows. */
class Origin {
  constructor(
    private readonly workbooks: readonly LabelledWorkbook[],
    private readonly joined: WorkbookEntries,
    private readonly first: ReadonlyMap<ListKey, readonly number[]>,
  ) {}

  of(list: ListKey, row: number): { readonly workbook: number; readonly row: number } {
    const starts = this.first.get(list)!;
    let workbook = starts.length - 1;
    while (starts[workbook]! > row) workbook--;
    return { workbook, row: row - starts[workbook]! };
  }

  /** The issue as its own workbook counts rows; null where it is about no row. */
  place(issue: Issue): { readonly workbook: number; readonly issue: Issue } | null {
    const found = issue.list === null || issue.rowIndex === null ? null : this.of(issue.list, issue.rowIndex);
    return found && { workbook: found.workbook, issue: { ...issue, rowIndex: found.row, params: this.withPlaces(issue.params) } };
  }

  /** Rows that a sentence names (parameters lists and rows), as their own files count them, with the files. */
  private withPlaces(params: IssueParams): IssueParams {
    const { lists, rows } = params;
    if (!Array.isArray(lists) || !Array.isArray(rows)) return params;
    const places = lists.map((list: Value, at) => {
      const key = String(list);
      const { workbook, row } = this.of(key, Number(rows[at]) - 1 - this.joined.lists[key]!.firstRow);
      const { label, entries } = this.workbooks[workbook]!;
      return { row: row + 1 + entries.lists[key]!.firstRow, file: label };
    });
    return { ...params, rows: places.map(({ row }) => row), files: places.map(({ file }) => file) };
  }
}

/** The result with more issues, counted with the others. Blind spot: what is found across files beyond the bound of listed issues. */
function withIssues(result: CheckResult, more: readonly Issue[]): CheckResult {
  const counts = { ...result.counts };
  const unitErrors = { ...result.unitErrors };
  for (const issue of more) {
    counts[issue.explained ? 'explained' : issue.severity]++;
    if (issue.severity === 'error' && !issue.explained && issue.unit !== null) addTo(unitErrors, issue.unit, 1);
  }
  return { ...result, issues: [...result.issues, ...more], counts, unitErrors };
}

/**
 * Judges several workbooks of one plan together without merging them: each alone, then all by the rules across
 * counties, whose issues go to the workbook that holds the row.
 */
export function* checkTogetherInSteps(
  workbooks: readonly LabelledWorkbook[],
  plan: Plan,
  lists: readonly List[],
): Generator<CheckProgress, TogetherResult, void> {
  const own: CheckResult[] = [];
  for (const { entries } of workbooks) own.push(yield* checkInSteps(entries, plan, lists, { only: isOwn }));
  const { entries, first } = joinWorkbooks(workbooks, lists);
  const sources: Source[] = workbooks.map(({ label, entries: each }) => ({ label, planId: each.planId, schemaVersion: each.schemaVersion, asOf: each.asOf }));
  const joint = yield* checkInSteps(entries, plan, lists, { only: isJoint, sources });
  const origin = new Origin(workbooks, entries, first);
  const more: Issue[][] = workbooks.map(() => []);
  const together: Issue[] = [];
  for (const issue of joint.issues) {
    const placed = origin.place(issue);
    if (placed) more[placed.workbook]!.push(placed.issue);
    else together.push(issue);
  }
  return { workbooks: own.map((result, at) => withIssues(result, more[at]!)), together, undecided: joint.undecided };
}

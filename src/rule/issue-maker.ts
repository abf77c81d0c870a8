import type { WorkbookEntries } from '../list/entry';
import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import { issueCodes } from './code';
import { ExplanationBook } from './explain';
import type { Issue, Severity } from './issue';
import type { Detail, Rule } from './rule';
import { Weighing } from './weighing';

/** An issue with its place among the others: by rank, then by what its id begins with. */
export interface Ranked {
  readonly rank: number;
  /** The id, but for the number that tells issues apart which are about the same row and columns. */
  readonly base: string;
  issue: Issue;
}

export function compareRanked(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || (a.base < b.base ? -1 : a.base > b.base ? 1 : 0);
}

/** Numbers issues that share what their ids begin with, in their order: the first has no number. */
export function numberAlike(alike: readonly Ranked[]): void {
  alike.forEach((each, at) => {
    const id = at === 0 ? each.base : `${each.base}~${at + 1}`;
    if (each.issue.id !== id) each.issue = { ...each.issue, id };
  });
}

/** What a failure is about. */
interface Subject {
  readonly list: string | null;
  readonly unit: string | null;
  readonly rowIndex: number | null;
  /** 行标识, empty where the row has none; null where it is about no row. */
  readonly row: string | null;
}

/** Issues in the order of sheets, rows, units, columns and codes; what is about no row or no list comes first. */
function makeRank(lists: readonly List[], plan: Plan): (issue: Issue) => number {
  const listAt = new Map(lists.map((list, index) => [list.key, index + 1]));
  const unitAt = new Map<string | null, number>(plan.units.map((unit, index) => [unit.key, index + 1]));
  const columnAt = new Map(lists.map((list) => [list.key, new Map(list.columns.map((column, index) => [column.key, index + 1]))]));
  const codeAt = new Map<string, number>(issueCodes.map((code, index) => [code, index]));
  return ({ list, rowIndex, unit, columns, code }) => {
    const row = (listAt.get(list ?? '') ?? 0) * 2 ** 21 + (rowIndex ?? -1) + 1;
    const column = columnAt.get(list ?? '')?.get(columns[0] ?? '') ?? 0;
    // 32 units, 1,024 columns and 128 codes beside 2^21 rows fit a whole number.
    return ((row * 32 + (unitAt.get(unit) ?? 0)) * 1_024 + column) * 128 + (codeAt.get(code) ?? 0);
  };
}

/** Makes issues of failures as the office weighs and explains them, at most so many per code and list. */
export class IssueMaker {
  readonly weighing: Weighing;
  private readonly book: ExplanationBook;
  private readonly rank: (issue: Issue) => number;

  constructor(
    /** What issues are made of: kept up to date by whoever changes it. */
    public entries: WorkbookEntries,
    lists: readonly List[],
    plan: Plan,
    /** Issues listed per code and list, besides those that may have been explained. */
    readonly limit: number,
  ) {
    this.weighing = new Weighing(entries.ruleSettings);
    this.book = new ExplanationBook(entries.explanations);
    this.rank = makeRank(lists, plan);
  }

  /** True where somebody has said something of the row: its issues are all listed, so that 已说明 is never lost. */
  mayBeExplained(row: string | null): boolean {
    return !this.book.isEmpty && this.book.mayExplain(row ?? '');
  }

  make(rule: Rule, severity: Severity, { list, unit, rowIndex, row }: Subject, detail: Detail): Ranked {
    const { columns } = detail;
    const subject = rowIndex === null ? (unit ?? '') : row || `@${rowIndex}`;
    const base = `${rule.code}|${list ?? ''}|${subject}|${columns.length === 1 ? columns[0] : columns.join(',')}`;
    const issue: { -readonly [K in keyof Issue]: Issue[K] } = {
      id: base,
      code: rule.code,
      severity,
      list,
      unit,
      row,
      rowIndex,
      columns,
      params: detail.params,
      source: detail.source ?? rule.source,
    };
    if (detail.place) issue.place = detail.place;
    if (detail.fix) issue.fix = detail.fix;
    const said = this.book.isEmpty ? undefined : this.book.find(issue, this.entries);
    if (said) issue.explained = { who: said.who, why: said.why };
    return { rank: this.rank(issue), base, issue };
  }
}

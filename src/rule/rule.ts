import type { List, ListKey } from '../list/list';
import type { Context } from './context';
import type { IssueCode } from './code';
import type { Hit } from './compile';
import type { Fix, Issue, IssueParams, Severity, Undecided } from './issue';
import type { Table } from './table';

/** What all rules say of themselves; the catalogue shown to offices is made from it. */
interface RuleBase {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** Clause of the notice, or 惯例. */
  readonly source: string;
  readonly lists: 'all' | readonly ListKey[];
}

/** What is told of one failure: made only for the failures that are listed. */
export interface Detail {
  /** Column keys, the first is where a click leads. */
  readonly columns: readonly string[];
  readonly params: IssueParams;
  readonly fix?: Fix;
  readonly place?: Issue['place'];
  /** Clause where it is another than the rule's own. */
  readonly source?: string;
}

/** null passes · a severity fails · undecided where what it compares with is missing. */
export type Verdict = Severity | 'undecided' | null;

/** A cell that the compiled columns found wrong. */
export interface Cell {
  readonly table: Table;
  readonly column: string;
  readonly row: number;
}

/** A loop over rows from..to (exclusive) for what the columns' schemas cannot say. */
export interface Pass {
  /** The column whose cells are hit; empty where the detail finds the columns itself. */
  readonly column: string;
  run(from: number, to: number, hit: Hit): void;
}

/** A rule on single cells: compile.ts finds cells by the columns' schemas, passes find the rest, detail tells what of them. */
export interface CellRule extends RuleBase {
  readonly scope: 'cell';
  readonly lists: 'all';
  readonly passes?: (table: Table, context: Context) => readonly Pass[];
  readonly detail: (cell: Cell, context: Context) => Detail;
}

/** Judges rows of one table; made once per table, so that columns are looked up once. */
export interface RowJudge {
  verdict(row: number): Verdict;
  detail(row: number): Detail;
}

/** A rule on one row, asked for every row that is filled in. Undecided where one of its columns is gone. */
export interface RowRule extends RuleBase {
  readonly scope: 'row';
  readonly lists: readonly ListKey[];
  readonly needs: (list: List) => readonly string[];
  readonly judge: (table: Table, context: Context) => RowJudge;
}

/** A failure of a rule that looks at more than one row. */
export interface Failure extends Detail {
  readonly severity?: Severity;
  readonly list: ListKey | null;
  readonly unit: string | null;
  /** Index into the list's entries, null where it is about no single row. */
  readonly row: number | null;
}

export interface Reporter {
  fail(failure: Failure): void;
  undecided(entry: Pick<Undecided, 'list' | 'unit' | 'reason'> & { readonly params?: IssueParams; readonly count?: number }): void;
}

/** A rule on a list, or across lists and counties. It yields now and then where it walks many rows. */
export interface WideRule extends RuleBase {
  readonly scope: 'list' | 'cross-list' | 'cross-county';
  readonly judge: (context: Context, report: Reporter) => Iterable<void> | void;
}

export type Rule = CellRule | RowRule | WideRule;

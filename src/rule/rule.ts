import type { List, ListKey } from '../list/list';
import type { Plan } from '../plan/plan';
import type { Context } from './context';
import type { IssueCode } from './code';
import type { Hit } from './compile';
import type { Fix, Issue, IssueParams, Severity, Undecided } from './issue';
import type { RowReason } from './kind';
import type { Project, ProjectIndex } from './project-index';
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

/**
 * Which rows a rule holds against each other, so that a change of one has the others judged again:
 * row: a row against all that share its code or name, told at this row alone · code, name, number: all rows that share
 * 项目代码, the normalised name, 问题编号 within a unit, told at any of them.
 */
export type Fellowship = 'row' | 'code' | 'name' | 'number';

/** Told by a peer judge of what is wrong, or cannot be decided, and at which row. `voice` tells failures of one row apart. */
export type Tell = (verdict: Severity | RowReason, table: Table, row: number, voice?: number) => void;

/**
 * Judges rows against each other. Every row is judged once; a judge of a whole fellowship speaks when it meets its
 * first row. What it says may follow from nothing but rows of that fellowship, the plan, 统计截止日, and which units
 * have filled in which lists.
 */
export interface PeerJudge {
  readonly fellowship: Fellowship;
  /** The lists whose rows are judged. */
  readonly on: readonly ListKey[];
  /** How many failures it may tell of one row; one where absent. */
  readonly voices?: number;
  judge(table: Table, row: number, tell: Tell): void;
  /** Of a failure that was told at this row. */
  detail(table: Table, row: number, voice: number): Detail;
  /** What must be worked out before the first row is judged, in steps. */
  readonly prepare?: () => Iterable<void>;
  /** The projects that are to be judged again, besides those of these names, because these have changed; in steps. */
  readonly follow?: (names: ReadonlySet<string>) => Generator<void, readonly Project[]>;
}

/** A rule that holds rows against each other, through an index of projects. What is gone from the structure it reports at once. */
export interface PeerRule extends RuleBase {
  readonly scope: 'list' | 'cross-list' | 'cross-county';
  /** Columns of any list that it reads, besides those by which rows are told to belong together (keyColumns). */
  readonly columns: readonly string[];
  readonly compare: (context: Context, index: ProjectIndex, report: Pick<Reporter, 'undecided'>) => readonly PeerJudge[];
}

/**
 * What a rule looks at, by list: columns by key, or all of them; `*` stands for every list. Which rows are empty, wait
 * or are filled in, and of which units, is always among it for a list that is named.
 */
export type Reads = Readonly<Record<ListKey | '*', 'all' | readonly string[]>>;

/**
 * A rule on a list, or across lists and counties, that looks at lists as a whole. It is judged again as a whole where
 * something that it reads has changed, or a finding. It yields now and then where it walks many rows.
 */
export interface WideRule extends RuleBase {
  readonly scope: 'list' | 'cross-list' | 'cross-county';
  readonly reads: Reads | ((plan: Plan) => Reads);
  readonly judge: (context: Context, report: Reporter) => Iterable<void> | void;
}

export type Rule = CellRule | RowRule | PeerRule | WideRule;

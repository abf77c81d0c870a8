import type { WorkbookEntries } from '../list/entry';
import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import type { CheckOptions, CheckProgress } from './check-options';
import { makeContext, type Context } from './context';
import type { CheckResult, Undecided } from './issue';
import { IssueBook } from './issue-book';
import { IssueMaker } from './issue-maker';
import { Listing } from './listing';
import { PeerJudges } from './peer-judge';
import { fillProjectIndex, ProjectIndex } from './project-index';
import type { CellRule, PeerRule, RowRule, Rule, WideRule } from './rule';
import { goneLists, TableJudge } from './table-judge';
import type { Table } from './table';
import { addTally, addUndecided, emptyTally, sortUndecided, tallyOf, undecidedRowsOf, type Tally } from './tally';
import { countWaiting } from './waiting';
import { judgeWide, type Outcome } from './wide-judge';

/** Rows that are held against others between two yields. */
const peersPerStep = 300;

/** A table with all that was found in it, and what of that is listed. */
export interface JudgedTable {
  readonly table: Table;
  readonly judge: TableJudge;
  readonly listing: Listing;
  /** Numbers of what was found, as of the last listing. */
  tally: Tally;
}

/**
 * A workbook with all that rules have found in it, so that after an edit only what can have changed is judged again
 * (judge-again.ts). What was found is kept by whom it can be taken back from:
 * hits in single rows, by table, row and source (TableJudge): of rules on cells and rows, which follow from the row
 * alone, and of rules that hold rows against each other (PeerJudges), which follow from the rows that share its code,
 * name or number (ProjectIndex); and outcomes of rules on whole lists, rule by rule. Counts are kept beside the hits;
 * issues are made only of those hits that are listed (Listing).
 */
export class JudgedWorkbook {
  readonly context: { -readonly [K in keyof Context]: Context[K] };
  readonly index: ProjectIndex;
  readonly peers: PeerJudges;
  readonly tables: readonly JudgedTable[];
  readonly wideRules: readonly WideRule[];
  readonly outcomes = new Map<WideRule, Outcome>();
  maker: IssueMaker;
  private readonly book: IssueBook;
  private readonly structure: readonly Undecided[];
  private readonly units: readonly string[];

  constructor(
    entries: WorkbookEntries,
    private readonly plan: Plan,
    private readonly lists: readonly List[],
    catalogue: readonly Rule[],
    private readonly options: CheckOptions,
  ) {
    const asked = catalogue.filter(options.only ?? (() => true));
    const rowRules = asked.filter((rule): rule is RowRule => rule.scope === 'row');
    const cellRules = asked.filter((rule): rule is CellRule => rule.scope === 'cell');
    const peerRules = asked.filter((rule): rule is PeerRule => 'compare' in rule);
    this.wideRules = asked.filter((rule): rule is WideRule => 'reads' in rule);
    this.context = makeContext(entries, plan, lists, options.sources);
    this.index = new ProjectIndex(this.context);
    const judges = new Map<Table, TableJudge>();
    this.peers = new PeerJudges(peerRules, this.context, this.index, (table) => judges.get(table)!);
    const rules = new Map<string, Rule>(asked.map((rule) => [rule.code, rule]));
    this.tables = [...this.context.tables.values()].map((table) => {
      const judge = new TableJudge(table, this.context, cellRules, rowRules, this.peers.sources);
      judges.set(table, judge);
      return { table, judge, listing: new Listing(judge, rules), tally: emptyTally() };
    });
    this.structure = [...goneLists(this.context, rowRules), ...this.peers.structure, ...this.tables.flatMap(({ judge }) => judge.structure)];
    this.maker = this.newMaker(entries);
    this.book = new IssueBook(lists);
    this.units = plan.units.map(({ key }) => key);
  }

  newMaker(entries: WorkbookEntries): IssueMaker {
    return new IssueMaker(entries, this.lists, this.plan, this.options.listLimit ?? 1_000);
  }

  /** Judges everything, a few milliseconds of work at a time. */
  *judgeAll(): Generator<CheckProgress, CheckResult> {
    const rows = this.tables.reduce((sum, { table }) => sum + table.rowCount, 0);
    const total = rows * (this.peers.isEmpty ? 2 : 3) + this.wideRules.length;
    let done = 0;
    for (const { table, judge } of this.tables) {
      for (const [from, to] of stepsOf(table, judge.rowsPerStep)) {
        table.prepareRows(from, to);
        yield { done: (done += to - from), total };
      }
    }
    for (const { table, judge } of this.tables) {
      for (const [from, to] of stepsOf(table, judge.rowsPerStep)) {
        judge.judge(from, to);
        yield { done: (done += to - from), total };
      }
    }
    if (!this.peers.isEmpty) {
      yield* withProgress(fillProjectIndex(this.index, this.context), { done, total });
      yield* withProgress(this.peers.prepare(), { done, total });
      for (const { table } of this.tables) {
        for (const [from, to] of stepsOf(table, peersPerStep)) {
          this.peers.judge(table, from, to);
          yield { done: (done += to - from), total };
        }
      }
    }
    for (const rule of this.wideRules) {
      this.outcomes.set(rule, yield* withProgress(judgeWide(rule, this.context, this.maker), { done, total }));
      yield { done: ++done, total };
    }
    yield* withProgress(this.listAgain(this.tables, null), { done, total });
    this.book.setLists(this.listedOfWide());
    return this.result();
  }

  /** Chooses and makes anew the issues of these tables' rows (all of them where null), and counts them. */
  *listAgain(tables: Iterable<JudgedTable>, changed: ((table: Table) => ReadonlySet<number>) | null): Generator<void> {
    for (const each of tables) {
      yield* each.listing.renew(this.maker, changed && changed(each.table));
      each.tally = tallyOf(each.judge, each.listing, this.maker, this.units);
      this.book.setRows(each.table.list.key, each.listing);
      yield;
    }
  }

  /** After outcomes of rules on whole lists have changed. */
  listWideAgain(): void {
    this.book.setLists(this.listedOfWide());
  }

  result(): CheckResult {
    const sum = emptyTally(this.units);
    for (const { tally } of this.tables) addTally(sum, tally);
    for (const { tally } of this.outcomes.values()) addTally(sum, tally);
    const waiting = countWaiting(this.context);
    return {
      issues: this.book.read(),
      undecided: sortUndecided(this.undecided(waiting), this.lists.map(({ key }) => key), this.units),
      waiting,
      ...sum,
    };
  }

  private listedOfWide() {
    return [...this.outcomes.values()].flatMap(({ ranked }) => ranked);
  }

  private undecided(waiting: CheckResult['waiting']): Undecided[] {
    const told = new Map<string, Undecided>();
    const tell = (found: readonly Undecided[]) => found.forEach((entry) => addUndecided(told, entry.code, entry));
    tell(this.structure);
    for (const { judge } of this.tables) {
      tell(judge.missingColumns());
      tell(undecidedRowsOf(judge, this.units));
    }
    for (const { undecided } of this.outcomes.values()) tell(undecided);
    for (const { list, unit, waitingRows } of waiting) {
      if (waitingRows > 0) addUndecided(told, 'cell/required', { list, unit, reason: 'waiting', count: waitingRows });
    }
    return [...told.values()];
  }
}

function* stepsOf(table: Table, rows: number): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < table.rowCount; from += rows) yield [from, Math.min(table.rowCount, from + rows)];
}

/** Work that only breathes, with progress at each breath. */
export function* withProgress<T>(steps: Generator<void, T>, progress: CheckProgress): Generator<CheckProgress, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield progress;
  }
}

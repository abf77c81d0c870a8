import type { WorkbookEntries } from '../list/entry';
import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import { catalogue } from './catalogue';
import { changesBetween, isSameFrame } from './change';
import type { CheckOptions, CheckProgress } from './check-options';
import { editEntries, type CellEdit } from './edit';
import type { CheckResult } from './issue';
import { judgeAgain } from './judge-again';
import { JudgedWorkbook, withProgress } from './judged-workbook';

/**
 * Judges a workbook and goes on judging it while it is edited. After every step of it `result` is what judging the
 * whole anew gives, down to the order; a full check is opening a session. Work is done a few milliseconds at a time:
 * whoever stops in the middle gets the whole judged anew next time.
 */
export class CheckSession {
  private judged: JudgedWorkbook;
  private last: CheckResult;
  /** False while work is going on, and after it was left in the middle. */
  private isSettled = true;

  private constructor(
    judged: JudgedWorkbook,
    result: CheckResult,
    private readonly plan: Plan,
    private readonly lists: readonly List[],
    private readonly options: CheckOptions,
  ) {
    this.judged = judged;
    this.last = result;
  }

  /** Throws only for lists that no rule can be compiled for. */
  static *open(
    entries: WorkbookEntries,
    plan: Plan,
    lists: readonly List[],
    options: CheckOptions = {},
  ): Generator<CheckProgress, CheckSession, void> {
    const judged = new JudgedWorkbook(entries, plan, lists, catalogue, options);
    return new CheckSession(judged, yield* judged.judgeAll(), plan, lists, options);
  }

  /** True where it judges workbooks of this plan by these lists. */
  judges(plan: Plan, lists: readonly List[]): boolean {
    return plan === this.plan && lists.length === this.lists.length && lists.every((list, at) => list === this.lists[at]);
  }

  /** What is judged now. */
  get entries(): WorkbookEntries {
    return this.judged.context.entries;
  }

  get result(): CheckResult {
    return this.last;
  }

  /** Judges again after cells were typed into, also in rows below the last. */
  edit(edits: readonly CellEdit[]): Generator<CheckProgress, CheckResult, void> {
    return this.update(editEntries(this.entries, edits));
  }

  /**
   * Goes on with other entries: what differs is found, and what can have changed by it is judged again. All of it
   * where 统计截止日, the scope, the sheets and columns that are there, or what rows were issued with has changed.
   */
  *update(after: WorkbookEntries): Generator<CheckProgress, CheckResult, void> {
    const isFresh = this.isSettled && isSameFrame(this.entries, after);
    this.isSettled = false;
    if (isFresh) {
      const progress = { done: 0, total: 1 };
      const changes = yield* withProgress(changesBetween(this.entries, after, this.lists), progress);
      yield* withProgress(judgeAgain(this.judged, after, changes), progress);
      this.last = this.judged.result();
    } else {
      this.judged = new JudgedWorkbook(after, this.plan, this.lists, catalogue, this.options);
      this.last = yield* this.judged.judgeAll();
    }
    this.isSettled = true;
    return this.last;
  }
}

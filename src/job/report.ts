import type { WorkbookEntries } from '../list/entry';
import type { List, ListKey } from '../list/list';
import type { Plan, Scope } from '../plan/plan';
import type { CheckResult, Issue } from '../rule/issue';
import type { HostFault } from './port';

/** What the open workbook is, before anything is asked of it. */
export type WorkbookState =
  /** No sheet of ours: 生成 is offered. */
  | { readonly kind: 'none' }
  /** Ours, of a plan that is known here. */
  | {
      readonly kind: 'ours';
      readonly planId: string;
      readonly scope: Scope;
      /** 统计截止日, Excel serial number. */
      readonly asOf: number;
      /** Text of the last check's time, null before the first. */
      readonly lastCheck: string | null;
      /** An earlier operation was interrupted, and its backup or journal is there: 恢复 is offered. */
      readonly hasBackup: boolean;
    }
  /** Ours, but made for a plan or by a version that is not known here; reason is one Chinese sentence. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** Where a click on an issue leads. 0-based. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** One judged state of the workbook: all the pane shows comes from here. */
export interface CheckReport {
  readonly plan: Plan;
  readonly lists: readonly List[];
  readonly entries: WorkbookEntries;
  readonly result: CheckResult;
  /** Milliseconds since 1970 as given by the caller's clock. */
  readonly checkedAt: number;
}

/** What the user is about to get, shown before 生成 where a workbook of ours is open. */
export interface GenerateResult {
  /** Cells of the user's that were put back, by list. */
  readonly kept: Readonly<Record<ListKey, number>>;
  readonly sheets: number;
  /** After 恢复: cells of the interrupted operation that somebody has edited since, and that stay as they are. */
  readonly edited?: number;
  /** After 恢复: tabs of the sheets that keep what was typed since, which it does not put into the lists. */
  readonly apart?: readonly string[];
}

/** What 修正 changed and what is left after judging again. */
export interface FixResult {
  readonly applied: readonly Issue[];
  /** Issues that stand all the same: what was written reads something that is gone itself (a name, 说明). */
  readonly standing: readonly Issue[];
  /** Issues whose cell no longer held what the user saw: nothing was written there. */
  readonly skipped: readonly Issue[];
  readonly report: CheckReport;
  /** Why the cells are mended, but the marks not written; null where they are. */
  readonly unmarked: HostFault | null;
}

import type { Edit, Progress } from '../../job/port';
import type { CheckReport, Place, WorkbookState } from '../../job/report';
import type { Plan } from '../../plan/plan';
import type { ToldLoss } from '../../text/repair';
import type { TaskName } from '../../text/ui-sentence';
import { nothingExchanged, type Exchanging } from '../exchange/exchanging';
import { nothingRanked, type Ranked } from '../ranking/ranked';
import { noFiles, type Together } from '../together/together';

/** Where the pane is: before Office has answered, nowhere useful, or beside a workbook. */
export type Phase = 'starting' | 'noExcel' | 'tooOld' | 'ready';

/** The parts of the pane, one of which is shown: this workbook, 调度, 排名, 收发, several files judged together, 帮助. */
export type ViewName = 'workbook' | 'dispatch' | 'ranking' | 'exchange' | 'together' | 'help';

export interface Task {
  readonly name: TaskName;
  readonly progress: Progress | null;
  /** What of several is being worked on: a file's name. */
  readonly detail: string | null;
  readonly canCancel: boolean;
  readonly isCancelling: boolean;
  /** Excel has not answered for long. */
  readonly isWaiting: boolean;
}

/** One thing to tell the user, in the bar under the heading. */
export interface Notice {
  readonly intent: 'success' | 'info' | 'warning' | 'error';
  readonly text: string;
  readonly retry: (() => void) | null;
}

/** How the report shown came about: it says whether the marks in the sheets are up to date. */
export type Freshness = 'judged' | 'checked' | 'followed';

/** The last operation that changed what people entered, while it can be taken back. */
export interface LastOperation {
  readonly name: TaskName;
  /** What it did, in words. */
  readonly told: string;
  /** What its job gave, by which it is taken back. */
  readonly result: object;
  /** Where what it wrote can be looked at. */
  readonly place: Place | null;
}

export interface PaneState {
  readonly phase: Phase;
  readonly view: ViewName;
  /** The plan that 生成 works by; null until the jobs are loaded. */
  readonly plan: Plan | null;
  /** Null until the workbook was looked at. */
  readonly workbook: WorkbookState | null;
  readonly report: CheckReport | null;
  /** What the workbook has lost of how it is laid out, when it was last looked at. */
  readonly losses: readonly ToldLoss[];
  readonly freshness: Freshness;
  /** The edits by which the report came about; none where it did not follow any. */
  readonly edits: readonly Edit[];
  readonly lastOperation: LastOperation | null;
  /** Rows for which 自动带入 was declined, by id of what was offered. */
  readonly declined: ReadonlySet<string>;
  readonly together: Together;
  readonly exchange: Exchanging;
  readonly ranked: Ranked;
  readonly task: Task | null;
  readonly notice: Notice | null;
}

export const initialState: PaneState = {
  phase: 'starting',
  view: 'workbook',
  plan: null,
  workbook: null,
  report: null,
  losses: [],
  freshness: 'judged',
  edits: [],
  lastOperation: null,
  declined: new Set(),
  together: noFiles,
  exchange: nothingExchanged,
  ranked: nothingRanked,
  task: null,
  notice: null,
};

export type PaneEvent =
  | { readonly kind: 'placed'; readonly phase: Phase }
  | { readonly kind: 'viewed'; readonly view: ViewName }
  | { readonly kind: 'loaded'; readonly plan: Plan }
  | { readonly kind: 'inspected'; readonly workbook: WorkbookState }
  | { readonly kind: 'reported'; readonly report: CheckReport; readonly freshness: Freshness; readonly edits?: readonly Edit[] }
  | { readonly kind: 'operated'; readonly operation: LastOperation | null }
  | { readonly kind: 'lost'; readonly losses: readonly ToldLoss[] }
  | { readonly kind: 'declined'; readonly id: string }
  | { readonly kind: 'together'; readonly together: Together }
  | { readonly kind: 'exchanged'; readonly exchange: Exchanging }
  | { readonly kind: 'ranked'; readonly ranked: Ranked }
  | { readonly kind: 'started'; readonly name: TaskName; readonly canCancel: boolean }
  | { readonly kind: 'progressed'; readonly progress: Progress; readonly detail: string | null }
  | { readonly kind: 'cancelling' }
  | { readonly kind: 'waiting'; readonly isWaiting: boolean }
  | { readonly kind: 'ended' }
  | { readonly kind: 'noticed'; readonly notice: Notice | null };

export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.kind) {
    case 'placed':
      return { ...state, phase: event.phase };
    case 'viewed':
      return { ...state, view: event.view };
    case 'operated':
      return { ...state, lastOperation: event.operation };
    case 'lost':
      return { ...state, losses: event.losses };
    case 'declined':
      return { ...state, declined: new Set([...state.declined, event.id]) };
    case 'together':
      return { ...state, together: event.together };
    case 'exchanged':
      return { ...state, exchange: event.exchange };
    case 'ranked':
      return { ...state, ranked: event.ranked };
    case 'loaded':
      return { ...state, plan: event.plan };
    case 'inspected':
      return { ...state, workbook: event.workbook, ...(isWhole(event.workbook) ? {} : { report: null, losses: [] }) };
    case 'reported':
      return { ...state, report: event.report, freshness: event.freshness, edits: event.edits ?? [], workbook: follow(state.workbook, event.report) };
    case 'started':
      return {
        ...state,
        notice: null,
        task: { name: event.name, progress: null, detail: null, canCancel: event.canCancel, isCancelling: false, isWaiting: false },
      };
    case 'progressed':
      return state.task && (state.task.detail !== event.detail || moves(state.task.progress, event.progress))
        ? { ...state, task: { ...state.task, progress: event.progress, detail: event.detail } }
        : state;
    case 'cancelling':
      return state.task ? { ...state, task: { ...state.task, isCancelling: true } } : state;
    case 'waiting':
      return state.task ? { ...state, task: { ...state.task, isWaiting: event.isWaiting } } : state;
    case 'ended':
      return { ...state, task: null };
    case 'noticed':
      return { ...state, notice: event.notice };
  }
}

/** Where 生成 was interrupted the sheets are incomplete, and what was known of them is no longer true. */
export function isWhole(workbook: WorkbookState): boolean {
  return workbook.kind === 'ours' && !workbook.hasBackup;
}

/** Only what a progress bar can show: thousands of reports would be as many renderings. */
function moves(before: Progress | null, after: Progress): boolean {
  return before === null || before.stage !== after.stage || percentOf(before) !== percentOf(after);
}

export function percentOf({ done, total }: Progress): number {
  return total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0;
}

/** 统计截止日 may have been typed over in the sheet since the workbook was looked at. */
function follow(workbook: WorkbookState | null, { entries }: CheckReport): WorkbookState | null {
  if (workbook?.kind !== 'ours') return workbook;
  return { ...workbook, asOf: entries.asOf, scope: entries.scope };
}

import type { BookState, Edited, Transaction } from './transaction';
import type { Sheet } from './sheet';
import type { SheetState } from './state';

/** One step that the user can take back: what was there before and after, and what was edited in it. */
export interface Step {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly edited: readonly Edited[];
  readonly structural: boolean;
  readonly visibility: boolean;
  readonly reshaped: ReadonlySet<string>;
}

export interface Snapshot {
  readonly book: BookState;
  readonly sheets: ReadonlyMap<Sheet, SheetState>;
}

/** What a complete transaction did, as a step. */
export function stepOf(transaction: Transaction, after: BookState): Step {
  const sheets = [...transaction.before.keys()];
  return {
    before: { book: transaction.bookBefore, sheets: transaction.before },
    after: { book: after, sheets: new Map(sheets.map((sheet) => [sheet, sheet.state])) },
    edited: transaction.edited,
    structural: transaction.structural,
    visibility: transaction.visibility,
    reshaped: transaction.reshaped,
  };
}

const MOST_STEPS = 100;

/** The steps that can be taken back and done again. */
export class History {
  private done: Step[] = [];
  private undone: Step[] = [];

  add(step: Step): void {
    this.done.push(step);
    if (this.done.length > MOST_STEPS) this.done.shift();
    this.undone = [];
  }

  /** As Excel does when an add-in writes (before ExcelApi 1.19). */
  clear(): void {
    this.done = [];
    this.undone = [];
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  undo(): Step | null {
    const step = this.done.pop();
    if (step) this.undone.push(step);
    return step ?? null;
  }

  redo(): Step | null {
    const step = this.undone.pop();
    if (step) this.done.push(step);
    return step ?? null;
  }
}

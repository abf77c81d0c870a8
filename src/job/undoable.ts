import type { Exchange, WorkbookRecord } from '../list/record';
import type { Plan } from '../plan/plan';
import type { BuildInput } from '../sheet/build-input';
import type { WrittenRow } from './row-draft';
import type { WrittenCell } from './written-cells';

/** The parts of the record that people decide in the pane. */
export type Decided = Partial<Pick<WorkbookRecord, 'explanations' | 'ruleSettings'>>;

/** Both states of a workbook that was written over as a whole. */
export interface Overwritten {
  readonly plan: Plan;
  readonly before: BuildInput;
  /** As written. */
  readonly after: BuildInput;
  /** Lists that hold something else since. */
  readonly touched: readonly string[];
  /** Lines of 交换记录 that came with it. */
  readonly recorded: readonly Exchange[];
}

/** What taking an operation back needs, by how it wrote. */
export type Undoable =
  | { readonly kind: 'rows'; readonly rows: readonly WrittenRow[] }
  | { readonly kind: 'cells'; readonly cells: readonly WrittenCell[] }
  | { readonly kind: 'decision'; readonly before: Decided; readonly after: Decided }
  | ({ readonly kind: 'workbook' } & Overwritten);

/** By what the job gave to whoever asked for it. */
const undoables = new WeakMap<object, Undoable>();

export function rememberUndoable(result: object, undoable: Undoable): void {
  undoables.set(result, undoable);
}

/** Null where the operation changed nothing that can be taken back, or was taken back. */
export function undoableOf(result: object): Undoable | null {
  return undoables.get(result) ?? null;
}

export function forgetUndoable(result: object): void {
  undoables.delete(result);
}

import type { Change, SheetContent, WorkbookContent } from '../sheet/model';
import type { SheetLook, WorkbookLook } from '../sheet/sheet-look';

/** Where a long job stands: done of total steps (bytes, rows or sheets), for a progress bar. */
export interface Progress {
  readonly stage: 'read' | 'compute' | 'write';
  readonly done: number;
  readonly total: number;
}

export interface JobOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Asked between steps; true stops the job with CancelledError before anything more is written. */
  readonly isCancelled?: () => boolean;
  /** Told true once the host has not answered for long (some 15 s), and false as soon as it has, or was given up. */
  readonly onWaiting?: (isWaiting: boolean) => void;
}

/** An edit by the user (or a co-author) in a sheet; area is null where the host gave no details. */
export interface Edit {
  readonly sheet: string;
  readonly area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number } | null;
  readonly remote: boolean;
}

/** All a job needs of a workbook: over Office.js, over a file, or in memory. */
export interface WorkbookPort {
  /** Values and formulas of all sheets, or of those named. */
  read(options?: JobOptions & { readonly sheets?: readonly string[] }): Promise<WorkbookContent>;
  /** Carries the changes out in order, in as few round trips as the port can. */
  apply(changes: readonly Change[], options?: JobOptions): Promise<void>;
  /**
   * How these sheets look, as far as needed to tell what they lack of what is given: the same sheets as they are laid. A
   * sheet that is not there is not in the answer. Absent where that cannot be told.
   */
  readLook?(laid: readonly SheetLook[], options?: JobOptions): Promise<WorkbookLook>;
  /** Shows a cell (0-based) to the user. */
  select(sheet: string, row: number, column: number): Promise<void>;
  /** Reports the user's edits until the returned function is called; own writes are not reported. */
  watch(onEdit: (edit: Edit) => void): Promise<() => Promise<void>>;
}

/** The job was stopped by the user; nothing was written after that. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** What went wrong with the host, by kind; text makes the sentence. */
export type HostFault =
  | 'editMode'
  | 'protected'
  | 'notFound'
  /** The sheet to be shown is hidden. */
  | 'hidden'
  | 'tooLarge'
  | 'incompleteRead'
  | 'busy'
  | 'unavailable'
  | 'unsupported'
  /** No answer came for very long; whether the request was carried out is not known. */
  | 'unanswered'
  /** Another author edited what was about to be written. */
  | 'edited'
  | 'unknown';

export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly fault: HostFault,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/**
 * Between reading and writing another author edited what a change expected (Change.expects). Cells that were to be
 * written hold again what the other wrote; sheets that were to be laid are laid, and `found` is what stood in them just before.
 */
export class EditedMeanwhileError extends HostError {
  constructor(
    readonly found: readonly SheetContent[],
    /** False where nothing at all was written, since tables of sheets to be laid are no longer where they were read: read again. */
    readonly hasWritten = true,
  ) {
    super('edited', 'the workbook was edited between reading and writing');
  }
}

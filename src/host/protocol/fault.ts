import type { ActionResult, Batch, BatchAnswer } from '../object-model/batch';

/** What befalls a batch instead of being carried out and answered, for tests. Codes are Excel's (Excel.ErrorCodes). */
export type Fault =
  /** Nothing is carried out. The payload codes are answered as Excel on the web does. */
  | { readonly kind?: 'refused'; readonly code: string; readonly message?: string }
  /** That share (0 to 1) of its actions is carried out, then one fails: a batch is not atomic. */
  | { readonly kind: 'cut'; readonly share: number; readonly code: string }
  /** All of it is carried out, and an error comes instead of the answer. */
  | { readonly kind: 'lost'; readonly code: string }
  /** That share of its actions is carried out, and no answer ever comes. */
  | { readonly kind: 'unanswered'; readonly share: number }
  /** Excel is busy for so many milliseconds; then this batch and what came after it are carried out and answered. */
  | { readonly kind: 'late'; readonly milliseconds: number }
  /** This batch and all that follow are refused, until the faults are cleared. */
  | { readonly kind: 'gone'; readonly code: string }
  /** Blocks of more than so many cells are answered with null, without an error. */
  | { readonly kind: 'nulls'; readonly cells: number }
  /** Just before the batch another author does this to the book. */
  | { readonly kind: 'edited'; readonly edit: () => void };

/** Numbers that stand for errors outside a batch's own answer. */
export const PAYLOAD_ERRORS: Readonly<Record<string, number>> = {
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  ActivityLimitReached: 5102,
};

/** Faults waiting for the batches that they are meant for. */
export class FaultPlan {
  private waiting: { after: number; fault: Fault }[] = [];
  private lasting: Fault | null = null;
  /** Batches that a fault has befallen. */
  struck = 0;

  /** Strikes the nth batch from now; 1 is the next. */
  add(nth: number, fault: Fault): void {
    this.waiting.push({ after: nth, fault });
  }

  clear(): void {
    this.waiting = [];
    this.lasting = null;
  }

  /** Called once per batch; the fault that is due. */
  take(): Fault | null {
    for (const entry of this.waiting) entry.after--;
    const due = this.lasting ?? this.waiting.find((entry) => entry.after === 0)?.fault ?? null;
    this.waiting = this.waiting.filter((entry) => entry.after > 0);
    if (due?.kind === 'gone') this.lasting = due;
    if (due) this.struck++;
    return due;
  }
}

/** What comes of a batch under a fault: its answer, or null where none ever comes. */
export function runUnder(fault: Fault, batch: Batch, run: (batch: Batch) => BatchAnswer): BatchAnswer | null {
  switch (fault.kind) {
    case undefined:
    case 'refused':
      return answerError(fault.code, fault.message);
    case 'gone':
      return answerError(fault.code);
    case 'cut': {
      const done = run(cutBatch(batch, fault.share));
      return done.Error ? done : { ...done, ...answerError(fault.code), Results: done.Results };
    }
    case 'lost':
      run(batch);
      return answerError(fault.code);
    case 'unanswered':
      if (fault.share > 0) run(cutBatch(batch, fault.share));
      return null;
    case 'nulls': {
      const { Results, ...rest } = run(batch);
      return { ...rest, Results: Results.map(({ ActionId, Value }): ActionResult => ({ ActionId, Value: withoutBlocks(Value, fault.cells) })) };
    }
    case 'edited':
      fault.edit();
      return run(batch);
    case 'late':
      return run(batch);
  }
}

/** An error before the first action. */
export function answerError(code: string, message = code): BatchAnswer {
  return { Results: [], TraceIds: [], Error: { Code: code, Message: message, Location: '', ActionIndex: -1, HttpStatusCode: 400 } };
}

function cutBatch(batch: Batch, share: number): Batch {
  return { ...batch, Actions: batch.Actions.slice(0, Math.round(batch.Actions.length * share)) };
}

/** An answer in which Excel left out what was too large. */
function withoutBlocks(value: unknown, cells: number): unknown {
  if (Array.isArray(value)) {
    const isBlock = value.every((line) => Array.isArray(line));
    return isBlock && value.flat().length > cells ? null : value.map((part) => withoutBlocks(part, cells));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutBlocks(part, cells)]));
}

/** What went to and fro since the host was connected or the statistics were reset. */
export interface Statistics {
  /** Batches, that is context.sync() calls that reached the host. */
  readonly syncs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly largestRequest: number;
  readonly largestResponse: number;
}

export const NO_STATISTICS: Statistics = { syncs: 0, requestBytes: 0, responseBytes: 0, largestRequest: 0, largestResponse: 0 };

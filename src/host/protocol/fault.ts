/** A failure to be answered in place of carrying a batch out, for tests. */
export interface Fault {
  /** Excel's code, e.g. InvalidOperationInCellEditMode; the two payload codes are answered as Excel on the web does. */
  readonly code: string;
  readonly message?: string;
}

/** Numbers that stand for errors outside a batch's own answer. */
export const PAYLOAD_ERRORS: Readonly<Record<string, number>> = {
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  ActivityLimitReached: 5102,
};

/** Faults waiting for the batches that they are meant for. */
export class FaultPlan {
  private waiting: { after: number; fault: Fault }[] = [];

  /** Fails the nth batch from now; 1 is the next. */
  add(nth: number, fault: Fault): void {
    this.waiting.push({ after: nth, fault });
  }

  /** Called once per batch; the fault that is due. */
  take(): Fault | null {
    for (const entry of this.waiting) entry.after--;
    const due = this.waiting.find((entry) => entry.after === 0) ?? null;
    this.waiting = this.waiting.filter((entry) => entry.after > 0);
    return due?.fault ?? null;
  }
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

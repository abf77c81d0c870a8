import type { Finding } from './finding';
import type { Desk } from './request';

/** Part of a write that goes into one request. */
export interface Step {
  /** Estimated size in the request. */
  readonly bytes: number;
  readonly run: (desk: Desk) => void;
  /** Asks what stands where the step is about to write; the returned function tells it once the request has been answered. */
  readonly look?: (desk: Desk) => () => Finding;
  /** Estimated size of what it asks for in the answer. */
  readonly answerBytes?: number;
  /** True where a job may be stopped before this step: no sheet is half-written then. */
  readonly isSafeStop?: boolean;
}

/** What a request carries; the web's own limit is 5 MB. */
export const REQUEST_BYTES = 2_000_000;
/**
 * What an answer to a write carries, by the size of what had been read: it may be half as much again by then, and
 * still keep within the web's 5 MB.
 */
export const ANSWER_BYTES = 3_000_000;
/** Cells in one range of a request or response. */
export const BLOCK_CELLS = 20_000;
/** Cells that one range is given: the library cuts larger arrays itself, at four more calls a piece. */
export const WRITE_CELLS = 1_500;

/** Steps in order, as many to a request as fit. */
export function packSteps(steps: readonly Step[]): readonly (readonly Step[])[] {
  const requests: Step[][] = [];
  let bytes = Infinity;
  let answerBytes = 0;
  for (const step of steps) {
    if (bytes + step.bytes > REQUEST_BYTES || answerBytes + (step.answerBytes ?? 0) > ANSWER_BYTES) {
      requests.push([]);
      bytes = 0;
      answerBytes = 0;
    }
    requests.at(-1)?.push(step);
    bytes += step.bytes;
    answerBytes += step.answerBytes ?? 0;
  }
  return requests;
}

/** One step of several, so that no request ends between them. */
export function joinSteps(steps: readonly Step[]): Step {
  return {
    bytes: steps.reduce((sum, { bytes }) => sum + bytes, 0),
    run: (desk) => {
      for (const step of steps) step.run(desk);
    },
  };
}

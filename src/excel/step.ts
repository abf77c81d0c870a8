import type { Desk } from './request';

/** Part of a write that goes into one request. */
export interface Step {
  /** Estimated size in the request. */
  readonly bytes: number;
  readonly run: (desk: Desk) => void;
  /** True where a job may be stopped before this step: no sheet is half-written then. */
  readonly isSafeStop?: boolean;
}

/** What a request carries; the web's own limit is 5 MB. */
export const REQUEST_BYTES = 2_000_000;
/** Cells in one range of a request or response. */
export const BLOCK_CELLS = 20_000;
/** Cells that one range is given: the library cuts larger arrays itself, at four more calls a piece. */
export const WRITE_CELLS = 1_500;

/** Steps in order, as many to a request as fit. */
export function packSteps(steps: readonly Step[]): readonly (readonly Step[])[] {
  const requests: Step[][] = [];
  let bytes = Infinity;
  for (const step of steps) {
    if (bytes + step.bytes > REQUEST_BYTES) {
      requests.push([]);
      bytes = 0;
    }
    requests.at(-1)?.push(step);
    bytes += step.bytes;
  }
  return requests;
}

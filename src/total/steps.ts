/** Work in pieces of a few milliseconds: whoever runs it may let the screen breathe between two of them. */
export type Steps<T> = Generator<undefined, T, void>;

/** Rows of one column that are gone through in a piece. */
const rowsPerStep = 250;

/** Does the work without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** As Array.from({ length }, make), in pieces. */
export function* makeInSteps<T>(length: number, make: (row: number) => T, perStep = rowsPerStep): Steps<T[]> {
  const made: T[] = [];
  for (let from = 0; from < length; from += perStep) {
    const to = Math.min(length, from + perStep);
    for (let row = from; row < to; row += 1) made.push(make(row));
    yield;
  }
  return made;
}

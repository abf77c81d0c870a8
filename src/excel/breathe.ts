/** Work that comes in pieces of a few milliseconds. */
export type Pieces<T> = Generator<undefined, T, void>;

/** Milliseconds of work after which the pane may answer. */
const BREATH_AFTER = 20;

/** Milliseconds of work that is done at once. */
const AT_ONCE = 4;

/**
 * Does work that comes in pieces, and lets the pane answer in between. What is more than a trifle has tasks of its own: before
 * it mostly comes Excel's answer, which took its time to unpack, and after it what is made of the outcome.
 */
export async function runWithBreaths<T>(pieces: Pieces<T>): Promise<T> {
  let until = performance.now() + AT_ONCE;
  let isLong = false;
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) {
      if (isLong) await breathe();
      return piece.value;
    }
    if (performance.now() < until) continue;
    await breathe();
    isLong = true;
    until = performance.now() + BREATH_AFTER;
  }
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Work that comes in pieces of a few milliseconds. */
export type Pieces<T> = Generator<undefined, T, void>;

/** Milliseconds of work after which the pane may answer. */
const BREATH_AFTER = 30;

/** Does work that comes in pieces, and lets the pane answer in between. */
export async function runWithBreaths<T>(pieces: Pieces<T>): Promise<T> {
  let breathed = performance.now();
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return piece.value;
    if (performance.now() - breathed < BREATH_AFTER) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    breathed = performance.now();
  }
}

const runLength = 2_048;
const mergesPerStep = 8_192;

/** Sorts as Array.sort does, in place or into another array, yielding between pieces of a few milliseconds. */
export function* sortInSteps<T>(items: T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  let from: T[] = [];
  for (let start = 0; start < items.length; start += runLength) {
    for (const item of items.slice(start, start + runLength).sort(compare)) from.push(item);
    yield;
  }
  let to: T[] = new Array<T>(items.length);
  let moved = 0;
  for (let width = runLength; width < items.length; width *= 2) {
    for (let start = 0; start < items.length; start += width * 2) {
      const middle = Math.min(start + width, items.length);
      const end = Math.min(start + width * 2, items.length);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        if (++moved % mergesPerStep === 0) yield;
        const takesLeft = left < middle && (right >= end || compare(from[left]!, from[right]!) <= 0);
        to[at] = takesLeft ? from[left++]! : from[right++]!;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

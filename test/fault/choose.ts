import { canBefall, mishaps, type Mishap } from './mishap';
import type { Scene } from './scene';

export interface Chosen {
  readonly mishap: Mishap;
  readonly sync: number;
}

/** Every mishap at every round trip of an operation that it can befall. */
export function everyCase(scene: Scene): Chosen[] {
  return mishaps.filter((mishap) => canBefall(mishap, scene.operation)).flatMap((mishap) => roundsOf(scene, mishap).map((sync) => ({ mishap, sync })));
}

/** So that a few of them are of every kind. */
const stride = 7;

/**
 * A few of them, evenly: over all operations each mishap comes up about as often as any other, and so do early and late
 * round trips. `at` is the operation's place among all.
 */
export function fewCases(scene: Scene, at: number, count: number): Chosen[] {
  const possible = mishaps.filter((mishap) => canBefall(mishap, scene.operation));
  return Array.from({ length: count }, (_, i) => {
    const mishap = possible[((at * count + i) * stride) % possible.length]!;
    const syncs = roundsOf(scene, mishap);
    // From the last one, which writes, backwards.
    return { mishap, sync: syncs[syncs.length - 1 - ((at + i) % syncs.length)]! };
  });
}

function roundsOf({ syncs, writing }: Scene, { isOfWriting }: Mishap): readonly number[] {
  return isOfWriting === true ? writing : Array.from({ length: syncs }, (_, at) => at + 1);
}

import { canBefall, mishaps, type Mishap } from './mishap';
import type { Scene } from './scene';

export interface Chosen {
  readonly mishap: Mishap;
  readonly sync: number;
}

/** Every mishap at every round trip of an operation. */
export function everyCase({ operation, syncs }: Scene): Chosen[] {
  const rounds = Array.from({ length: syncs }, (_, at) => at + 1);
  return mishaps.filter((mishap) => canBefall(mishap, operation)).flatMap((mishap) => rounds.map((sync) => ({ mishap, sync })));
}

/**
 * A few of them, evenly: over all operations each mishap comes up about as often as any other, and so do early and late
 * round trips. `at` is the operation's place among all.
 */
export function fewCases(scene: Scene, at: number, count: number): Chosen[] {
  const possible = mishaps.filter((mishap) => canBefall(mishap, scene.operation));
  return Array.from({ length: count }, (_, i) => ({
    mishap: possible[(at * count + i * 7) % possible.length]!,
    // From the last one, which writes, backwards.
    sync: scene.syncs - ((at + i) % scene.syncs),
  }));
}

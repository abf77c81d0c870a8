/** Timings of one contestant, milliseconds. */
export interface Timing {
  readonly name: string;
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
  /** What the run produced, so that nobody is fast by doing less. */
  readonly outcome: string;
}

export interface Contestant {
  readonly name: string;
  readonly run: () => string | Promise<string>;
}

/**
 * Times contestants in turn, A B C A B C …, so that a drift of the machine meets them all alike; one round
 * before counting, unless they have run before.
 */
export async function race(contestants: readonly Contestant[], rounds: number, isWarm = false): Promise<Timing[]> {
  const times = contestants.map((): number[] => []);
  const outcomes = contestants.map(() => '');
  for (let round = isWarm ? 1 : 0; round <= rounds; round += 1) {
    for (const [at, contestant] of contestants.entries()) {
      globalThis.gc?.();
      const start = performance.now();
      outcomes[at] = await contestant.run();
      if (round > 0) times[at]!.push(performance.now() - start);
    }
  }
  return contestants.map(({ name }, at) => ({ name, ...spreadOf(times[at]!), outcome: outcomes[at]! }));
}

/** The least, the middle and the greatest of some figures. */
export function spreadOf(figures: readonly number[]): Pick<Timing, 'minimum' | 'median' | 'maximum'> {
  const sorted = [...figures].sort((a, b) => a - b);
  return { minimum: sorted[0]!, median: sorted[Math.floor(sorted.length / 2)]!, maximum: sorted[sorted.length - 1]! };
}

/** Milliseconds that this process has computed, collecting garbage included: others who use the machine do not count. */
export function computedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Bytes that are in use once everything unused is gone: objects and the buffers of typed arrays. */
export function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Prints timings side by side; the ratio is to the contestant named. */
export function printTimings(title: string, timings: readonly Timing[], baseline?: string): void {
  const base = timings.find((timing) => timing.name === baseline)?.median;
  const number = (value: number) => value.toFixed(0).padStart(8);
  const lines = timings.map(({ name, minimum, median, maximum, outcome }) => {
    const ratio = base === undefined ? '' : (median / base).toFixed(2).padStart(8);
    return `${number(minimum)}${number(median)}${number(maximum)}   ${ratio}   ${name}　${outcome}`;
  });
  const head = `${'最小'.padStart(10)}${'中位'.padStart(6)}${'最大'.padStart(6)} ms${base === undefined ? '' : '    倍数'}`;
  process.stdout.write(`\n${[title, head, ...lines].join('\n')}\n`);
}

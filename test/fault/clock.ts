/** Time that passes only when nothing else can happen: waits of minutes take no time, and every run is the same. */
const sleep = setTimeout;

/** 2023-12-05 09:05 in China. */
export const now = Date.UTC(2023, 11, 5, 1, 5);

/** Milliseconds of real time after which work that has no timer left is taken for stuck. */
const patience = 3_000;
/** Timers after which work is taken for endless. */
const mostTimers = 20_000;

export function stopTime(): void {
  jest.useFakeTimers({ now, doNotFake: ['nextTick', 'queueMicrotask'] });
}

/** Work that never came to an end. */
export class StuckError extends Error {
  override readonly name = 'StuckError';
}

/** Lets time pass until it is done. Throws StuckError where nothing happens any more, or never stops happening. */
export async function runUntil(isDone: () => boolean): Promise<void> {
  let idle = 0;
  for (let timers = 0; !isDone(); ) {
    if (jest.getTimerCount() > 0) {
      idle = 0;
      if (++timers > mostTimers) throw new StuckError('timers without end');
      await jest.advanceTimersToNextTimerAsync();
    } else {
      if (++idle > patience) throw new StuckError('nothing is under way, and it is not done');
      await new Promise((resolve) => sleep(resolve, idle < 5 ? 0 : 1));
    }
  }
}

export async function finish<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const end = (): void => {
    isDone = true;
  };
  work.then(end, end);
  await runUntil(() => isDone);
  return work;
}

/** Until nothing is waiting any more. */
export function comeToRest(): Promise<void> {
  return runUntil(() => jest.getTimerCount() === 0);
}

/** Whatever was waiting never happens. */
export function forgetAll(): void {
  jest.clearAllTimers();
}

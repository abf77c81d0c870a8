import { HostError, type JobOptions } from '../job/port';

/** After so many milliseconds without an answer the user is told, and again it is counted. */
const TICK = 15_000;
/** Three minutes: what a slow computer takes for a request of 2 MB, several times over. */
const PATIENCE = 12;
/** Once a request has gone unanswered, the next need not try the user's patience as long to learn that it still is so. */
const PATIENCE_AFTER_SILENCE = 2;

/** True from a request that was given up until Excel answers anything, that request included. */
let isSilent = false;

/**
 * Waits for Excel's answer to one request. Throws what the answer throws, and HostError unanswered where none comes;
 * whatever is answered after that is of no consequence. `onWaiting` hears true where it takes long, then false.
 *
 * Ticks are counted, not the clock: a computer that slept has not been waiting.
 */
export async function awaitAnswer<T>(answer: Promise<T>, onWaiting: JobOptions['onWaiting']): Promise<T> {
  let ticks = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const patience = isSilent ? PATIENCE_AFTER_SILENCE : PATIENCE;
  const silence = new Promise<never>((_, giveUp) => {
    timer = setInterval(() => {
      ticks += 1;
      if (ticks === 1) onWaiting?.(true);
      if (ticks < patience) return;
      isSilent = true;
      giveUp(new HostError('unanswered', `no answer in ${(patience * TICK) / 1000} s`));
    }, TICK);
  });
  const hear = (): void => {
    isSilent = false;
  };
  answer.then(hear, hear);
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearInterval(timer);
    if (ticks > 0) onWaiting?.(false);
  }
}

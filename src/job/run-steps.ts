import type { Surroundings } from './clock';
import { CancelledError, type JobOptions } from './port';

/** Milliseconds of work after which the screen may breathe. */
const breathAfter = 20;

/** When the screen last breathed: pieces of work that are run one after another are one to it. */
const lastBreath = new WeakMap<Surroundings, number>();

/** For work that asks every few milliseconds whether to go on: lets the screen breathe where it has waited long enough. */
export function breather(around: Surroundings): () => Promise<void> {
  return async () => {
    if (around.now() - (lastBreath.get(around) ?? 0) < breathAfter) return;
    await around.yieldToScreen();
    lastBreath.set(around, around.now());
  };
}

/** Runs work that comes in steps, with a breath for the screen in between. Throws CancelledError. */
export async function runSteps<T>(
  steps: Generator<{ readonly done: number; readonly total: number } | undefined, T, void>,
  around: Surroundings,
  options: JobOptions,
): Promise<T> {
  let breathed = lastBreath.get(around) ?? around.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (around.now() - breathed < breathAfter) continue;
    if (step.value) options.onProgress?.({ stage: 'compute', done: step.value.done, total: step.value.total });
    await around.yieldToScreen();
    if (options.isCancelled?.() === true) throw new CancelledError('cancelled while judging');
    breathed = around.now();
    lastBreath.set(around, breathed);
  }
}

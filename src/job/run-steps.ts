import type { Surroundings } from './clock';
import { CancelledError, type JobOptions } from './port';

/** Milliseconds of work after which the screen may breathe. */
const breathAfter = 30;

/** Runs work that comes in steps, with a breath for the screen in between. Throws CancelledError. */
export async function runSteps<T>(
  steps: Generator<{ readonly done: number; readonly total: number } | undefined, T, void>,
  around: Surroundings,
  options: JobOptions,
): Promise<T> {
  let breathed = around.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (around.now() - breathed < breathAfter) continue;
    if (step.value) options.onProgress?.({ stage: 'compute', done: step.value.done, total: step.value.total });
    await around.yieldToScreen();
    if (options.isCancelled?.() === true) throw new CancelledError('cancelled while judging');
    breathed = around.now();
  }
}

import { checkInSteps } from '../rule/engine';
import type { Surroundings } from './clock';
import { CancelledError, type JobOptions } from './port';
import type { KnownWorkbook } from './recognise';
import type { CheckReport } from './report';

/** Milliseconds of work after which the screen may breathe. */
const breathAfter = 30;

/** Judges a workbook that was read, step by step, so that the pane stays alive and the user can cancel. */
export async function judgeReading(
  { plan, reading }: KnownWorkbook,
  around: Surroundings,
  options: JobOptions = {},
): Promise<CheckReport> {
  const result = await runSteps(checkInSteps(reading.entries, plan, reading.lists), around, options);
  return { plan, lists: reading.lists, entries: reading.entries, result, checkedAt: around.now() };
}

/** Runs work that comes in steps, with a breath for the screen in between. Throws CancelledError. */
export async function runSteps<T>(
  steps: Generator<{ readonly done: number; readonly total: number }, T, void>,
  around: Surroundings,
  options: JobOptions,
): Promise<T> {
  let breathed = around.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (around.now() - breathed < breathAfter) continue;
    options.onProgress?.({ stage: 'compute', done: step.value.done, total: step.value.total });
    await around.yieldToScreen();
    if (options.isCancelled?.() === true) throw new CancelledError('cancelled while judging');
    breathed = around.now();
  }
}

import type { WorkbookEntries } from '../list/entry';
import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import type { CheckOptions, CheckProgress } from './check-options';
import type { CheckResult } from './issue';
import { CheckSession } from './session';

/**
 * Judges a workbook by the whole catalogue, a few milliseconds of work at a time, so that the caller can let the
 * screen breathe, show progress, or stop. Returns the result; throws only for lists that no rule can be compiled for.
 */
export function* checkInSteps(
  entries: WorkbookEntries,
  plan: Plan,
  lists: readonly List[],
  options?: CheckOptions,
): Generator<CheckProgress, CheckResult, void> {
  const session = yield* CheckSession.open(entries, plan, lists, options);
  return session.result;
}

/** Judges a workbook by the whole catalogue at once. Pure: the same entries give the same result. */
export function check(entries: WorkbookEntries, plan: Plan, lists: readonly List[], options?: CheckOptions): CheckResult {
  const steps = checkInSteps(entries, plan, lists, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

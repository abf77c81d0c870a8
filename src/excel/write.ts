import { isSameName } from '../sheet/lay-sheet';
import type { Change } from '../sheet/model';
import { CancelledError, type JobOptions } from '../job/port';
import { lookUp } from './look-up';
import { planChanges } from './plan-change';
import { sendRequest } from './request';
import { packSteps, type Step } from './step';
import { surveyWorkbook, type SheetExtent, type Sighting, type Survey } from './survey';

/** Puts back what a failed or stopped write left switched off; owed until it has worked. */
export type Restore = () => Promise<void>;

/** Times that a request is sent which finishes what another began: half-laid sheets are worse than waiting. */
const FINISHING_ATTEMPTS = 20;

/**
 * Carries the changes out. Two round trips to see what there is and where sheets to be laid in place stand (none
 * where a read has just seen them), one where text that looks like a number is written or conditional formats are laid
 * anew, then one per 2 MB. Screen
 * and calculation rest within each request; events are off while writing and as they were afterwards.
 *
 * Throws HostError or CancelledError. Then `onUnfinished` has been given what puts events and protections back.
 */
export async function writeChanges(
  changes: readonly Change[],
  options: JobOptions,
  seen: Sighting | null,
  onUnfinished: (restore: Restore) => void,
): Promise<void> {
  if (changes.length === 0) return;
  stopIfCancelled(options);
  const sighting = seen ?? { survey: await surveyWorkbook(), extents: new Map<string, SheetExtent>(), formats: [] };
  const { survey } = sighting;
  const ground = await lookUp(changes, sighting);
  const requests = packSteps(planChanges(changes, ground));
  const total = requests.flat().reduce((sum, { bytes }) => sum + bytes, 0);
  stopIfCancelled(options);
  options.onProgress?.({ stage: 'write', done: 0, total });
  let done = 0;
  try {
    for (const [i, request] of requests.entries()) {
      if (i > 0 && request[0]?.isSafeStop) stopIfCancelled(options);
      await sendSteps(request, i === 0, i === requests.length - 1 ? survey.enableEvents : null);
      done += request.reduce((sum, { bytes }) => sum + bytes, 0);
      options.onProgress?.({ stage: 'write', done, total });
    }
  } catch (cause) {
    onUnfinished(() => restoreState(survey));
    throw cause;
  }
}

function stopIfCancelled(options: JobOptions): void {
  if (options.isCancelled?.()) throw new CancelledError('cancelled before writing');
}

/** One request of a write. Calculation held back by the request is caught up with at the end of the last. */
function sendSteps(steps: readonly Step[], isFirst: boolean, eventsAfter: boolean | null): Promise<void> {
  return sendRequest((desk) => {
    const { application } = desk.workbook;
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
    if (isFirst) desk.context.runtime.enableEvents = false;
    for (const step of steps) step.run(desk);
    if (eventsAfter === null) return;
    application.calculate('Recalculate');
    desk.context.runtime.enableEvents = eventsAfter;
  }, isFirst ? undefined : FINISHING_ATTEMPTS);
}

/** Events as before, and the protection of every sheet that had one and now has none. */
async function restoreState(before: Survey): Promise<void> {
  const now = await surveyWorkbook();
  const open = before.sheets.flatMap(({ name, protection }) => {
    const sheet = now.sheets.find((other) => isSameName(other.name, name));
    return protection && sheet && !sheet.protection ? [{ name, protection }] : [];
  });
  await sendRequest((desk) => {
    for (const { name, protection } of open) desk.sheet(name).protection.protect(protection);
    desk.context.runtime.enableEvents = before.enableEvents;
  });
}

/** True for changes that can be made twice, and need to know no more than which sheets there are and how protected. */
export function isLight(changes: readonly Change[]): boolean {
  return changes.every(({ kind }) => kind !== 'laySheet' && kind !== 'removeSheet' && kind !== 'defineNames');
}

import { isSameName } from '../sheet/lay-sheet';
import type { Change, SheetContent } from '../sheet/model';
import { CancelledError, EditedMeanwhileError, HostError, type JobOptions } from '../job/port';
import { runWithBreaths } from './breathe';
import type { Finding, FoundCells, FoundPart } from './finding';
import { editedSheet } from './found-sheet';
import { lookUp } from './look-up';
import { planChanges, type Ground } from './plan-change';
import { putBack, putBackLater, type Wrong } from './put-back';
import { sendRequest, type Desk } from './request';
import { restoreState, type Restore } from './restore';
import { packSteps, type Step } from './step';
import { hasMovedTable, haveTablesMoved } from './table-place';
import { surveyWorkbook, type SheetExtent, type Sighting } from './survey';

/** Times that a request is sent which finishes what another began: half-laid sheets are worse than waiting. */
const FINISHING_ATTEMPTS = 20;

/** What is known of the workbook before it is written. */
export interface Known {
  /** As the last read saw it, where that can be relied on. */
  readonly seen: Sighting | null;
  /** Where the sheets stood when they were read, by name: what the changes expect is there. */
  readonly read: ReadonlyMap<string, SheetExtent>;
  /** The sheets there were when these were read; null where nothing was read for these changes. */
  readonly tabs: readonly string[] | null;
}

/**
 * Carries the changes out. Two round trips to see what there is and where sheets to be laid in place stand (none
 * where a read has just seen them), one where text that looks like a number is written or conditional formats are laid
 * anew, then one per 2 MB. Screen and calculation rest within each request; events are off while writing and as they
 * were afterwards.
 *
 * Throws HostError or CancelledError; where a change found something else than it expected, EditedMeanwhileError as
 * said there, all cells that were written with expectations holding again what they held. By then `owe` has been given
 * what puts events, protections and such cells back as far as that is still to be done.
 */
export async function writeChanges(
  changes: readonly Change[],
  options: JobOptions,
  { seen, read, tabs }: Known,
  owe: (restore: Restore | null) => void,
): Promise<void> {
  if (changes.length === 0) return;
  stopIfCancelled(options);
  const sighting = seen ?? { survey: await surveyWorkbook(options), extents: new Map<string, SheetExtent>(), formats: [] };
  const { survey } = sighting;
  const ground = await lookUp(changes, sighting, read, options);
  if (hasMovedTable(changes, ground.extents) || isSheetGone(ground) || isSheetNew(changes, ground, tabs)) throw new EditedMeanwhileError([], false);
  const requests = [...packSteps(await runWithBreaths(planChanges(changes, ground)))];
  stopIfCancelled(options);
  owe((patience) => restoreState(survey, patience));
  const cells: FoundCells[] = [];
  const edited: SheetContent[] = [];
  let parts: FoundPart[] = [];
  const wrong = (): Wrong => ({ found: cells, changes, before: survey });
  // Sheets that are laid in place are finished whatever is found: half a workbook is worse.
  const mayEnd = ground.extents.size === 0;
  for await (const found of sendAll(requests, survey.enableEvents, options, (cause) => tellMoved(cause, ground))) {
    for (const finding of found) {
      if (finding.kind === 'cells') cells.push(finding);
      else parts.push(finding);
      if (finding.kind === 'cells' || !finding.isLast) continue;
      // Sheet by sheet: kept till the end, what a large workbook holds would be there three times over.
      const stood = await runWithBreaths(editedSheet(parts));
      if (stood) edited.push(stood);
      parts = [];
    }
    if (!cells.some(isUnexpected)) continue;
    owe((patience) => putBackLater(wrong(), patience).then(() => restoreState(survey, patience)));
    if (mayEnd) break;
  }
  if (cells.some(isUnexpected)) {
    await putBack(wrong(), options).then(
      () => owe((patience) => restoreState(survey, patience)),
      // It stays owed: the next call pays it, or fails.
      throwUnlessHost,
    );
    throw new EditedMeanwhileError(edited);
  }
  owe(null);
  if (edited.length > 0) throw new EditedMeanwhileError(edited);
}

/** Request by request what was found; `explain` turns the error of the first, which may not have begun, into a better one. */
async function* sendAll(
  requests: (readonly Step[])[],
  eventsAfter: boolean,
  options: JobOptions,
  explain: (cause: unknown) => Promise<unknown>,
): AsyncGenerator<readonly Finding[]> {
  const total = requests.flat().reduce((sum, { bytes }) => sum + bytes, 0);
  options.onProgress?.({ stage: 'write', done: 0, total });
  let done = 0;
  for (const [i, request] of requests.entries()) {
    if (i > 0 && request[0]?.isSafeStop) stopIfCancelled(options);
    const sent = sendSteps(request, i === 0, i === requests.length - 1 ? eventsAfter : null, options);
    // A large workbook's contents need not stay until the last of them is written.
    requests[i] = [];
    const found = await (i > 0 ? sent : sent.catch(async (cause: unknown) => Promise.reject(await explain(cause))));
    done += request.reduce((sum, { bytes }) => sum + bytes, 0);
    options.onProgress?.({ stage: 'write', done, total });
    yield found;
  }
}

/** EditedMeanwhileError where the first request ended at a table or sheet that is not where it was seen; any other error as it is. */
async function tellMoved(cause: unknown, { extents, places, survey }: Ground): Promise<unknown> {
  if (!(cause instanceof HostError) || cause.fault !== 'notFound' || extents.size + places.size === 0) return cause;
  return (await haveTablesMoved(new Map([...places, ...extents]), survey)) ? new EditedMeanwhileError([], false) : cause;
}

/** True where a sheet that the changes touch is called otherwise by now. */
function isSheetGone({ places, survey }: Ground): boolean {
  return [...places.keys()].some((place) => !survey.sheets.some(({ name }) => isSameName(name, place)));
}

/** True where a sheet that was to be made stands there by now: another author's, who may have written into it. */
function isSheetNew(changes: readonly Change[], { survey }: Ground, tabs: readonly string[] | null): boolean {
  const isAmong = (names: readonly string[], name: string): boolean => names.some((other) => isSameName(other, name));
  const present = survey.sheets.map(({ name }) => name);
  return tabs !== null && changes.some((change) => change.kind === 'laySheet' && isAmong(present, change.sheet.name) && !isAmong(tabs, change.sheet.name));
}

function throwUnlessHost(cause: unknown): void {
  if (!(cause instanceof HostError)) throw cause;
}

function isUnexpected({ isExpected }: FoundCells): boolean {
  return !isExpected;
}

function stopIfCancelled(options: JobOptions): void {
  if (options.isCancelled?.()) throw new CancelledError('cancelled before writing');
}

/** One request of a write. Calculation held back by the request is caught up with at the end of the last. */
async function sendSteps(steps: readonly Step[], isFirst: boolean, eventsAfter: boolean | null, options: JobOptions): Promise<readonly Finding[]> {
  const prepare = (desk: Desk): (() => Finding)[] => {
    const { application } = desk.workbook;
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
    if (isFirst) desk.context.runtime.enableEvents = false;
    const looks: (() => Finding)[] = [];
    for (const step of steps) {
      if (step.look) looks.push(step.look(desk));
      step.run(desk);
    }
    if (eventsAfter !== null) {
      application.calculate('Recalculate');
      desk.context.runtime.enableEvents = eventsAfter;
    }
    return looks;
  };
  const looks = await sendRequest(prepare, options, isFirst ? undefined : FINISHING_ATTEMPTS);
  return looks.map((look) => look());
}

/** True for changes that can be made twice, and need to know no more than which sheets there are and how protected. */
export function isLight(changes: readonly Change[]): boolean {
  return changes.every(({ kind }) => kind !== 'laySheet' && kind !== 'addTable' && kind !== 'removeSheet' && kind !== 'defineNames');
}

import { isNewer } from '../list/schema-version';
import type { Plan } from '../plan/plan';
import type { WorkbookContent } from '../sheet/model';
import { readDataInSteps, type WorkbookData } from '../sheet/read-data';
import { readWorkbook, readWorkbookInSteps } from '../sheet/read-workbook';
import { workbookTexts } from '../text/workbook';
import { finish, type Steps } from '../total/steps';
import { defaultAsOf } from './as-of';
import { refuseWhileBackupWaits } from './backup';
import type { Surroundings } from './clock';
import type { KnownWorkbook } from './known-workbook';
import type { JobOptions } from './port';
import { runSteps } from './run-steps';
import { WorkbookError } from './workbook-error';

/** Reads the workbook's content as one of ours; throws WorkbookError with the reason where it is not. */
export function recogniseWorkbook(content: WorkbookContent, plans: readonly Plan[], around: Surroundings): KnownWorkbook {
  const { data, plan } = finish(knownData(content, plans));
  return { plan, content, reading: readWorkbook(content, data, plan, defaultAsOf(plan, around)) };
}

/** The same a few milliseconds at a time, so that the pane stays alive. Throws CancelledError, too. `read` readEntered where nobody asks for ƒ cells. */
export async function recogniseInSteps(
  content: WorkbookContent,
  plans: readonly Plan[],
  around: Surroundings,
  options: JobOptions,
  read: typeof readWorkbookInSteps = readWorkbookInSteps,
): Promise<KnownWorkbook> {
  const { data, plan } = await runSteps(knownData(content, plans), around, options);
  return { plan, content, reading: await runSteps(read(content, data, plan, defaultAsOf(plan, around)), around, options) };
}

function* knownData(content: WorkbookContent, plans: readonly Plan[]): Steps<{ readonly data: WorkbookData; readonly plan: Plan }> {
  const data = yield* readDataInSteps(content);
  if (data === null) throw new WorkbookError(workbookTexts.notOurs);
  const plan = planOf(data, plans);
  if (typeof plan === 'string') throw new WorkbookError(plan);
  return { data, plan };
}

/** The same for a job that writes: throws WorkbookError also where a backup waits for 恢复. */
export function recogniseForWriting(...[content, ...rest]: Parameters<typeof recogniseWorkbook>): KnownWorkbook {
  refuseWhileBackupWaits(content);
  return recogniseWorkbook(content, ...rest);
}

/** The same a few milliseconds at a time. */
export async function recogniseToWrite(...[content, ...rest]: Parameters<typeof recogniseInSteps>): Promise<KnownWorkbook> {
  refuseWhileBackupWaits(content);
  return recogniseInSteps(content, ...rest);
}

/** The plan of a workbook, or the sentence that says why it cannot be used. */
export function planOf(data: WorkbookData, plans: readonly Plan[]): Plan | string {
  const plan = plans.find((candidate) => candidate.id === data.planId);
  if (plan === undefined) return workbookTexts.unknownPlan(data.planId);
  if (isNewer(data)) return workbookTexts.newerVersion;
  const { scope } = data;
  if (scope.kind === 'unit' && !plan.units.some((unit) => unit.key === scope.unit)) {
    return workbookTexts.unknownPlan(`${data.planId}（${scope.unit}）`);
  }
  return plan;
}

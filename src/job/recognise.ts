import type { Plan } from '../plan/plan';
import type { WorkbookContent } from '../sheet/model';
import { readData, type WorkbookData } from '../sheet/read-data';
import { readWorkbook, type WorkbookReading } from '../sheet/read-workbook';
import { workbookTexts } from '../text/workbook';
import { defaultAsOf } from './as-of';
import type { Surroundings } from './clock';
import { WorkbookError } from './workbook-error';

/** A workbook of ours with the plan it was made for. */
export interface KnownWorkbook {
  readonly plan: Plan;
  readonly reading: WorkbookReading;
  readonly content: WorkbookContent;
}

/**
 * Reads the workbook's content as one of ours; throws WorkbookError with the reason where it is not. `read` readEntered
 * where nobody asks for ƒ cells.
 */
export function recogniseWorkbook(
  content: WorkbookContent,
  plans: readonly Plan[],
  around: Surroundings,
  read: typeof readWorkbook = readWorkbook,
): KnownWorkbook {
  const data = readData(content);
  if (data === null) throw new WorkbookError(workbookTexts.notOurs);
  const plan = planOf(data, plans);
  if (typeof plan === 'string') throw new WorkbookError(plan);
  return { plan, content, reading: read(content, data, plan, defaultAsOf(plan, around)) };
}

/** The plan of a workbook, or the sentence that says why it cannot be used. */
export function planOf(data: WorkbookData, plans: readonly Plan[]): Plan | string {
  const plan = plans.find((candidate) => candidate.id === data.planId);
  if (plan === undefined) return workbookTexts.unknownPlan(data.planId);
  if (data.schemaVersion > plan.schemaVersion) return workbookTexts.newerVersion;
  const { scope } = data;
  if (scope.kind === 'unit' && !plan.units.some((unit) => unit.key === scope.unit)) {
    return workbookTexts.unknownPlan(`${data.planId}（${scope.unit}）`);
  }
  return plan;
}

import type { ListKey } from '../list/list';
import { emptyRecord } from '../list/record';
import { listsInScope } from '../list/registry';
import { sampleRows, type SampleRequest } from '../list/sample/sample';
import type { Plan, Scope } from '../plan/plan';
import type { BuildInput, ListRows } from '../sheet/build-input';
import { buildWorkbookInSteps } from '../sheet/build-workbook';
import { issueRows } from '../sheet/issue-rows';
import type { WorkbookContent } from '../sheet/model';
import { nameSheets } from '../sheet/name-sheets';
import { readData } from '../sheet/read-data';
import { readEntered, type WorkbookReading } from '../sheet/read-workbook';
import { isFilled } from '../total/data';
import type { Steps } from '../total/steps';
import { scopeName, workbookTexts } from '../text/workbook';
import { unstoppable } from './after-failure';
import { againWhenEdited } from './again';
import { defaultAsOf } from './as-of';
import { readBackup, refuseWhileBackupWaits } from './backup';
import type { Surroundings } from './clock';
import { countKept } from './count-kept';
import { identityMaker } from './identity';
import { inferData } from './infer-data';
import { journalState } from './journal';
import { keptInSteps, keptInput } from './kept-input';
import { backupOfNew, layAgain, layWorkbookAgain, type Relaying } from './lay-again';
import type { JobOptions, WorkbookPort } from './port';
import { planOf } from './recognise';
import { restoreCells } from './restore-cells';
import { restoreWhole } from './restore-whole';
import type { GenerateResult } from './report';
import { changedLists } from './row-trace';
import { refuseNewer } from './refuse-newer';
import { runSteps } from './run-steps';
import { rememberUndoable } from './undoable';
import { WorkbookError } from './workbook-error';

export interface GenerateRequest {
  readonly plan: Plan;
  readonly scope: Scope;
  /** 统计截止日 as serial; absent for the workbook's own, or today's (defaultAsOf). */
  readonly asOf?: number;
  /** Made-up rows, only in a workbook that holds no entries. */
  readonly sample?: SampleRequest;
}

/**
 * Lays the nine lists out. In a workbook of ours everything entered is read first and put back, also what is
 * wrong and what the user added; a backup stands in the workbook until the last sheet is written. Sheets that
 * are not ours stay as they are. Throws WorkbookError where the workbook belongs to another scope or plan.
 */
export function generateWorkbook(
  port: WorkbookPort,
  request: GenerateRequest,
  around: Surroundings,
  options: JobOptions = {},
): Promise<GenerateResult> {
  return againWhenEdited(() => generateOnce(port, request, around, options));
}

async function generateOnce(port: WorkbookPort, request: GenerateRequest, around: Surroundings, options: JobOptions): Promise<GenerateResult> {
  const content = await port.read(options);
  refuseWhileBackupWaits(content);
  const first = await runSteps(presentWorkbook(content, request, around), around, options);
  if (first === null) return layFirst(port, content, request, around, options);
  if (refusesSample(first, request, around)) throw new WorkbookError(workbookTexts.sampleOverEntries);
  let isRefused = false;
  const relay = function* (now: WorkbookContent): Steps<Relaying> {
    const present = now === content ? first : ((yield* presentWorkbook(now, request, around)) ?? first);
    // Somebody has begun to fill in while the sample was written: what they typed stays, the sample goes.
    isRefused = refusesSample(present, request, around);
    const kept = yield* keptInSteps(present, request.plan, around, request.asOf);
    const input = request.sample === undefined || isRefused ? kept : withSample(kept, request.sample, around);
    return { content: now, present, input, before: input };
  };
  const { model, after } = await layWorkbookAgain(port, content, relay, around, options);
  if (isRefused) throw new WorkbookError(workbookTexts.sampleOverEntries);
  const result: GenerateResult = { kept: await runSteps(countKept(after), around, unstoppable(options)), sheets: model.sheets.length };
  const before = await runSteps(keptInSteps(first, request.plan, around), around, unstoppable(options));
  const touched = request.sample === undefined ? [] : changedLists(first.lists, before.rows, after.rows);
  if (touched.length > 0 || before.asOf !== after.asOf) rememberUndoable(result, { kind: 'workbook', plan: request.plan, before, after, touched, recorded: [] });
  return result;
}

/** A sample may be written over itself: where its answer was lost, it is asked for again. */
function refusesSample(present: WorkbookReading, { plan, sample, asOf }: GenerateRequest, around: Surroundings): boolean {
  if (sample === undefined || !hasEntries(present)) return false;
  const kept = keptInput(present, plan, around, asOf);
  return changedLists(present.lists, withSample(kept, sample, around).rows, kept.rows).length > 0;
}

/**
 * Lays the nine lists out in a workbook that has none; the user's own sheets stay, whatever they are called. Where it is
 * interrupted, 恢复 finishes it.
 */
async function layFirst(
  port: WorkbookPort,
  content: WorkbookContent,
  request: GenerateRequest,
  around: Surroundings,
  options: JobOptions,
): Promise<GenerateResult> {
  const issued = newInput(request, content, around);
  const input = request.sample === undefined ? issued : withSample(issued, request.sample, around);
  const model = await runSteps(buildWorkbookInSteps(input), around, options);
  await port.apply(
    [
      backupOfNew(input, content),
      ...layAgain(model, [], content),
      { kind: 'activate', sheet: model.activeSheet },
    ],
    options,
  );
  return { kept: {}, sheets: model.sheets.length };
}

/**
 * 恢复: lays the workbook out from the backup that an interrupted 生成, 汇总 or large write left behind; where only the
 * journal of a small one stands, puts back its cells.
 */
export function restoreBackup(
  port: WorkbookPort,
  plans: readonly Plan[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<GenerateResult> {
  return againWhenEdited(() => restoreOnce(port, plans, around, options));
}

async function restoreOnce(port: WorkbookPort, plans: readonly Plan[], around: Surroundings, options: JobOptions): Promise<GenerateResult> {
  const content = await port.read(options);
  refuseNewer(content);
  const backup = readBackup(content);
  if (backup === null && journalState(content) === 'standing') {
    const restored = await restoreCells(port, content, plans, around, options);
    return { ...restored, sheets: content.sheets.length };
  }
  if (backup === null) throw new WorkbookError(workbookTexts.noBackup);
  return restoreWhole(port, content, backup, plans, around, options);
}

/** The workbook as it is, where it is one of ours that this request may lay out anew. */
function* presentWorkbook(
  content: WorkbookContent,
  request: GenerateRequest,
  around: Surroundings,
): Steps<WorkbookReading | null> {
  const data = readData(content) ?? inferData(content, request.plan);
  if (data === null) return null;
  if (data.planId !== request.plan.id) throw new WorkbookError(workbookTexts.otherPlan(data.planId));
  const plan = planOf(data, [request.plan]);
  if (typeof plan === 'string') throw new WorkbookError(plan);
  const [have, want] = [scopeName(plan, data.scope), scopeName(plan, request.scope)];
  if (have !== want) throw new WorkbookError(workbookTexts.otherScope(have, want));
  return yield* readEntered(content, data, plan, defaultAsOf(plan, around));
}

function newInput({ plan, scope, asOf }: GenerateRequest, content: WorkbookContent, around: Surroundings): BuildInput {
  const { rows, issued } = issueRows(plan, scope, identityMaker(around));
  return {
    plan,
    scope,
    asOf: asOf ?? defaultAsOf(plan, around),
    rows,
    sheetNames: nameSheets(content, listsInScope(plan, scope), {}),
    ...emptyRecord,
    issued,
    lastCheck: null,
  };
}

function withSample(input: BuildInput, sample: SampleRequest, around: Surroundings): BuildInput {
  const newIdentity = identityMaker(around);
  const made = sampleRows(input.plan, input.scope, input.asOf, sample);
  const rows: Record<ListKey, ListRows> = { ...input.rows };
  for (const list of listsInScope(input.plan, input.scope)) {
    const values = made[list.key];
    if (values === undefined) continue;
    const rowCount = Math.max(0, ...Object.values(values).map((column) => column.length));
    if (list.kind === 'target') {
      rows[list.key] = { rowCount, values: { ...input.rows[list.key]?.values, ...values } };
      continue;
    }
    const issued = input.rows[list.key]?.values['identity'] ?? [];
    const identity = Array.from({ length: rowCount }, (_, row) => issued[row] ?? newIdentity(list.key));
    rows[list.key] = { rowCount, values: { ...values, identity } };
  }
  return { ...input, rows };
}

/** True as soon as anything beyond what was issued stands in a list. */
function hasEntries(present: WorkbookReading): boolean {
  return present.lists.some((list) => {
    const { values = {}, rowCount = 0, order = [] } = present.readings[list.key]?.rows ?? {};
    if (order.some((place) => 'user' in place)) return true;
    const issued = present.data.issued[list.key] ?? {};
    const isIssued = (row: number) => issued[String(values['identity']?.[row])]?.name === values['projectName']?.[row];
    const isNamed = list.kind === 'project' && Array.from({ length: rowCount }, (_, row) => row).some(
      (row) => isFilled(values[list.nameColumn]?.[row]) && !isIssued(row),
    );
    return isNamed || list.columns.some(
      (column) =>
        column.role === 'entry' &&
        !['projectName', 'unit'].includes(column.key) &&
        (values[column.key] ?? []).some(isFilled),
    );
  });
}

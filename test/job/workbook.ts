import { emptyRecord } from '../../src/list/record';
import { listsInScope } from '../../src/list/registry';
import { Random } from '../../src/list/sample/random';
import { sampleRows, type SampleRequest } from '../../src/list/sample/sample';
import type { ListKey } from '../../src/list/list';
import { builtInPlan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { Plan, Scope } from '../../src/plan/plan';
import type { Surroundings } from '../../src/job/clock';
import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import type { ListRows } from '../../src/sheet/build-input';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import { issueRows } from '../../src/sheet/issue-rows';
import type { WorkbookModel } from '../../src/sheet/model';

/** 2023-12-05 09:05 in China; chance is the same in every run. */
export function makeSurroundings(seed = 1): Surroundings {
  const random = new Random(seed);
  let milliseconds = Date.UTC(2023, 11, 5, 1, 5);
  return {
    now: () => (milliseconds += 1),
    utcOffsetMinutes: 480,
    random: () => random.next(),
    yieldToScreen: async () => {},
  };
}

export const emptyModel: WorkbookModel = { sheets: [], names: [], activeSheet: '' };

/** A workbook just generated, in memory. */
export async function newWorkbook(request: {
  readonly scope?: Scope;
  readonly asOf?: number;
  readonly sample?: SampleRequest;
  readonly plan?: Plan;
  readonly model?: WorkbookModel;
}): Promise<MemoryPort> {
  const { scope = { kind: 'city' }, plan = builtInPlan, model = emptyModel, ...rest } = request;
  const port = createMemoryPort(model);
  await generateWorkbook(port, { plan, scope, ...rest }, makeSurroundings());
  return port;
}

/** Names and units as issued, and of the sample's cells about half, chosen by the seed. */
export function halfFilled(request: {
  readonly scope: Scope;
  readonly seed: number;
  readonly asOf?: number;
  readonly cityLevelReserve?: Readonly<Record<string, number>>;
}): WorkbookModel {
  const { scope, seed, asOf = toSerial('2023-12-25'), cityLevelReserve = null } = request;
  const random = new Random(seed);
  const around = makeSurroundings(seed);
  const { rows: issuedRows, issued } = issueRows(builtInPlan, scope, (list) => `${list}-${around.random()}`);
  const sample = sampleRows(builtInPlan, scope, asOf, { kind: 'clean', seed });
  const rows: Record<ListKey, ListRows> = { ...issuedRows };
  for (const { key } of listsInScope(builtInPlan, scope)) {
    const columns = sample[key];
    if (columns === undefined || random.chance(0.1)) continue;
    const values = Object.fromEntries(
      Object.entries(columns).map(([column, cells]) => [column, cells.map((value) => (random.chance(0.5) ? value : null))]),
    );
    const rowCount = Math.max(0, ...Object.values(values).map((cells) => cells.length));
    rows[key] = { rowCount, values: { ...issuedRows[key]?.values, ...values } };
  }
  return buildWorkbook({
    plan: builtInPlan,
    scope,
    asOf,
    rows,
    ...emptyRecord,
    issued,
    cityLevelReserve,
    lastCheck: null,
  });
}

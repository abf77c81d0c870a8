import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort } from '../../src/job/memory-port';
import { builtInPlan } from '../../src/plan/built-in';
import type { Scope } from '../../src/plan/plan';
import type { SampleRequest } from '../../src/list/sample/sample';
import { canonicalise } from '../../src/sheet/canonical';
import { differences } from '../../src/sheet/difference';
import type { WorkbookModel } from '../../src/sheet/model';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { demandsOfExcel } from './excel-demand';

const around = {
  now: () => Date.UTC(2023, 10, 25),
  utcOffsetMinutes: 480,
  random: () => 0.5,
  yieldToScreen: () => Promise.resolve(),
};

async function generated(scope: Scope, sample?: SampleRequest): Promise<WorkbookModel> {
  const port = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
  await generateWorkbook(port, { plan: builtInPlan, scope, ...(sample && { sample }) }, around);
  return port.model();
}

const county: Scope = { kind: 'unit', unit: builtInPlan.units[0]?.key ?? '' };

describe.each<[string, Scope, SampleRequest | undefined]>([
  ['the city workbook', { kind: 'city' }, undefined],
  ["a unit's workbook", county, undefined],
  ['the city workbook with the sample', { kind: 'city' }, { kind: 'clean', seed: 1 }],
])('%s', (_name, scope, sample) => {
  let model: WorkbookModel;
  let bytes: Uint8Array;
  beforeAll(async () => {
    const built = await generated(scope, sample);
    bytes = await writeWorkbook(built);
    // A file carries no charts.
    model = { ...built, sheets: built.sheets.map(({ charts: _none, ...sheet }) => sheet) };
  }, 60_000);

  it('comes back from its file as it was built, sheet by sheet', async () => {
    const back = await readWorkbook(bytes);
    expect(differences(model, back)).toEqual([]);
    const want = canonicalise(model);
    const have = canonicalise(back);
    expect(have.sheets.map((sheet, i) => JSON.stringify(sheet) === JSON.stringify(want.sheets[i]))).toEqual(want.sheets.map(() => true));
  }, 60_000);

  it('is a file that Excel takes', () => {
    expect(demandsOfExcel(bytes)).toEqual([]);
  }, 60_000);
});

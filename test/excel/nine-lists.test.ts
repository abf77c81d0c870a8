import { checkWorkbook } from '../../src/job/check';
import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort } from '../../src/job/memory-port';
import type { Surroundings } from '../../src/job/clock';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { Scope } from '../../src/plan/plan';
import type { WorkbookPort } from '../../src/job/port';
import { differences } from '../../src/sheet/difference';
import { openBook } from './open-book';

jest.setTimeout(240_000);

/** The same clock and chance for both ports, so that both workbooks are the same to the last 行标识. */
function surroundings(): Surroundings {
  let seed = 1;
  return {
    now: () => 1_700_000_000_000,
    utcOffsetMinutes: 480,
    random: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647,
    yieldToScreen: async () => undefined,
  };
}

const asOf = toSerial('2023-12-25');
const sampled = (port: WorkbookPort, scope: Scope, kind?: 'clean' | 'mistakes') =>
  generateWorkbook(
    port,
    { plan, scope, asOf, ...(kind === undefined ? {} : { sample: { kind, seed: 3 } }) },
    surroundings(),
  );

const empty = () => createMemoryPort({ sheets: [], names: [], activeSheet: '' });

/** The sheets of ours; the embedded Excel starts with a blank one of its own. */
function ours<T extends { readonly sheets: readonly { readonly name: string }[] }>(model: T, names: readonly string[]): T {
  return { ...model, sheets: model.sheets.filter((sheet) => names.includes(sheet.name)) };
}

describe.each([
  ['全市', { kind: 'city' }, 'mistakes'],
  ['城区', { kind: 'unit', unit: 'chengqu' }, 'clean'],
  ['市本级', { kind: 'unit', unit: 'shibenji' }, undefined],
] as const)('the workbook of %s', (_name, scope, sample) => {
  test('arrives in Excel as it was built, sheet by sheet, in few round trips', async () => {
    const memory = empty();
    await sampled(memory, scope, sample);
    const { book, host, port } = await openBook();
    await sampled(port, scope, sample);
    const { syncs, requestBytes, largestRequest } = host.statistics;
    expect(syncs).toBeLessThanOrEqual(4 + Math.ceil(requestBytes / 2_000_000));
    expect(largestRequest).toBeLessThan(5_000_000);
    const names = memory.model().sheets.map((sheet) => sheet.name);
    expect(differences(memory.model(), ours(book.toModel(), names))).toEqual([]);
  });

  test('is judged alike through Excel and from the model, and marked in two more round trips', async () => {
    const memory = empty();
    await sampled(memory, scope, sample);
    const expected = await checkWorkbook(memory, [plan], surroundings());
    const { book, host, port } = await openBook(memory.model());
    host.resetStatistics();
    // The book was opened before the check of the memory port marked it, so it holds the marks already.
    const report = await checkWorkbook(port, [plan], surroundings());
    expect(report.result.counts).toEqual(expected.result.counts);
    expect(report.result.issues).toEqual(expected.result.issues);
    const { syncs, requestBytes, responseBytes } = host.statistics;
    // Two to read, one to tell our conditional formats from the user's own, one to mark.
    expect(syncs).toBeLessThanOrEqual(4 + Math.floor((requestBytes + responseBytes) / 2_000_000));
    expect(differences(memory.model(), book.toModel())).toEqual([]);
  });
});

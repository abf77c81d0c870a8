import type { Surroundings } from '../../src/job/clock';
import { generateWorkbook, type GenerateRequest } from '../../src/job/generate';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { builtInPlan } from '../../src/plan/built-in';
import { differences } from '../../src/sheet/difference';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { openBook, type OpenBook } from './open-book';

const city: GenerateRequest = { plan: builtInPlan, scope: { kind: 'city' }, asOf: 45_285 };

function around(): Surroundings {
  let last = 0;
  return { now: () => 1_703_462_400_000, utcOffsetMinutes: 480, random: () => (last = (last + 0.137) % 1), yieldToScreen: async () => undefined };
}

async function bothPorts(): Promise<OpenBook & { readonly memory: MemoryPort }> {
  return { ...(await openBook()), memory: createMemoryPort(workbookOf(sheetOf({ name: 'Sheet1' }))) };
}

it("stays the model's when 生成 is pressed again, at one look more", async () => {
  const { book, edit, host, port, memory } = await bothPorts();
  await generateWorkbook(port, city, around());
  await generateWorkbook(memory, city, around());
  await edit('5 未开工项目', 6, 1, '用户填写的项目');
  memory.edit('5 未开工项目', 6, 1, [['用户填写的项目']]);

  host.resetStatistics();
  await generateWorkbook(port, city, around());
  await generateWorkbook(memory, city, around());
  const { syncs, requestBytes } = host.statistics;
  expect(syncs).toBeLessThanOrEqual(4 + Math.ceil(requestBytes / 2_000_000));
  expect(differences(book.toModel(), memory.model())).toEqual([]);
}, 120_000);

it('reads as it was written, filled with the sample', async () => {
  const { host, port, memory } = await bothPorts();
  const unit: GenerateRequest = { ...city, scope: { kind: 'unit', unit: 'chengqu' }, sample: { kind: 'clean', seed: 1 } };
  await generateWorkbook(port, unit, around());
  await generateWorkbook(memory, unit, around());
  host.resetStatistics();
  expect(await port.read()).toEqual(await memory.read());
  expect(host.statistics.syncs).toBe(2);
}, 120_000);

import { generateWorkbook, restoreBackup } from '../../src/job/generate';
import { inspectWorkbook } from '../../src/job/inspect';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { HostError, type WorkbookPort } from '../../src/job/port';
import { builtInPlan as plan } from '../../src/plan/built-in';
import type { WorkbookModel } from '../../src/sheet/model';
import { judgeNow } from './dispatch-scene';
import { faultyPort } from './faulty-port';
import { unitScope, unitStage } from './unit-stage';
import { makeSurroundings } from './workbook';

// A unit's workbook is laid out here time after time, on machines that do more than that.
jest.setTimeout(60_000);

const around = makeSurroundings();
let stage: WorkbookModel;
beforeAll(async () => {
  stage = await unitStage(() => {});
});

/** Another author types into the first free row before each of the first so many writes; that after them fails, so far done. */
async function struck(edits: number, after: number) {
  const port = createMemoryPort(stage);
  const { firstRow, at } = (await judgeNow(port)).entries.lists['6']!;
  const type = (other: MemoryPort, time: number) => other.edit('6 已开工未入统项目', firstRow + time, at['projectName']!, [[`新项目${time}`]]);
  const edited = faultyPort(port, { kind: 'edited', edit: type, times: edits });
  let writes = 0;
  const failing: WorkbookPort = {
    ...edited,
    async apply(changes, options) {
      writes += 1;
      if (writes !== edits + 1) return edited.apply(changes, options);
      await port.apply(changes.slice(0, after), options);
      throw new HostError('busy', 'staged');
    },
  };
  await generateWorkbook(failing, { plan, scope: unitScope }, around).catch(() => null);
  return port;
}

const typed = async (port: MemoryPort) => (await judgeNow(port)).entries.lists['6']!.values['projectName']!.filter((name) => String(name).startsWith('新项目'));

describe('生成 over which another author types, and which fails when it lays that out', () => {
  it.each([
    [1, 0],
    [1, 4],
    [2, 0],
    [3, 0],
  ])('loses nothing of it: %i edits, failing after %i changes', async (edits, after) => {
    const port = await struck(edits, after);
    const state = await inspectWorkbook(port, [plan]);
    if (state.kind === 'ours' && state.hasBackup) await restoreBackup(port, [plan], around);
    expect(await typed(port)).toHaveLength(edits);
  });
});

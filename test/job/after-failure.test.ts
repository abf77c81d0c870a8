import { checkWorkbook } from '../../src/job/check';
import { applyFixes } from '../../src/job/fix';
import { inspectWorkbook } from '../../src/job/inspect';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { HostError, type WorkbookPort } from '../../src/job/port';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { fixesOf } from '../../src/rule/fix';
import type { Change, WorkbookModel } from '../../src/sheet/model';
import { base, enter, judgeNow, rowOf } from './dispatch-scene';
import { restoreBackup } from '../../src/job/generate';
import { tab5, unitStage } from './unit-stage';
import { makeSurroundings } from './workbook';

// A unit's workbook is laid out, judged and mended here, on machines that do more than that.
jest.setTimeout(60_000);

const around = makeSurroundings();
let stage: WorkbookModel;
beforeAll(async () => {
  stage = await unitStage((port, report) => enter(port, report, '5', 0, { ...base, phone: '139 1234 5678', startState: ' 未开工' }));
});

const sheetOf = (change: Change) => ('sheet' in change ? (typeof change.sheet === 'string' ? change.sheet : change.sheet.name) : '');

/** Excel that fails half-way, at whatever sheet, and in which somebody then locks a sheet with a password. */
function lockedAfter(port: MemoryPort, after: number, locked: string): WorkbookPort & { readonly unlock: () => void } {
  let state: 'open' | 'locked' | 'unlocked' = 'open';
  return {
    ...port,
    unlock: () => (state = 'unlocked'),
    async apply(changes, options) {
      if (state === 'open') {
        state = 'locked';
        await port.apply(changes.slice(0, after), options);
        throw new HostError('busy', 'staged');
      }
      if (state === 'locked' && changes.some((change) => sheetOf(change) === locked)) throw new HostError('protected', 'staged');
      await port.apply(changes, options);
    },
  };
}

describe('a write that failed half-way, in a sheet that was locked with a password before it could be put back', () => {
  it('waits for 恢复, which puts it back once the sheet is open again', async () => {
    const port = createMemoryPort(stage);
    const seen = await judgeNow(port);
    const before = rowOf(seen, '5', 0);
    const whole: Change[] = [];
    await applyFixes({ ...createMemoryPort(stage), apply: async (changes) => { whole.push(...changes); throw new HostError('busy', 'staged'); } }, seen, fixesOf(seen.result), around).catch(() => null);
    const last = whole.findLastIndex((change) => change.kind === 'writeCells' && change.sheet === tab5);
    const locked = lockedAfter(port, last + 1, tab5);
    await expect(applyFixes(locked, seen, fixesOf(seen.result), around)).rejects.toMatchObject({ fault: 'busy' });
    expect(rowOf(await judgeNow(port), '5', 0)).not.toEqual(before);
    expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: true });
    locked.unlock();
    await restoreBackup(locked, [plan], around);
    expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: false });
    expect(rowOf(await judgeNow(port), '5', 0)).toMatchObject({ phone: before['phone'], startState: before['startState'] });
  });

  it('leaves nothing for 恢复 where only looks could not be put back', async () => {
    const port = createMemoryPort(stage);
    await expect(checkWorkbook(lockedAfter(port, 2, '7 未按序时进度项目'), [plan], around)).rejects.toMatchObject({ fault: 'busy' });
    expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: false });
  });
});

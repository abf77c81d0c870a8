import { checkWorkbook } from '../../src/job/check';
import { recordExchanges } from '../../src/job/exchange-record';
import { applyFixes } from '../../src/job/fix';
import { generateWorkbook, restoreBackup, type GenerateRequest } from '../../src/job/generate';
import { inspectWorkbook } from '../../src/job/inspect';
import { backupOfKnown } from '../../src/job/lay-again';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { HostError, type HostFault, type WorkbookPort } from '../../src/job/port';
import { recogniseWorkbook } from '../../src/job/recognise';
import { writeSafely } from '../../src/job/safe-write';
import { splitCityWorkbook } from '../../src/job/split';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { contentOf } from '../../src/sheet/content-of';
import type { Change, WorkbookModel } from '../../src/sheet/model';
import { finish } from '../../src/total/steps';
import { sheetOf } from '../sheet/small-model';
import { judgeNow } from './dispatch-scene';
import { cityOffice, readKnown } from './exchange-office';
import { faultyPort } from './faulty-port';
import { deleteSheet, findSheet, renameSheet } from './mishap';
import { emptyModel, makeSurroundings } from './workbook';

// Workbooks are generated and restored here, on machines that do more than that.
jest.setTimeout(60_000);

const scope = { kind: 'unit', unit: 'lingchuan' } as const;
const request: GenerateRequest = { plan, scope, asOf: toSerial('2023-12-25'), sample: { kind: 'mistakes', seed: 3 } };
const own = { ...emptyModel, sheets: [sheetOf({ name: '往年台账', blocks: [{ row: 0, column: 0, content: [['不要动我']] }] })] };
const tab5 = '5 未开工项目';

let whole: WorkbookModel;
let steps: number;
beforeAll(async () => {
  const port = createMemoryPort(own);
  const faulty = faultyPort(port, { kind: 'lost' });
  await generateWorkbook(faulty, request, makeSurroundings()).catch(() => null);
  whole = port.model();
  steps = faulty.struck().length;
});

const state = (port: WorkbookPort) => inspectWorkbook(port, [plan]);
const restore = (port: WorkbookPort) => restoreBackup(port, [plan], makeSurroundings());
const sheetNow = (port: MemoryPort) => contentOf(port.model()).sheets.find(({ name }) => name === tab5);
const sheetsOf = (port: MemoryPort) => port.model().sheets;

async function firstCutAt(after: number): Promise<MemoryPort> {
  const port = createMemoryPort(own);
  await generateWorkbook(faultyPort(port, { kind: 'cut', after, fault: 'unavailable' }), request, makeSurroundings()).catch(() => null);
  return port;
}

describe('the first 生成', () => {
  it('can be finished by 恢复 wherever it was interrupted, and by nothing else', async () => {
    // The last two drop the backup and show 说明.
    for (const after of [1, 2, 7, steps - 2]) {
      const port = await firstCutAt(after);
      expect(await state(port)).toMatchObject({ kind: 'ours', scope, hasBackup: true });
      await expect(generateWorkbook(port, request, makeSurroundings())).rejects.toThrow(/恢复/);
      await restore(port);
      expect(sheetsOf(port)).toEqual(whole.sheets);
      expect(await state(port)).toMatchObject({ kind: 'ours', hasBackup: false });
    }
  });

  it('is simply done again where only its answer was lost', async () => {
    const port = createMemoryPort(whole);
    await generateWorkbook(port, request, makeSurroundings());
    const names = (model: WorkbookModel) => model.sheets.map(({ name }) => name);
    expect(names(port.model())).toEqual(names(whole));
    expect(sheetNow(port)).toEqual(sheetNow(createMemoryPort(whole)));
  });
});

describe('恢复', () => {
  it('can be interrupted wherever it is, and then done again', async () => {
    const half = (await firstCutAt(5)).model();
    const all = faultyPort(createMemoryPort(half), { kind: 'lost' });
    await restore(all).catch(() => null);
    for (const after of [0, 1, 6, all.struck().length - 1]) {
      const port = createMemoryPort(half);
      await expect(restore(faultyPort(port, { kind: 'cut', after, fault: 'unavailable' }))).rejects.toBeInstanceOf(HostError);
      expect(await state(port)).toMatchObject({ hasBackup: true });
      await restore(port);
      expect(sheetsOf(port)).toEqual(whole.sheets);
    }
  });
});

describe('恢复 where somebody has renamed a list meanwhile', () => {
  it('lays that sheet where it is, under its new name', async () => {
    const port = createMemoryPort(whole);
    await generateWorkbook(faultyPort(port, { kind: 'cut', after: 5, fault: 'unavailable' }), { plan, scope }, makeSurroundings()).catch(() => null);
    const renamed = createMemoryPort(renameSheet(port.model(), tab5, '五'));
    await restore(renamed);
    expect(sheetsOf(renamed).map(({ name }) => name)).toEqual(sheetsOf(port).flatMap(({ name }) => (name === '_备份' ? [] : [name === tab5 ? '五' : name])));
    const names = async (of: MemoryPort) => (await judgeNow(of)).entries.lists['5']!.values['projectName'];
    expect(await names(renamed)).toEqual(await names(createMemoryPort(whole)));
  });
});

describe('交换记录 that a write was about to add, of a workbook that has exchanged nothing', () => {
  it('is gone again after 恢复, both where a backup stands and where the journal does', async () => {
    const city = await cityOffice();
    const before = sheetsOf(city).map(({ name }) => name);
    const cut = async (write: (port: WorkbookPort) => Promise<unknown>, after: number) => {
      const port = createMemoryPort(city.model());
      await write(faultyPort(port, { kind: 'cut', after, fault: 'unavailable' })).catch(() => null);
      return port;
    };
    const issuing = (port: WorkbookPort) => splitCityWorkbook(port, [plan], ['zezhou'], makeSurroundings());
    const whole = faultyPort(createMemoryPort(city.model()), { kind: 'lost' });
    await issuing(whole).catch(() => null);
    const issued = await cut(issuing, whole.struck().findIndex(({ kind }) => kind === 'laySheet') + 1);
    const known = await readKnown(city);
    const merged = createMemoryPort(city.model());
    const backup = finish(backupOfKnown(known, makeSurroundings()));
    await merged.apply([backup, ...recordExchanges(known, []).derived]);
    for (const port of [issued, merged]) {
      expect(sheetsOf(port).map(({ name }) => name)).toContain('交换记录');
      expect(await state(port)).toMatchObject({ hasBackup: true });
      await restore(port);
      expect(sheetsOf(port).map(({ name }) => name)).toEqual(before);
    }
  });
});

describe('交换记录 that a write was about to add, and on which somebody has written since', () => {
  it('stays after 恢复, both where a backup stands and where the journal does', async () => {
    const city = await cityOffice();
    const issued = createMemoryPort(city.model());
    const issuing = faultyPort(issued, { kind: 'lost' });
    await splitCityWorkbook(issuing, [plan], ['zezhou'], makeSurroundings()).catch(() => null);
    const journalled = createMemoryPort(city.model());
    await journalled.apply(issuing.struck().slice(0, issuing.struck().findIndex(({ kind }) => kind === 'laySheet') + 1));
    const merged = createMemoryPort(city.model());
    const known = await readKnown(city);
    await merged.apply([finish(backupOfKnown(known, makeSurroundings())), ...recordExchanges(known, []).derived]);
    for (const port of [journalled, merged]) {
      port.edit('交换记录', 20, 3, [['与县里说好了']]);
      expect(await state(port)).toMatchObject({ hasBackup: true });
      await restore(port);
      expect(contentOf(port.model()).sheets.find(({ name }) => name === '交换记录')?.values.flat()).toContain('与县里说好了');
    }
  });
});

describe('a sheet of the user’s own that he has called 交换记录 since', () => {
  it('stays after 恢复, both where a backup stands and where the journal does', async () => {
    const city = await cityOffice();
    const issuing = (port: WorkbookPort) => splitCityWorkbook(port, [plan], ['zezhou'], makeSurroundings());
    const generating = (port: WorkbookPort) => generateWorkbook(port, { plan, scope: { kind: 'city' } }, makeSurroundings());
    for (const write of [issuing, generating]) {
      const port = createMemoryPort(city.model());
      await write(faultyPort(port, { kind: 'cut', after: 2, fault: 'unavailable' })).catch(() => null);
      await port.apply([{ kind: 'laySheet', sheet: sheetOf({ name: '交换记录', blocks: [{ row: 0, column: 0, content: [['与县里往来']] }] }), after: null }]);
      expect(await state(port)).toMatchObject({ hasBackup: true });
      await restore(port);
      expect(contentOf(port.model()).sheets.find(({ name }) => name === '交换记录')?.values).toEqual([['与县里往来']]);
    }
  });
});

describe('a backup of which only a part was written', () => {
  /** The workbook as it is where the backup's own writing breaks off after so many cells. */
  async function cut(model: WorkbookModel, cells: number): Promise<WorkbookModel> {
    const whole = createMemoryPort(model);
    const faulty = faultyPort(whole, { kind: 'cut', after: 1, fault: 'unavailable' });
    await generateWorkbook(faulty, request, makeSurroundings()).catch(() => null);
    const backup = findSheet(whole.model(), '_备份');
    const content = backup.blocks[0]!.content;
    expect(content.length).toBeGreaterThan(2);
    const left = { ...backup, blocks: cells === 0 ? [] : [{ ...backup.blocks[0]!, content: content.slice(0, cells) }] };
    return { ...whole.model(), sheets: whole.model().sheets.map((sheet) => (sheet === backup ? left : sheet)) };
  }

  it('bars nobody: nothing else had been written, and the next write takes it away', async () => {
    for (const cells of [0, 1, 2]) {
      const model = await cut(whole, cells);
      // All but the backup is as it was.
      expect(model.sheets.filter(({ name }) => name !== '_备份')).toEqual(whole.sheets);
      const port = createMemoryPort(model);
      expect(await state(port)).toMatchObject({ kind: 'ours', hasBackup: false });
      await checkWorkbook(port, [plan], makeSurroundings());
      expect(sheetsOf(port).map(({ name }) => name)).toEqual(whole.sheets.map(({ name }) => name));
    }
  });

  it('lets 生成 begin anew in a workbook that has nothing of ours yet', async () => {
    const port = createMemoryPort(await cut(own, 1));
    expect(await state(port)).toEqual({ kind: 'none' });
    await generateWorkbook(port, request, makeSurroundings());
    expect(sheetsOf(port)).toEqual(whole.sheets);
  });
});

describe('a write that is more than one request', () => {
  async function writeMuch(fault: HostFault, after: number) {
    const port = createMemoryPort(whole);
    const known = recogniseWorkbook(await port.read(), [plan], makeSurroundings());
    const { sheetName, firstRow, at } = known.reading.entries.lists['5']!;
    const entered = Array.from({ length: 30 }, (_, row): Change => ({ kind: 'writeCells', sheet: sheetName, row: firstRow + row, column: at['remark']!, content: [['长'.repeat(20_000)]] }));
    await expect(writeSafely(faultyPort(port, { kind: 'cut', after, fault }), known, { entered, derived: [] }, makeSurroundings(), {})).rejects.toBeInstanceOf(HostError);
    return port;
  }

  it('leaves a backup where Excel is gone: 恢复 brings back what stood there', async () => {
    const port = await writeMuch('unavailable', 9);
    expect(await state(port)).toMatchObject({ hasBackup: true });
    // What the write itself had put there is nobody's.
    expect((await restore(port)).apart).toBeUndefined();
    const remarks = async (of: MemoryPort) => (await judgeNow(of)).entries.lists['5']!.values['remark'];
    expect(await remarks(port)).toEqual(await remarks(createMemoryPort(whole)));
  });

  it('is put back at once where Excel answers again, the backup with it', async () => {
    const port = await writeMuch('busy', 9);
    expect(await state(port)).toMatchObject({ hasBackup: false });
    expect(sheetNow(port)).toEqual(sheetNow(createMemoryPort(whole)));
  });
});

describe('修正 that lays a deleted sheet out again', () => {
  it('leaves a backup between its two steps, and 恢复 lays the sheet', async () => {
    const port = createMemoryPort(deleteSheet(whole, 'A 储备项目库'));
    const seen = await judgeNow(port);
    const missing = seen.result.issues.filter(({ code }) => code === 'list/sheet-missing');
    for (const after of [1, 2]) {
      const broken = createMemoryPort(port.model());
      await expect(applyFixes(faultyPort(broken, { kind: 'cut', after, fault: 'unavailable' }), seen, missing, makeSurroundings())).rejects.toBeInstanceOf(HostError);
      expect(await state(broken)).toMatchObject({ hasBackup: true });
      await restore(broken);
      const after5 = await judgeNow(broken);
      expect(after5.result.issues.filter(({ code }) => code === 'list/sheet-missing')).toEqual([]);
      expect(after5.entries.lists['5']!.values['projectName']).toEqual(seen.entries.lists['5']!.values['projectName']);
    }
  });
});

import { changeAsOf } from '../../src/job/change-as-of';
import { checkWorkbook, recalculateSummary } from '../../src/job/check';
import { generateWorkbook, restoreBackup } from '../../src/job/generate';
import { inspectWorkbook } from '../../src/job/inspect';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import type { WorkbookPort } from '../../src/job/port';
import { takeBack } from '../../src/job/undo';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { contentOf } from '../../src/sheet/content-of';
import type { WorkbookModel } from '../../src/sheet/model';
import { sheetOf } from '../sheet/small-model';
import { judgeNow } from './dispatch-scene';
import { cityOffice, split } from './exchange-office';
import { faultyPort } from './faulty-port';
import { findSheet, renameSheet, withSheet } from './mishap';
import { emptyModel, makeSurroundings } from './workbook';

// A city's workbook is laid out and restored here time after time, on machines that do more than that.
jest.setTimeout(60_000);

const around = makeSurroundings();
const scope = { kind: 'city' } as const;
const tab1 = '1 投资目标任务';
const tabs: readonly (readonly [string, string])[] = [
  ['说明', '填表说明'],
  ['汇总', '汇总表'],
  ['校验结果', '结果'],
  ['交换记录', '收发'],
  [tab1, '一'],
];

/** A city's workbook that has sent something out, with a sheet of the user's own, and a note on 汇总. */
let office: WorkbookModel;
/** The same as 恢复 lays it where nobody has renamed anything. */
let whole: WorkbookModel;
beforeAll(async () => {
  const port = await cityOffice();
  await split(port, ['zezhou']);
  await port.apply([{ kind: 'laySheet', sheet: sheetOf({ name: '往年台账', blocks: [{ row: 0, column: 0, content: [['不要动我']] }] }), after: '汇总' }]);
  port.edit('汇总', 1, 60, [['县里的备注'], [{ formula: `='${tab1}'!A1`, value: '' }]]);
  await checkWorkbook(port, [plan], around);
  office = port.model();
  whole = (await restored(await cut(generate, 3))).model();
});

const newName = (name: string) => tabs.find(([from]) => from === name)?.[1] ?? name;
const namesOf = ({ sheets }: WorkbookModel) => sheets.map(({ name }) => name);
const renamed = (model: WorkbookModel): WorkbookModel => tabs.reduce((now, [from, to]) => (namesOf(now).includes(from) ? renameSheet(now, from, to) : now), model);
const noteOf = (model: WorkbookModel, name: string) => contentOf(model).sheets.find((sheet) => sheet.name === name)!.formulas[2]![60];
const contentsOf = (model: WorkbookModel, name: string) => contentOf(model).sheets.find((sheet) => sheet.name === name)!.values;
/** As Excel leaves a sheet that it was about to lay: cleared, and nothing written yet. */
const cleared = { blocks: [], merges: [], styles: [], conditionalFormats: [], freeze: undefined, protection: undefined } as const;

type Job = (port: WorkbookPort) => Promise<unknown>;
const generate: Job = (port) => generateWorkbook(port, { plan, scope }, around);
const recalculate: Job = (port) => recalculateSummary(port, [plan], around);

/** The workbook as Excel leaves it that is gone for good after so many changes of the job's write. */
async function cut(job: Job, after: number, model = office): Promise<WorkbookModel> {
  const port = createMemoryPort(model);
  await job(faultyPort(port, { kind: 'cut', after, fault: 'unavailable' })).catch(() => null);
  return port.model();
}

async function restored(model: WorkbookModel): Promise<MemoryPort> {
  const port = createMemoryPort(model);
  expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: true });
  await restoreBackup(port, [plan], around);
  expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: false });
  return port;
}

describe('恢复 from a backup, tabs having been renamed since', () => {
  it('lays every sheet under its new name, and none twice', async () => {
    for (const after of [1, 3, 12]) {
      const port = await restored(renamed(await cut(generate, after)));
      expect([after, namesOf(port.model())]).toEqual([after, namesOf(renamed(office))]);
      for (const name of ['汇总', '校验结果', '交换记录']) expect(contentsOf(port.model(), newName(name))).toEqual(contentsOf(whole, name));
      // A formula that names an old tab Excel would not take.
      expect(noteOf(port.model(), '汇总表')).toMatch(/^='?一'?!A1$/);
    }
  });

  it('finds also a sheet that was cleared and not laid yet', async () => {
    const model = await cut(generate, 2);
    for (const name of ['说明', '汇总']) {
      const port = await restored(renameSheet(withSheet(model, name, cleared), name, newName(name)));
      expect(namesOf(port.model())).toEqual(namesOf(renameSheet(office, name, newName(name))));
      expect(contentsOf(port.model(), newName(name))).toEqual(contentsOf(whole, name));
    }
  });

  it('finds it also where it was moved', async () => {
    const model = await cut(generate, 2);
    for (const name of ['说明', '汇总']) {
      const bare = renameSheet(withSheet(model, name, cleared), name, newName(name));
      const moved = { ...bare, sheets: [...bare.sheets.filter((sheet) => sheet.name !== newName(name)), findSheet(bare, newName(name))] };
      const port = await restored(moved);
      expect(namesOf(port.model()).filter((tab) => tab === name || tab === newName(name))).toEqual([newName(name)]);
      expect(contentsOf(port.model(), newName(name))).toEqual(contentsOf(whole, name));
    }
  });

  it('finishes a first 生成 under the new names', async () => {
    const own = { ...emptyModel, sheets: [sheetOf({ name: '往年台账', blocks: [{ row: 0, column: 0, content: [['不要动我']] }] })] };
    const first = createMemoryPort(own);
    await generate(first);
    for (const after of [3, 9]) {
      const port = await restored(renamed(await cut(generate, after, own)));
      const made = new Set(namesOf(await cut(generate, after, own)));
      expect(namesOf(port.model())).toEqual(namesOf(first.model()).map((name) => (made.has(name) ? newName(name) : name)));
    }
  });

  it('finishes a first 生成 beside a sheet of the user’s own that he has called like one of ours since', async () => {
    const port = createMemoryPort(await cut(generate, 2, emptyModel));
    await port.apply([{ kind: 'laySheet', sheet: sheetOf({ name: '汇总', blocks: [{ row: 0, column: 0, content: [['我的汇总']] }] }), after: '说明' }]);
    const now = await restored(port.model());
    expect(contentsOf(now.model(), '汇总')).toEqual([['我的汇总']]);
    expect(namesOf(now.model())).toContain('汇总 (2)');
  });

  it('takes a new sheet of the user’s for none of ours, whatever stands on it', async () => {
    const port = createMemoryPort(renameSheet(await cut(generate, 3), '汇总', '汇总表'));
    const own = [sheetOf({ name: '汇总', blocks: [{ row: 0, column: 0, content: [['我的汇总']] }] }), sheetOf({ name: '空白' })];
    for (const sheet of own) await port.apply([{ kind: 'laySheet', sheet, after: '往年台账' }]);
    const now = await restored(port.model());
    expect(contentsOf(now.model(), '汇总')).toEqual([['我的汇总']]);
    expect(contentsOf(now.model(), '汇总表')).toEqual(contentsOf(whole, '汇总'));
    expect(findSheet(now.model(), '空白').blocks).toEqual([]);
  });
});

describe('恢复 from a journal, tabs having been renamed since', () => {
  it('puts 统计截止日 back, which stands on 说明', async () => {
    const setDay: Job = (port) => changeAsOf(port, [plan], toSerial('2023-12-30'), around);
    const before = (await judgeNow(createMemoryPort(office))).entries.asOf;
    const port = createMemoryPort(renamed(await cut(setDay, 3)));
    expect((await judgeNow(port)).entries.asOf).toBe(toSerial('2023-12-30'));
    expect(await restoreBackup(port, [plan], around)).toMatchObject({ edited: 0 });
    expect((await judgeNow(port)).entries.asOf).toBe(before);
  });

  it('lays a half 汇总 whole under its new name, with the notes on it', async () => {
    const half = withSheet(await cut(recalculate, 1), '汇总', cleared);
    const port = await restored(renameSheet(half, '汇总', '汇总表'));
    expect(namesOf(port.model())).toEqual(namesOf(renameSheet(office, '汇总', '汇总表')));
    expect(contentsOf(port.model(), '汇总表')).toEqual(contentsOf(whole, '汇总'));
  });
});

describe('撤销 of 统计截止日', () => {
  it('finds its cell where 说明 was renamed since', async () => {
    const port = createMemoryPort(office);
    const before = (await judgeNow(port)).entries.asOf;
    const change = await changeAsOf(port, [plan], toSerial('2023-12-30'), around);
    const under = createMemoryPort(renameSheet(port.model(), '说明', '填表说明'));
    await takeBack(under, await judgeNow(under), change, around);
    expect((await judgeNow(under)).entries.asOf).toBe(before);
  });
});

import { checkWorkbook } from '../../src/job/check';
import { generateWorkbook, restoreBackup } from '../../src/job/generate';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { mergeFiles } from '../../src/job/merge';
import type { WorkbookPort } from '../../src/job/port';
import { previewMerge } from '../../src/job/preview-merge';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { contentOf } from '../../src/sheet/content-of';
import type { WorkbookModel } from '../../src/sheet/model';
import { judgeNow } from './dispatch-scene';
import { cityOffice, opened, project, returned, rowOf, split, type } from './exchange-office';
import { faultyPort } from './faulty-port';
import { deleteSheet, insertColumn, insertRows, withSheet } from './mishap';
import { makeSurroundings } from './workbook';

// A city's workbook is laid out and restored here time after time, on machines that do more than that.
jest.setTimeout(60_000);

const around = makeSurroundings();
const scope = { kind: 'city' } as const;
const tab5 = '5 未开工项目';
const copy5 = `恢复前 ${tab5}`;

type Job = (port: WorkbookPort) => Promise<unknown>;
const generate: Job = (port) => generateWorkbook(port, { plan, scope, asOf: toSerial('2023-12-28') }, around);
let merge: Job;

let office: WorkbookModel;
beforeAll(async () => {
  const port = await cityOffice();
  const sent = await split(port, ['zezhou']);
  const unit = opened(sent, 'zezhou');
  await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新', remark: '县里改的' });
  await type(unit, '5', (await rowOf(unit, '5', '丙项目')) + 1, { ...project('县里新项目', '泽州县', 8), unit: null });
  const file = returned(unit.model(), '泽州县.xlsx');
  await type(port, '5', await rowOf(port, '5', '丙项目'), { remark: '市里的备注' });
  await checkWorkbook(port, [plan], around);
  office = port.model();
  merge = async (struck) => mergeFiles(struck, await previewMerge(struck, [file], [plan], around), {}, around);
});

async function steps(job: Job): Promise<number> {
  const port = faultyPort(createMemoryPort(office), { kind: 'lost' });
  await job(port).catch(() => null);
  return port.struck().length;
}

async function cut(job: Job, after: number): Promise<MemoryPort> {
  const port = createMemoryPort(office);
  await job(faultyPort(port, { kind: 'cut', after, fault: 'unavailable' })).catch(() => null);
  return port;
}

const restore = (port: WorkbookPort) => restoreBackup(port, [plan], around);
const namesOf = (port: MemoryPort) => port.model().sheets.map(({ name }) => name);
const textsOf = (port: MemoryPort, sheet: string) => contentOf(port.model()).sheets.find(({ name }) => name === sheet)!.values.flat().filter((cell) => cell !== null);
const remarksOf = async (port: MemoryPort) => (await judgeNow(port)).entries.lists['5']!.values['remark']!.filter((cell) => cell !== null);

describe('恢复 after which nobody has typed anything', () => {
  it.each(['生成', '汇总'] as const)('leaves no sheet beside ours, wherever %s was cut off', async (name) => {
    const job = name === '生成' ? generate : merge;
    const whole = await steps(job);
    // A sheet or two, half of it, and all but the last.
    for (const after of [3, Math.floor(whole / 2), whole - 1]) {
      const port = await cut(job, after);
      expect([after, (await restore(port)).apart]).toEqual([after, undefined]);
      expect(namesOf(port)).toEqual(office.sheets.map(({ name: tab }) => tab));
    }
  });

  it('takes rows and columns that were put in, and sorting, for nobody’s words', async () => {
    for (const after of [2, 6]) {
      const port = await cut(merge, after);
      const { firstRow } = (await judgeNow(port)).entries.lists['5']!;
      const other = createMemoryPort(insertColumn(insertRows(port.model(), '8 问题困难交办', 7, 1), tab5, 3, '列1', () => null));
      const grid = contentOf(other.model()).sheets.find(({ name }) => name === tab5)!;
      const lines = [firstRow, firstRow + 1].map((row) => grid.values[row - grid.row]!.map((value, at) => (grid.formulas[row - grid.row]![at] === null ? value : { formula: grid.formulas[row - grid.row]![at]!, value })));
      other.edit(tab5, firstRow, grid.column, [lines[1]!, lines[0]!]);
      expect((await restore(other)).apart).toBeUndefined();
    }
  });
});

describe.each(['生成', '汇总'] as const)('恢复 of %s, after which somebody has gone on working', (name) => {
  const job: Job = (port) => (name === '生成' ? generate : merge)(port);

  it('keeps a row that was put in and filled in on a sheet beside, and says where', async () => {
    for (const after of [1, 8]) {
      const port = await cut(job, after);
      const { firstRow, at, sheetName } = (await judgeNow(port)).entries.lists['5']!;
      const other = createMemoryPort(insertRows(port.model(), sheetName, firstRow + 1, 1));
      other.edit(sheetName, firstRow + 1, at['projectName']!, [['夜里加的项目']]);
      other.edit(sheetName, firstRow + 1, at['plannedStart']!, [[toSerial('2024-03-01')]]);
      expect(await restore(other)).toMatchObject({ apart: [copy5] });
      expect(textsOf(other, copy5)).toEqual(expect.arrayContaining(['夜里加的项目', toSerial('2024-03-01')]));
      expect(textsOf(other, tab5)).not.toContain('夜里加的项目');
    }
  });

  it('keeps a cell that was typed over, and one typed beside the table, on 汇总 and on 说明', async () => {
    const port = await cut(job, 3);
    const { entries } = await judgeNow(port);
    const { firstRow, at } = entries.lists['5']!;
    port.edit(tab5, firstRow, at['remark']!, [['夜里的备注']]);
    port.edit(tab5, firstRow, Math.max(...Object.values(at)) + 2, [['夜里的旁注']]);
    port.edit('汇总', 1, 60, [['夜里的汇总旁注']]);
    port.edit('说明', 30, 1, [['夜里的说明']]);
    const { apart } = await restore(port);
    expect(apart).toEqual(expect.arrayContaining(['恢复前 说明', '恢复前 汇总', copy5]));
    expect(textsOf(port, copy5)).toEqual(expect.arrayContaining(['夜里的备注', '夜里的旁注']));
    expect(textsOf(port, '恢复前 汇总')).toContain('夜里的汇总旁注');
    expect(textsOf(port, '恢复前 说明')).toContain('夜里的说明');
    expect(await remarksOf(port)).not.toContain('夜里的备注');
  });

  it('keeps 统计截止日 that was typed into 说明', async () => {
    const port = await cut(job, 1);
    const intro = contentOf(port.model()).sheets.find((sheet) => sheet.name === '说明')!;
    const row = intro.values.findIndex((line) => line[0] === '统计截止日') + intro.row;
    port.edit('说明', row, 1, [[toSerial('2023-12-11')]]);
    expect(await restore(port)).toMatchObject({ apart: ['恢复前 说明'] });
    expect(textsOf(port, '恢复前 说明')).toContain(toSerial('2023-12-11'));
  });
});

describe('what 恢复 keeps beside', () => {
  async function kept(): Promise<MemoryPort> {
    const port = await cut(generate, 1);
    const { firstRow, at } = (await judgeNow(port)).entries.lists['5']!;
    port.edit(tab5, firstRow, at['remark']!, [['夜里的备注']]);
    return port;
  }

  it('is there once, also where 恢复 is cut off itself and done again', async () => {
    for (const after of [1, 9]) {
      const port = await kept();
      await restore(faultyPort(port, { kind: 'cut', after, fault: 'unavailable' })).catch(() => null);
      await restore(port);
      expect(namesOf(port).filter((name) => name.startsWith('恢复前'))).toEqual([copy5]);
      expect(textsOf(port, copy5)).toContain('夜里的备注');
    }
  });

  it('is no list, also where the list itself is deleted later', async () => {
    const port = await kept();
    await restore(port);
    const gone = createMemoryPort(deleteSheet(port.model(), tab5));
    expect((await judgeNow(gone)).entries.lists['5']).toBeUndefined();
  });

  it('is what another author types while 恢复 writes', async () => {
    const port = await cut(generate, 4);
    const { firstRow, at } = (await judgeNow(port)).entries.lists['5']!;
    const edited = faultyPort(port, { kind: 'edited', edit: (other) => other.edit(tab5, firstRow, at['remark']!, [['同时写的备注']]) });
    expect(await restore(edited)).toMatchObject({ apart: [copy5] });
    expect(textsOf(port, copy5)).toContain('同时写的备注');
  });

  it('is all that stands on a list that was cleared and not laid yet', async () => {
    const port = await cut(generate, 1);
    const bare = createMemoryPort(withSheet(port.model(), tab5, { blocks: [], merges: [], tables: [] }));
    bare.edit(tab5, 20, 2, [['写在空表上']]);
    expect(await restore(bare)).toMatchObject({ apart: [copy5] });
    expect(textsOf(bare, copy5)).toContain('写在空表上');
  });
});

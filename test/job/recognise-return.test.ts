import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { previewMerge } from '../../src/job/preview-merge';
import { builtInPlan as plan } from '../../src/plan/built-in';
import type { SheetModel, WorkbookModel } from '../../src/sheet/model';
import { around, cityOffice, opened, readKnown, returned, rowOf, split, type } from './exchange-office';
import { findSheet, insertColumn } from './mishap';

const tab5 = '5 未开工项目';

let city: WorkbookModel;
let sent: WorkbookModel;
beforeAll(async () => {
  const port = await cityOffice();
  await type(port, '5', await rowOf(port, '5', '甲项目'), { remark: '市里的备注' });
  sent = opened(await split(port, ['zezhou']), 'zezhou').model();
  city = port.model();
});

async function preview(model: WorkbookModel) {
  const { files, proposals } = await previewMerge(createMemoryPort(city), [returned(model, 'zz.xlsx')], [plan], around);
  return { told: files[0]!.sentences.slice(1), five: proposals[0]!.lists.find(({ list }) => list === '5')! };
}

describe('a sheet of a returned file that was copied within it', () => {
  /** As Excel copies a sheet: the table of the copy has a name of its own; other programs copy no table. */
  function withCopy(model: WorkbookModel, { name, tables }: { readonly name: string; readonly tables: boolean }, of: WorkbookModel = model): WorkbookModel {
    const sheet = findSheet(of, tab5);
    const copy: SheetModel = { ...sheet, name, tables: tables ? sheet.tables.map((table) => ({ ...table, name: `${table.name}2` })) : [] };
    return { ...model, sheets: [...model.sheets, copy] };
  }

  const told = async (model: WorkbookModel) => (await preview(model)).told;

  async function filled(): Promise<MemoryPort> {
    const unit = createMemoryPort(sent);
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { remark: '写在副本里' });
    return unit;
  }

  it.each([true, false])('is told where something was filled in there that the list itself lacks (with a table: %s)', async (tables) => {
    const model = withCopy(sent, { name: '5 未开工项目 (2)', tables }, (await filled()).model());
    expect(await told(model)).toEqual([expect.stringMatching(/“5 未开工项目 \(2\)”.*没有读取.*《5 未开工项目》/) as string]);
  });

  it('is not worth a word where it says nothing new, and each is told of several', async () => {
    expect(await told(withCopy(sent, { name: '备用', tables: true }))).toEqual([]);
    const edited = (await filled()).model();
    const both = withCopy(withCopy(sent, { name: '副本一', tables: true }, edited), { name: '副本二', tables: false }, edited);
    expect((await told(both)).map((sentence) => /“(副本.)”/.exec(sentence)?.[1])).toEqual(['副本一', '副本二']);
  });
});

describe('two columns of a returned file with one header', () => {
  async function withSecond(cell: (row: number, remark: unknown) => string | null): Promise<WorkbookModel> {
    const { at, values } = (await readKnown(createMemoryPort(sent))).reading.entries.lists['5']!;
    return insertColumn(sent, tab5, at['remark']!, '备注', (row) => cell(row, values['remark']![row]));
  }

  it('are not told apart: what the city has under it stays, and it is said', async () => {
    const { told, five } = await preview(await withSecond((row) => (row === 0 ? '自己记的' : null)));
    expect(five).toMatchObject({ changed: [], conflicting: [], refused: [] });
    expect(told).toEqual([expect.stringMatching(/《5 未开工项目》有两列都叫“备注”/) as string, expect.stringContaining('没有收入') as string]);
  });

  it('are one where they say the same', async () => {
    const { told, five } = await preview(await withSecond((_, remark) => (typeof remark === 'string' ? remark : null)));
    expect(five.changed).toEqual([]);
    expect(told.join()).not.toContain('两列');
  });
});

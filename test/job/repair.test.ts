import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { recogniseWorkbook } from '../../src/job/recognise';
import { repairWorkbook } from '../../src/job/repair';
import { findLosses } from '../../src/job/structure';
import { builtInPlan } from '../../src/plan/built-in';
import type { Change, SheetModel, WorkbookModel } from '../../src/sheet/model';
import { contentOf } from '../../src/sheet/content-of';
import { lossLines } from '../../src/text/repair';
import { halfFilled, makeSurroundings } from './workbook';

const plans = [builtInPlan];
/** 市本级's has the fewest lists. */
const whole = halfFilled({ scope: { kind: 'unit', unit: 'shibenji' }, seed: 4 });
const TAB = '5 未开工项目';

const withSheet = (name: string, change: (sheet: SheetModel) => SheetModel): WorkbookModel => ({
  ...whole,
  sheets: whole.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
});

async function toldOf(port: MemoryPort): Promise<string[]> {
  return lossLines((await findLosses(port, recogniseWorkbook(await port.read(), plans, makeSurroundings())))!);
}

const repair = (port: MemoryPort) => repairWorkbook(port, plans, makeSurroundings());

const sheetOf = (port: MemoryPort, name: string): SheetModel => port.model().sheets.find((sheet) => sheet.name === name)!;

/** Column B of a list, where the projects' names are. */
const namesIn = (sheet: SheetModel): unknown[] => {
  const { values, row } = contentOf({ sheets: [sheet], names: [], activeSheet: '' }).sheets[0]!;
  return values.slice(6 - row).map((line) => line[1]).filter((name) => name !== null);
};

describe('修复表格', () => {
  it('finds nothing to do in a workbook that is whole, and says so', async () => {
    const port = createMemoryPort(whole);
    expect(await toldOf(port)).toEqual([]);
    expect(await repair(port)).toMatchObject({ restored: [], left: [] });
  });

  it('lays a sheet that was deleted, and connects the formulas that read it', async () => {
    const port = createMemoryPort({ ...whole, sheets: whole.sheets.filter(({ name }) => name !== '汇总' && name !== '校验结果' && name !== TAB) });
    expect(await toldOf(port)).toEqual(['汇总、5 未开工项目、校验结果：整张工作表不见了']);
    expect((await repair(port)).left).toEqual([]);
    expect(port.model().sheets.map(({ name }) => name)).toEqual(whole.sheets.map(({ name }) => name));
  });

  it('makes a table again in place, with what the user coloured; lays the sheet where that cannot be', async () => {
    const yellow = { area: { row: 8, column: 1, rows: 1, columns: 1 }, style: { fill: '#FFFF00' } };
    const plain = createMemoryPort(withSheet(TAB, (sheet) => ({ ...sheet, tables: [], styles: [...sheet.styles, yellow] })));
    expect(await toldOf(plain)).toEqual([`${TAB}：表格格式（筛选、自动扩展）`]);
    expect((await repair(plain)).left).toEqual([]);
    expect(sheetOf(plain, TAB).tables).toMatchObject([{ name: 't5_list', headers: expect.arrayContaining(['项目名称', '行标识']) }]);
    expect(sheetOf(plain, TAB).styles.some(({ style }) => style.fill === '#FFFF00')).toBe(true);

    const own = { name: 'tOwn', area: { row: 20, column: 3, rows: 2, columns: 2 }, headers: ['甲', '乙'], filter: false, style: null };
    const taken = createMemoryPort(withSheet(TAB, (sheet) => ({ ...sheet, tables: [own] })));
    expect((await repair(taken)).left).toEqual([]);
    for (const port of [plain, taken]) expect(namesIn(sheetOf(port, TAB))).toEqual(namesIn(whole.sheets.find(({ name }) => name === TAB)!));
  });

  it('puts formulas back above the table and in it, where they stand now, and leaves a line that is not ours', async () => {
    const port = createMemoryPort(whole);
    const clear = (row: number, column: number, rows: number): Change => ({ kind: 'writeCells', sheet: TAB, row, column, content: Array.from({ length: rows }, () => [null]) });
    const before = contentOf(whole).sheets.find(({ name }) => name === TAB)!;
    await port.apply([clear(3, 1, 1), clear(6, 0, 5), { kind: 'writeCells', sheet: TAB, row: 2, column: 0, content: [['请于月底前报送']] }]);
    expect(await toldOf(port)).toEqual([`${TAB}：公式 2 处`]);
    expect((await repair(port)).left).toEqual([]);
    const after = contentOf(port.model()).sheets.find(({ name }) => name === TAB)!;
    expect(after.values[2]![0]).toBe('请于月底前报送');
    expect(after.formulas.filter((_, row) => row !== 2)).toEqual(before.formulas.filter((_, row) => row !== 2));
  });

  it('says what it cannot put back: formulas that read a column whose header is gone', async () => {
    const port = createMemoryPort(whole);
    const at = whole.sheets.find(({ name }) => name === TAB)!.tables[0]!.headers.indexOf('项目名称');
    await port.apply([
      { kind: 'writeCells', sheet: TAB, row: 5, column: at, content: [['名字']] },
      { kind: 'writeCells', sheet: TAB, row: 6, column: 0, content: [[null]] },
    ]);
    const { left, report } = await repair(port);
    expect(lossLines(left)).toEqual([`${TAB}：公式 1 处`]);
    expect(report.result.issues.map(({ code }) => code)).toContain('list/header-altered');
  });

  it('tells nothing where the workbook cannot be looked at', async () => {
    const { read, apply, select, watch } = createMemoryPort(whole);
    const port = { read, apply, select, watch };
    expect(await findLosses(port, recogniseWorkbook(await port.read(), plans, makeSurroundings()))).toBeNull();
  });

  it('refuses a workbook that is none of ours', async () => {
    await expect(repair(createMemoryPort({ sheets: [], names: [], activeSheet: '' }))).rejects.toThrow('不是“九张清单”工作簿');
  });
});

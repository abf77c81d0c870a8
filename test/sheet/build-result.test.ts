import { createMemoryPort } from '../../src/job/memory-port';
import { buildResult, rewriteResult, type ResultLine } from '../../src/sheet/build-result';
import { contentOf } from '../../src/sheet/content-of';
import { differences } from '../../src/sheet/difference';

const line = (at: number): ResultLine => ({
  level: '错误',
  sheet: "5 '未开工'",
  cell: `C${at}`,
  place: { row: at - 1, column: 2 },
  unit: '泽州县',
  code: 'cell/enum',
  sentence: `第 ${at} 行`,
  source: '四（二）',
});
const result = (count: number) => ({ summary: ['校验时间：今天', `错误 ${count} 条`], lines: Array.from({ length: count }, (_, at) => line(at + 7)) });
const book = (sheet: ReturnType<typeof buildResult>) => ({ sheets: [sheet], names: [], activeSheet: sheet.name });

describe('校验结果', () => {
  it('says what to do before the first check', () => {
    const [sheet] = contentOf(book(buildResult('校验结果', undefined))).sheets;
    expect(sheet!.values[1]![0]).toMatch(/点“一键校验”/);
    expect(sheet!.values[6]).toEqual(['序号', '级别', '表', '单元格', '县（市、区）', '规则编号', '说明', '依据']);
  });

  it('has a line for each issue with a link to its cell, whatever the tab is called', () => {
    const [sheet] = contentOf(book(buildResult('校验结果', result(2)))).sheets;
    expect(sheet!.values[8]).toEqual([2, '错误', "5 '未开工'", 'C8', '泽州县', 'cell/enum', '第 8 行', '四（二）']);
    expect(sheet!.formulas[8]![3]).toBe(`=HYPERLINK("#'5 ''未开工'''!C8","C8")`);
    const nowhere = buildResult('校验结果', { summary: [], lines: [{ ...line(7), cell: '', place: null }] });
    expect(contentOf(book(nowhere)).sheets[0]!.formulas[7]![3]).toBeNull();
  });

  it.each([[5, 2], [2, 5], [3, 0], [0, 3]])('written over a check with %i issues reads as one with %i', async (before, after) => {
    const port = createMemoryPort(book(buildResult('校验结果', result(before))));
    const [present] = (await port.read()).sheets;
    await port.apply(rewriteResult(present!, result(after))!);
    const laid = contentOf(book(buildResult('校验结果', result(after)))).sheets[0]!;
    const [written] = (await port.read()).sheets;
    expect(written!.tables).toEqual(laid.tables);
    expect(written!.values.filter((cells) => cells.some((value) => value !== null))).toEqual(laid.values.filter((cells) => cells.some((value) => value !== null)));
    expect(port.model().sheets[0]!.conditionalFormats).toEqual(buildResult('校验结果', result(after)).conditionalFormats);
  });

  it('is laid anew where its table was moved or lost', () => {
    const sheet = buildResult('校验结果', result(1));
    const lost = contentOf(book({ ...sheet, tables: [] })).sheets[0]!;
    expect(rewriteResult(lost, result(1))).toBeNull();
    expect(differences(book(sheet), book(buildResult('校验结果', result(1))))).toEqual([]);
  });
});

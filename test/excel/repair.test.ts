import { repairWorkbook } from '../../src/job/repair';
import { recogniseWorkbook } from '../../src/job/recognise';
import { findLosses } from '../../src/job/structure';
import { builtInPlan } from '../../src/plan/built-in';
import { changeSheet } from '../../src/host/book/edit/tabs';
import type { WorkbookModel } from '../../src/sheet/model';
import { contentOf } from '../../src/sheet/content-of';
import { lossLines } from '../../src/text/repair';
import { damaged, otherFreeze, yellow } from '../pane/stage/damaged';
import { halfFilled, makeSurroundings } from '../job/workbook';
import { structureOf } from '../office-suite/structure-of';
import { openBook, type OpenBook } from './open-book';

const plans = [builtInPlan];
const whole = halfFilled({ scope: { kind: 'unit', unit: 'zezhou' }, seed: 5 });

describe('the structure of a workbook open in Excel', () => {
  it('is whole in a workbook just laid', async () => {
    const { host, port } = await openBook(whole);
    const known = recogniseWorkbook(await port.read(), plans, makeSurroundings());
    host.resetStatistics();
    expect(await findLosses(port, known)).toEqual([]);
    expect(host.statistics.syncs).toBe(2);
  });

  it('has lost no colours where Excel will not say what formats there are', async () => {
    const { host, port } = await openBook(whole);
    const known = recogniseWorkbook(await port.read(), plans, makeSurroundings());
    host.failSync(1, { code: 'GeneralException' });
    host.failSync(4, { code: 'GeneralException' });
    expect(await findLosses(port, known)).toEqual([]);
    expect(host.struck).toBe(2);
  });

  it('is told and put back, with nothing else changed', async () => {
    const open = await openBook(damaged(whole));
    removeWindow(open, '5 未开工项目');
    expect(await toldOf(open)).toEqual([
      '说明：单元格名称 1 个',
      '汇总：颜色标记、进度条',
      '1 投资目标任务：1 列可填单元格被锁定、工作表保护',
      '5 未开工项目：公式 1 处、下拉选项 1 列、颜色标记、冻结窗格、“行标识”列没有隐藏',
      '6 已开工未入统项目：表格格式（筛选、自动扩展）',
      '8 问题困难交办：筛选按钮',
      '9 前期手续办理：日期、文本等格式 1 列、打印设置',
      '_数据：内部数据表没有隐藏好',
    ]);
    const { left, report } = await repairWorkbook(open.port, plans, makeSurroundings());
    expect(left).toEqual([]);
    const { names, ...sheets } = structureOf(open.book.toModel());
    const { names: laidNames, ...laid } = structureOf(whole);
    expect(names).toEqual(laidNames);
    // 校验结果 has a check on it by now.
    const own = { 校验结果: null, '6 已开工未入统项目': { ...Object(sheets['6 已开工未入统项目']), freeze: null } };
    expect({ ...sheets, ...own }).toEqual({ ...laid, ...own, '6 已开工未入统项目': { ...Object(laid['6 已开工未入统项目']), freeze: null } });
    expect(enteredIn(open.book.toModel())).toEqual(enteredIn(whole));
    expect(report.result.issues.filter(({ code }) => code === 'cell/formula-error')).toEqual([]);
    // What is the user's own: a colour on a sheet whose table was made again, and another place to freeze at.
    const sheet = open.book.toModel().sheets.find(({ name }) => name === '6 已开工未入统项目')!;
    expect(sheet.styles.filter(({ style }) => style.fill === yellow.style.fill).reduce((cells, { area }) => cells + area.rows * area.columns, 0)).toBe(6);
    expect(sheet.freeze).toEqual(otherFreeze);
  }, 20_000);
});

async function toldOf({ port }: OpenBook): Promise<string[]> {
  const known = recogniseWorkbook(await port.read(), plans, makeSurroundings());
  return lossLines((await findLosses(port, known))!);
}

function removeWindow({ book }: OpenBook, name: string): void {
  changeSheet(book, 'user', book.findSheet(name)!, { freeze: null });
}

/** Constants of the lists, but for what a check writes. */
function enteredIn(model: WorkbookModel): unknown {
  return contentOf(model).sheets.flatMap(({ name, values, formulas, tables: [table] }) => {
    if (table === undefined || name === '校验结果') return [];
    const headers = values[table.area.row] ?? [];
    const written = ['校验提示', '行标识'].map((header) => headers.indexOf(header));
    return [[name, values.map((line, row) => line.map((value, at) => (formulas[row]![at] === null && !written.includes(at) ? value : null)))]];
  });
}

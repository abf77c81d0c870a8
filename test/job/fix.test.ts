import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { checkWorkbook, judgeWorkbook } from '../../src/job/check';
import { applyFixes } from '../../src/job/fix';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { HostError, type WorkbookPort } from '../../src/job/port';
import type { CheckReport } from '../../src/job/report';
import { takeBack } from '../../src/job/undo';
import { targetColumn } from '../../src/list/target-list';
import { fixesOf } from '../../src/rule/fix';
import { contentOf } from '../../src/sheet/content-of';
import { bodyStyleOf } from '../../src/sheet/look';
import type { Content, WorkbookModel } from '../../src/sheet/model';
import { deleteSheet, findSheet, insertRows, withSheet } from './mishap';
import { makeSurroundings, newWorkbook } from './workbook';

const around = makeSurroundings();
const asOf = toSerial('2023-12-25');
const tab5 = '5 未开工项目';
const tab1 = '1 投资目标任务';

const check = (port: MemoryPort) => checkWorkbook(port, [plan], around);
const withCode = (report: CheckReport, code: string) => report.result.issues.filter((issue) => issue.code === code);

/** All typed cells of all lists, so that a test can say that none was lost. */
function typedCells(report: CheckReport): string[] {
  return report.lists.flatMap((list) => {
    const { values } = report.entries.lists[list.key]!;
    return list.columns
      .filter(({ role }) => role === 'entry')
      .flatMap(({ key }) => (values[key] ?? []).flatMap((value, row) => (value === null ? [] : [`${list.key} ${row} ${key} ${String(value)}`])));
  });
}

describe('修正', () => {
  let clean: WorkbookModel;
  beforeAll(async () => {
    clean = (await newWorkbook({ sample: { kind: 'clean', seed: 6 }, asOf })).model();
  });

  /** Edits a cell of a list's row and checks. */
  async function broken(list: string, row: number, column: string, content: Content) {
    const port = createMemoryPort(clean);
    const { firstRow, at, sheetName } = (await judgeWorkbook(port, [plan], around)).entries.lists[list]!;
    port.edit(sheetName, firstRow + row, at[column]!, [[content]]);
    return { port, report: await check(port), place: { sheet: sheetName, row: firstRow + row, column: at[column]! } };
  }

  const valueAt = (port: MemoryPort, { sheet, row, column }: { sheet: string; row: number; column: number }) => {
    const content = contentOf(port.model()).sheets.find(({ name }) => name === sheet)!;
    return content.values[row - content.row]?.[column - content.column] ?? null;
  };

  it('says what it mended where that cannot be marked then, a sheet being locked, and lets it be taken back', async () => {
    const { port, report, place } = await broken('5', 2, 'unit', '沁水');
    const fixes = fixesOf(report.result);
    let writes = 0;
    const locked: WorkbookPort = {
      ...port,
      apply: (changes, options) => {
        writes += 1;
        return writes === 1 ? port.apply(changes, options) : Promise.reject(new HostError('protected', 'a sheet has a password'));
      },
    };
    const result = await applyFixes(locked, report, fixes, around);
    expect(result).toMatchObject({ applied: fixes, skipped: [], unmarked: 'protected' });
    expect(fixesOf(result.report.result)).toEqual([]);
    expect(valueAt(port, place)).toBe('沁水县');
    await takeBack(port, result.report, result, around);
    expect(valueAt(port, place)).toBe('沁水');
  });

  it('mends everything that can be mended in the sample with mistakes, and no other issue appears', async () => {
    const port = await newWorkbook({ sample: { kind: 'mistakes', seed: 9 }, asOf });
    const before = await check(port);
    const fixes = fixesOf(before.result);
    expect(fixes.length).toBeGreaterThan(4);
    const { applied, skipped, report } = await applyFixes(port, before, fixes, around);
    expect(applied).toEqual(fixes);
    expect(skipped).toEqual([]);
    const known = new Set(before.result.issues.map(({ id }) => id));
    expect(report.result.issues.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
    const left = new Set(report.result.issues.map(({ id }) => id));
    expect(fixes.filter(({ id }) => left.has(id))).toEqual([]);
  });

  it('leaves a cell alone that was changed since the check, and says so', async () => {
    const { port, report, place } = await broken('5', 2, 'unit', '沁水');
    port.edit(place.sheet, place.row, place.column, [['阳城县']]);
    const result = await applyFixes(port, report, withCode(report, 'cell/enum'), around);
    expect(result.applied).toEqual([]);
    expect(result.skipped).toHaveLength(1);
    expect(valueAt(port, place)).toBe('阳城县');
  });

  it('leaves everything alone where rows were inserted above the table since the check', async () => {
    const { report, port } = await broken('5', 2, 'unit', '沁水');
    const moved = createMemoryPort(insertRows(port.model(), tab5, 3, 1));
    const result = await applyFixes(moved, report, withCode(report, 'cell/enum'), around);
    expect(result.skipped).toHaveLength(1);
    expect(withCode(result.report, 'cell/enum')).toHaveLength(1);
  });

  it('leaves a column alone that was moved since the check', async () => {
    const { report, port, place } = await broken('5', 2, 'unit', '沁水');
    port.edit(tab5, place.row - 3, place.column, [['另一列']]);
    const result = await applyFixes(port, report, withCode(report, 'cell/enum'), around);
    expect(result.skipped).toHaveLength(1);
    expect(valueAt(port, place)).toBe('沁水');
  });

  it('puts back a formula that was typed over, with its value', async () => {
    const { port, report, place } = await broken('7', 1, 'completionRate', 0.99);
    const { report: after } = await applyFixes(port, report, withCode(report, 'cell/formula-error'), around);
    expect(withCode(after, 'cell/formula-error')).toEqual([]);
    const was = findSheet(clean, place.sheet);
    expect(valueAt(port, place)).toBe(contentOf({ ...clean, sheets: [was] }).sheets[0]!.values[place.row]![place.column]);
    expect(contentOf(port.model()).sheets.find(({ name }) => name === place.sheet)!.formulas[place.row]![place.column]).toMatch(/^=IF\(AND/);
  });

  it('puts back a locked target and 文件全市数', async () => {
    const key = targetColumn('fixedAssetInvestment', 'target');
    const target = await broken('1', 0, key, 1);
    const one = await applyFixes(target.port, target.report, withCode(target.report, 'list/target-altered'), around);
    expect(one.applied).toHaveLength(1);
    expect(withCode(one.report, 'list/target-altered')).toEqual([]);
    const port = createMemoryPort(clean);
    const { at } = (await judgeWorkbook(port, [plan], around)).entries.lists['1']!;
    port.edit(tab1, 4, at[key]!, [[1]]);
    const report = await check(port);
    expect(withCode(report, 'list/target-altered')).toHaveLength(1);
    const two = await applyFixes(port, report, withCode(report, 'list/target-altered'), around);
    expect(withCode(two.report, 'list/target-altered')).toEqual([]);
  });

  it('grows the table over entries below it, with formulas, dropdowns and look', async () => {
    const port = createMemoryPort(clean);
    const { area, headers } = findSheet(clean, tab5).tables[0]!;
    const below = area.row + area.rows;
    port.edit(tab5, below, 1, [['表外项目甲', '城区']]);
    port.edit(tab5, below + 1, 1, [['表外项目乙', '高平市']]);
    const report = await check(port);
    const { report: after } = await applyFixes(port, report, withCode(report, 'list/outside-table'), around);
    expect(withCode(after, 'list/outside-table')).toEqual([]);
    expect(after.entries.lists['5']!.values['projectName']!.slice(-2)).toEqual(['表外项目甲', '表外项目乙']);
    const sheet = findSheet(port.model(), tab5);
    expect(sheet.tables[0]!.area.rows).toBe(area.rows + 2);
    expect(valueAt(port, { sheet: tab5, row: below, column: headers.indexOf('序号') })).toBe(below - area.row);
    const unit = headers.indexOf('县（市、区）');
    expect(sheet.validations.some(({ area: { row, rows, column } }) => column === unit && row + rows === below + 2)).toBe(true);
    const column = after.lists.find(({ key }) => key === '5')!.columns.find(({ key }) => key === 'unit')!;
    expect(sheet.styles).toContainEqual({ area: { row: below, column: unit, rows: 2, columns: 1 }, style: bodyStyleOf(column) });
  });

  it('puts back a header that was renamed, and then its column is judged again', async () => {
    const port = createMemoryPort(clean);
    const { area, headers } = findSheet(clean, tab5).tables[0]!;
    const column = headers.indexOf('总投资（万元）');
    port.edit(tab5, area.row, column, [['总投资']]);
    port.edit(tab5, area.row + 1, column, [['两千万']]);
    const report = await check(port);
    expect(withCode(report, 'list/header-altered')).toHaveLength(1);
    const { report: after } = await applyFixes(port, report, withCode(report, 'list/header-altered'), around);
    expect(withCode(after, 'list/header-altered')).toEqual([]);
    expect(withCode(after, 'cell/type')).toHaveLength(1);
    expect(findSheet(port.model(), tab5).tables[0]!.headers).toEqual(headers);
  });

  it('lays out sheets that were deleted, as they were issued, each in its place; no entry elsewhere is lost', async () => {
    const model = deleteSheet(deleteSheet((await newWorkbook({ asOf: toSerial('2023-11-10') })).model(), tab5), '6 已开工未入统项目');
    const port = createMemoryPort(model);
    port.edit('4 副市长包保重点项目', 6, 1, [['某项目']]);
    const report = await check(port);
    const missing = withCode(report, 'list/sheet-missing');
    expect(missing).toHaveLength(2);
    const { report: after } = await applyFixes(port, report, missing, around);
    expect(withCode(after, 'list/sheet-missing')).toEqual([]);
    expect(after.result.issues.filter(({ severity, list }) => severity === 'error' && list !== '4')).toEqual([]);
    const names = port.model().sheets.map(({ name }) => name);
    expect(names.slice(5, 8)).toEqual(['4 副市长包保重点项目', tab5, '6 已开工未入统项目']);
    expect(after.entries.lists['4']!.values['projectName']![0]).toBe('某项目');
    const waiting = after.result.waiting.filter(({ list }) => list === '5').reduce((sum, each) => sum + each.waitingRows, 0);
    expect(waiting).toBe(plan.namedProjects.filter(({ list }) => list === '5').length);
  });

  it('writes formulas anew that lost their reference with a deleted sheet', async () => {
    const lost = deleteSheet(clean, 'A 储备项目库');
    const port = createMemoryPort(
      withSheet(lost, '2 项目储备目标任务', {
        blocks: findSheet(lost, '2 项目储备目标任务').blocks.map((block) => ({
          ...block,
          content: block.content.map((cells) =>
            cells.map((cell) =>
              typeof cell === 'object' && cell !== null && cell.formula.includes('tA_list') ? { formula: cell.formula.replaceAll(/tA_list\[.*?\]/g, '#REF!'), value: '#REF!' } : cell,
            ),
          ),
        })),
      }),
    );
    const report = await check(port);
    expect(withCode(report, 'cell/formula-error').length).toBeGreaterThan(50);
    const { report: after } = await applyFixes(port, report, withCode(report, 'list/sheet-missing'), around);
    expect(withCode(after, 'cell/formula-error')).toEqual([]);
    const formulasOf = (model: WorkbookModel) => contentOf(model).sheets.find(({ name }) => name === '2 项目储备目标任务')!.formulas;
    expect(formulasOf(port.model())).toEqual(formulasOf(clean));
  });

  it('counts a formula as mended that came back with the sheet it reads, in one go', async () => {
    const lost = deleteSheet(clean, 'A 储备项目库');
    const port = createMemoryPort(lost);
    const { firstRow, at, sheetName } = (await judgeWorkbook(port, [plan], around)).entries.lists['2']!;
    port.edit(sheetName, firstRow, at[targetColumn('reserveCount', 'done')]!, [[{ formula: '=#REF!', value: '#REF!' }]]);
    const report = await check(port);
    const issues = [...withCode(report, 'list/sheet-missing'), ...withCode(report, 'cell/formula-error')];
    expect(issues).toHaveLength(2);
    const { applied, skipped } = await applyFixes(port, report, issues, around);
    expect(applied).toEqual(issues);
    expect(skipped).toEqual([]);
  });

  it('mends a header and a formula of the same list in one go', async () => {
    const { port, place } = await broken('7', 1, 'completionRate', 0.99);
    const { area, headers } = findSheet(clean, place.sheet).tables[0]!;
    port.edit(place.sheet, area.row, headers.indexOf('责任人'), [['负责人']]);
    const report = await check(port);
    const { applied, skipped, report: after } = await applyFixes(port, report, fixesOf(report.result), around);
    expect(applied.map(({ code }) => code).sort()).toEqual(['cell/formula-error', 'list/header-altered']);
    expect(skipped).toEqual([]);
    expect(after.result.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('loses nothing that was typed, whatever it mends', async () => {
    const port = await newWorkbook({ sample: { kind: 'mistakes', seed: 12 }, asOf });
    const { area } = findSheet(port.model(), tab5).tables[0]!;
    port.edit(tab5, area.row + area.rows, 1, [['表外项目', '城区']]);
    const before = await check(port);
    const fixes = fixesOf(before.result);
    const mended = new Set(fixes.flatMap(({ fix }) => (fix.kind === 'cell' ? [`${fix.list} ${fix.rowIndex} ${fix.column}`] : [])));
    const { report } = await applyFixes(port, before, fixes, around);
    const now = new Set(typedCells(report));
    const lost = typedCells(before).filter((cell) => !now.has(cell) && !mended.has(cell.split(' ').slice(0, 3).join(' ')));
    expect(lost).toEqual([]);
  });
});

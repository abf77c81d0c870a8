import { choiceLabels, unitNames } from '../../src/list/column';
import { expectedRowCount } from '../../src/list/expected-row';
import { listsInScope, listsOf } from '../../src/list/registry';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { Scope } from '../../src/plan/plan';
import { parseReference } from '../../src/sheet/address';
import { intersectAreas } from '../../src/sheet/area';
import { contentOf } from '../../src/sheet/content-of';
import type { Area, SheetModel, WorkbookModel } from '../../src/sheet/model';
import { measureOf } from '../../src/plan/measure';
import { findSheet } from '../job/mishap';
import { halfFilled, newWorkbook } from '../job/workbook';

const city: Scope = { kind: 'city' };
const scopes: [string, Scope][] = [
  ['全市', city],
  ...plan.units.map(({ name, key }): [string, Scope] => [name, { kind: 'unit', unit: key }]),
];

const blockArea = ({ row, column, content }: SheetModel['blocks'][number]): Area => ({ row, column, rows: content.length, columns: content[0]!.length });

function overlaps(areas: readonly Area[]): [Area, Area][] {
  return areas.flatMap((area, at) => areas.slice(at + 1).flatMap((other): [Area, Area][] => (intersectAreas(area, other) ? [[area, other]] : [])));
}

const valueAt = (model: WorkbookModel, name: string, row: number, column: number) => {
  const sheet = contentOf(model).sheets.find((candidate) => candidate.name === name)!;
  return sheet.values[row - sheet.row]?.[column - sheet.column] ?? null;
};

describe.each(scopes)('the workbook of %s', (_, scope) => {
  let model: WorkbookModel;
  beforeAll(() => {
    model = halfFilled({ scope, seed: 31 });
  });

  it('has blocks and merges that do not overlap, and no merge in a table', () => {
    for (const sheet of model.sheets) {
      for (const { content } of sheet.blocks) expect(new Set(content.map((cells) => cells.length)).size).toBe(1);
      expect(overlaps(sheet.blocks.map(blockArea))).toEqual([]);
      expect(overlaps(sheet.merges)).toEqual([]);
      for (const table of sheet.tables) expect(sheet.merges.filter((merge) => intersectAreas(merge, table.area))).toEqual([]);
    }
  });

  it('has a dropdown for every enumeration, from the hidden sheet, with just the labels of the plan', () => {
    const data = contentOf(model).sheets.find(({ name }) => name === '_数据')!;
    for (const list of listsInScope(plan, scope)) {
      const sheet = findSheet(model, list.sheetName);
      const { area } = sheet.tables[0]!;
      for (const column of list.columns.filter(({ type, role }) => role === 'entry' && (type === 'choice' || type === 'unit'))) {
        const at = sheet.tables[0]!.headers.indexOf(column.header);
        const found = sheet.validations.find((validation) => validation.area.column === at)!;
        expect(found.area).toEqual({ row: area.row + 1, column: at, rows: area.rows - 1, columns: 1 });
        const source = parseReference(found.rule.kind === 'list' ? found.rule.source.slice(1) : '')!;
        const labels = data.values.slice(source.area.row, source.area.row + source.area.rows).map((cells) => cells[source.area.column]);
        expect(source.sheet).toBe('_数据');
        expect(labels).toEqual(column.type === 'unit' ? unitNames(plan, column.units) : choiceLabels(plan, column.choices!));
        // Nothing typed may be lost, so the user can go on.
        expect(found.error).toMatchObject({ level: 'warning' });
      }
    }
  });

  it('has prompts and messages that Excel accepts: 32 and 255 characters', () => {
    for (const { prompt, error } of model.sheets.flatMap(({ validations }) => validations)) {
      for (const text of [prompt, error]) {
        if (text === undefined) continue;
        expect(text.title.length).toBeLessThanOrEqual(32);
        expect(text.text.length).toBeLessThanOrEqual(255);
      }
    }
  });

  it('marks every table with three conditional formats over its whole body', () => {
    for (const { sheetName } of listsInScope(plan, scope)) {
      const { conditionalFormats, tables } = findSheet(model, sheetName);
      const { area, headers } = tables[0]!;
      const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
      expect(conditionalFormats.map((format) => format.area)).toEqual([body, body, body]);
      expect(conditionalFormats.map((format) => ('formula' in format ? format.formula.slice(0, 18) : ''))).toEqual([
        '=ISNUMBER(FIND("【"',
        '=ISNUMBER(FIND("〔"',
        '=ISNUMBER(FIND("〈"',
      ]);
      expect(headers).toContain('校验提示');
    }
  });

  it('prints with the header rows repeated, A4 or A3 landscape, page numbers and signatures', () => {
    for (const list of listsInScope(plan, scope)) {
      const { print, tables, freeze, protection, columnWidths } = findSheet(model, list.sheetName);
      const header = tables[0]!.area.row;
      expect(print).toMatchObject({
        paper: ['2', '9'].includes(list.key) ? 'A3' : 'A4',
        orientation: 'landscape',
        titleRows: { from: header - 1, to: header },
        footer: { left: expect.stringContaining('单位负责人'), right: '第 &P 页 共 &N 页' },
      });
      expect(freeze).toEqual({ rows: header + 1, columns: list.kind === 'project' ? tables[0]!.headers.indexOf('项目名称') + 1 : 1 });
      expect(protection !== undefined).toBe(list.kind === 'target');
      expect(columnWidths.filter(({ hidden }) => hidden).map(({ column }) => tables[0]!.headers[column])).toEqual(list.kind === 'project' ? ['行标识'] : []);
    }
  });

  it('shows nothing of 行标识, also where a hidden column’s text would run over its neighbours', () => {
    for (const list of listsInScope(plan, scope).filter(({ kind }) => kind === 'project')) {
      const sheet = findSheet(model, list.sheetName);
      const { area, headers } = sheet.tables[0]!;
      const column = area.column + headers.indexOf('行标识');
      const formats = sheet.styles.filter((each) => each.area.column === column && each.area.columns === 1 && each.area.row > area.row);
      expect(formats.map(({ style }) => style.numberFormat)).toEqual([';;;']);
      expect(sheet.columnWidths.find((width) => width.column === column)?.hidden).toBe(true);
    }
  });

  it('has room: at least 20 empty rows beyond the number of the notice', () => {
    for (const list of listsInScope(plan, scope)) {
      if (list.kind !== 'project') continue;
      const rows = findSheet(model, list.sheetName).tables[0]!.area.rows - 1;
      expect(rows).toBeGreaterThanOrEqual(expectedRowCount(plan, list, scope) + 20);
    }
  });

  it('gives a formula to every ƒ cell, and to 县（市、区） in a unit’s workbook', () => {
    const content = contentOf(model);
    for (const list of listsInScope(plan, scope)) {
      const { area, headers } = findSheet(model, list.sheetName).tables[0]!;
      const sheet = content.sheets.find(({ name }) => name === list.sheetName)!;
      for (const { header, role, key } of list.columns) {
        const formulas = sheet.formulas.slice(area.row + 1, area.row + area.rows).map((cells) => cells[headers.indexOf(header)]);
        const isFormula = role === 'formula' || (key === 'unit' && list.kind === 'project' && scope.kind === 'unit');
        expect([header, formulas.every((formula) => (formula !== null) === isFormula)]).toEqual([header, true]);
      }
    }
  });
});

describe('the city workbook', () => {
  let model: WorkbookModel;
  beforeAll(async () => {
    model = (await newWorkbook({ asOf: toSerial('2023-12-05') })).model();
  });

  it('shows 全市合计 and 文件全市数 above each target list, 原文差异 in just the three places', () => {
    const differences = ['1', '2', '3'].flatMap((key) => {
      const { sheetName } = listsOf(plan).find((list) => list.key === key)!;
      expect([valueAt(model, sheetName, 3, 0), valueAt(model, sheetName, 4, 0)]).toEqual(['全市合计', '文件全市数']);
      const { headers } = findSheet(model, sheetName).tables[0]!;
      return headers.flatMap((header, column) => {
        const value = valueAt(model, sheetName, 4, column);
        return typeof value === 'string' && value.startsWith('原文差异') ? [`${header} ${value}`] : [];
      });
    });
    expect(differences).toHaveLength(3);
    expect(plan.knownDifferences).toHaveLength(3);
    for (const { measure } of plan.knownDifferences) {
      const name = measureOf(plan, measure).name;
      expect(name.length).toBeGreaterThan(0);
    }
    expect(differences).toEqual([
      '民间投资项目已储备投资 原文差异 +0.1',
      '省级重点工程已储备个数 原文差异 -12',
      '省级重点工程已储备投资 原文差异 -45.4',
    ]);
  });

  it('keeps 说明 and 汇总 protected but for the two cells of 说明', () => {
    const intro = findSheet(model, '说明');
    expect(intro.protection).toBeDefined();
    expect(findSheet(model, '汇总').protection).toBeDefined();
    expect(intro.styles.filter(({ style }) => style.locked === false).map(({ area }) => [area.row, area.column])).toEqual([[2, 1], [3, 1]]);
    expect(model.names.map(({ name, area }) => [name, area.row])).toEqual([['统计截止日', 3], ['填报单位', 2]]);
  });

  it('issues the projects that the notice names, name and unit only', () => {
    for (const key of ['5', '6', '7']) {
      const { sheetName } = listsOf(plan).find((list) => list.key === key)!;
      const { area } = findSheet(model, sheetName).tables[0]!;
      const named = plan.namedProjects.filter(({ list }) => list === key);
      expect(named.map((_, row) => valueAt(model, sheetName, area.row + 1 + row, 1))).toEqual(named.map(({ name }) => name));
      expect(valueAt(model, sheetName, area.row + 1 + named.length, 1)).toBeNull();
      expect(valueAt(model, sheetName, area.row + 1, 3)).toBeNull();
    }
  });
});

describe("a unit's workbook", () => {
  it("has its own row on target lists, and no line of the city's above", async () => {
    const model = (await newWorkbook({ scope: { kind: 'unit', unit: 'yangcheng' } })).model();
    const sheet = findSheet(model, '1 投资目标任务');
    expect(sheet.tables[0]!.area).toMatchObject({ row: 4, rows: 2 });
    expect(valueAt(model, '1 投资目标任务', 5, 0)).toBe('阳城县');
    expect(valueAt(model, '1 投资目标任务', 5, sheet.tables[0]!.headers.indexOf('排名'))).toBe('—');
    expect(JSON.stringify(sheet.blocks)).not.toContain('全市');
  });

  it("carries 市本级's subtotals in 城区's, locked", () => {
    const model = halfFilled({ scope: { kind: 'unit', unit: 'chengqu' }, seed: 1, cityLevelReserve: { reserveCount: 7, reserveInvestment: 12.5 } });
    const { headers } = findSheet(model, '2 项目储备目标任务').tables[0]!;
    expect(valueAt(model, '2 项目储备目标任务', 3, 0)).toBe('市本级已储备（分发时）');
    expect(valueAt(model, '2 项目储备目标任务', 3, headers.indexOf('建设项目已储备个数'))).toBe(7);
    expect(valueAt(model, '2 项目储备目标任务', 3, headers.indexOf('建设项目已储备投资'))).toBe(12.5);
  });
});

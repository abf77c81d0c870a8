import { applyChanges, UnknownTargetError } from '../../src/sheet/apply-change';
import { contentOf } from '../../src/sheet/content-of';
import { differences } from '../../src/sheet/difference';
import type { Change, SheetModel, TableModel, WorkbookModel } from '../../src/sheet/model';
import { sheetOf, workbookOf } from './small-model';

const table = (row: number, rows: number, name = 't5_list'): TableModel => ({
  name,
  area: { row, column: 0, rows, columns: 2 },
  headers: ['名称', '金额'],
  filter: true,
  style: null,
});

const listSheet = (headerRow: number, rows: number): SheetModel =>
  sheetOf({
    name: '清单',
    blocks: [{ row: headerRow, column: 0, content: [['名称', '金额'], ...Array.from({ length: rows }, (_, i) => [`项目${i}`, i])] }],
    tables: [table(headerRow, rows + 1)],
  });

const formulaAt = (model: WorkbookModel, sheet: string): (string | null)[] =>
  contentOf(model).sheets.find(({ name }) => name === sheet)?.formulas.flat() ?? [];

describe('laying a sheet', () => {
  it('puts a new sheet after the one named, or first', () => {
    const model = applyChanges(workbookOf({ name: '甲' }, { name: '乙' }), [
      { kind: 'laySheet', sheet: sheetOf({ name: '丙' }), after: '甲' },
      { kind: 'laySheet', sheet: sheetOf({ name: '丁' }), after: null },
    ]);
    expect(model.sheets.map(({ name }) => name)).toEqual(['丁', '甲', '丙', '乙']);
  });

  it('lays an existing sheet anew where it is, and nothing old is left of it', () => {
    const before = workbookOf(
      { name: '甲' },
      { ...listSheet(3, 2), merges: [{ row: 0, column: 0, rows: 1, columns: 2 }] },
      { name: '乙' },
    );
    const next = listSheet(3, 4);
    const after = applyChanges(before, [{ kind: 'laySheet', sheet: next, after: '乙' }]);
    expect(after.sheets.map(({ name }) => name)).toEqual(['甲', '清单', '乙']);
    expect(differences(after, { ...after, sheets: [sheetOf({ name: '甲' }), next, sheetOf({ name: '乙' })] })).toEqual([]);
  });

  it("lets the user's own formulas on other sheets follow the rows that move", () => {
    const before: WorkbookModel = {
      ...workbookOf(listSheet(3, 2), {
        name: '我的表',
        blocks: [
          {
            row: 0,
            column: 0,
            content: [
              [{ formula: '=清单!B5+SUM(清单!$B$5:B6)+B5', value: 0 }],
              [{ formula: "=SUM('清单'!B:B)+清单!A1&\"清单!B5\"", value: 0 }],
            ],
          },
        ],
        links: [{ row: 0, column: 0, sheet: '清单', targetRow: 4, targetColumn: 1 }],
      }),
      names: [{ name: '首项', sheet: '清单', area: { row: 4, column: 0, rows: 1, columns: 1 } }],
    };
    const down = applyChanges(before, [{ kind: 'laySheet', sheet: listSheet(5, 2), after: null }]);
    expect(formulaAt(down, '我的表')).toEqual([
      '=清单!B7+SUM(清单!$B$7:B8)+B5',
      "=SUM('清单'!B:B)+清单!A1&\"清单!B5\"",
    ]);
    expect(down.names[0]?.area.row).toBe(6);
    expect(down.sheets[1]?.links[0]?.targetRow).toBe(6);
    const up = applyChanges(down, [{ kind: 'laySheet', sheet: listSheet(3, 2), after: null }]);
    expect(formulaAt(up, '我的表')).toEqual(formulaAt(before, '我的表'));
  });

  it('turns a reference to deleted rows into #REF! and shortens a range over them', () => {
    const before = workbookOf(listSheet(5, 2), {
      name: '我的表',
      blocks: [{ row: 0, column: 0, content: [[{ formula: '=清单!A4', value: 1 }, { formula: '=SUM(清单!A2:A9)', value: 1 }]] }],
    });
    const after = applyChanges(before, [{ kind: 'laySheet', sheet: listSheet(3, 2), after: null }]);
    expect(formulaAt(after, '我的表')).toEqual(['=#REF!', '=SUM(清单!A2:A7)']);
  });

  it("keeps the user's own table on the sheet, moved along", () => {
    const own: TableModel = { ...table(20, 3, 'mine'), headers: ['a', 'b'] };
    const before = workbookOf({ ...listSheet(3, 2), tables: [table(3, 3), own] });
    const after = applyChanges(before, [{ kind: 'laySheet', sheet: listSheet(5, 4), after: null }]);
    expect(after.sheets[0]?.tables.map(({ name, area }) => [name, area.row])).toEqual([
      ['t5_list', 5],
      ['mine', 22],
    ]);
    const content = contentOf(after).sheets[0];
    expect(content?.values[22 - (content.row ?? 0)]).toEqual(['a', 'b']);
  });
});

describe('changing cells', () => {
  const start = workbookOf(listSheet(0, 2));

  it('writes contents, clears with null, and leaves the model it was given alone', () => {
    const after = applyChanges(start, [
      { kind: 'writeCells', sheet: '清单', row: 1, column: 1, content: [[null], [{ formula: '=1+1', value: 2 }]] },
      { kind: 'writeCells', sheet: '清单', row: 4, column: 3, content: [['外']] },
    ]);
    expect(contentOf(after).sheets[0]).toMatchObject({
      values: [
        ['名称', '金额', null, null],
        ['项目0', null, null, null],
        ['项目1', 2, null, null],
        [null, null, null, null],
        [null, null, null, '外'],
      ],
    });
    expect(contentOf(start).sheets[0]?.values[1]).toEqual(['项目0', 0]);
  });

  it('takes header texts of a table from its cells', () => {
    const after = applyChanges(start, [
      { kind: 'writeCells', sheet: '清单', row: 0, column: 1, content: [['总金额', '备注']] },
      { kind: 'resizeTable', sheet: '清单', table: 't5_list', area: { row: 0, column: 0, rows: 9, columns: 3 } },
    ]);
    expect(after.sheets[0]?.tables[0]).toMatchObject({ headers: ['名称', '总金额', '备注'], area: { rows: 9 } });
  });

  it('replaces validations only where the new ones lie', () => {
    const rule = { kind: 'any' } as const;
    const before = workbookOf({ validations: [{ area: { row: 0, column: 0, rows: 10, columns: 1 }, rule }] });
    const fresh = {
      area: { row: 4, column: 0, rows: 2, columns: 1 },
      rule: { kind: 'whole', operator: 'greaterThanOrEqual', minimum: 0 },
    } as const;
    const after = applyChanges(before, [{ kind: 'replaceValidations', sheet: '表一', validations: [fresh] }]);
    expect(after.sheets[0]?.validations.map(({ area, rule: { kind } }) => [area.row, area.rows, kind])).toEqual([
      [0, 4, 'any'],
      [6, 4, 'any'],
      [4, 2, 'whole'],
    ]);
  });

  it('redefines a name whatever its case, and forgets names of a sheet that goes', () => {
    const area = { row: 0, column: 0, rows: 1, columns: 1 };
    const after = applyChanges(workbookOf({ name: '甲' }, { name: '乙' }), [
      { kind: 'defineNames', names: [{ name: 'total', sheet: '甲', area }, { name: 'other', sheet: '乙', area }] },
      { kind: 'defineNames', names: [{ name: 'TOTAL', sheet: '乙', area }] },
      { kind: 'defineNames', names: [{ name: 'left', sheet: '甲', area }] },
      { kind: 'activate', sheet: '乙' },
      { kind: 'removeSheet', sheet: '乙' },
    ]);
    expect(after.names.map(({ name }) => name)).toEqual(['left']);
    expect(after.activeSheet).toBe('甲');
  });

  it('styles and conditional formats are laid over', () => {
    const format = { kind: 'formula', area: { row: 0, column: 0, rows: 1, columns: 1 }, formula: '=$A1>0', color: '#00FF00' } as const;
    const after = applyChanges(start, [
      { kind: 'styleCells', sheet: '清单', styles: [{ area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { bold: true } }] },
      { kind: 'replaceConditionalFormats', sheet: '清单', formats: [format] },
    ]);
    expect(after.sheets[0]).toMatchObject({ styles: [{ style: { bold: true } }], conditionalFormats: [format] });
  });

  it.each<Change>([
    { kind: 'writeCells', sheet: '无', row: 0, column: 0, content: [[1]] },
    { kind: 'laySheet', sheet: sheetOf({ name: '新' }), after: '无' },
    { kind: 'resizeTable', sheet: '清单', table: '无', area: { row: 0, column: 0, rows: 2, columns: 1 } },
    { kind: 'activate', sheet: '无' },
  ])('refuses a target that is not there: $kind', (change) => {
    expect(() => applyChanges(start, [change])).toThrow(UnknownTargetError);
  });
});

import fc from 'fast-check';
import { applyChanges } from '../../src/sheet/apply-change';
import { contentOf } from '../../src/sheet/content-of';
import { differences } from '../../src/sheet/difference';
import type { Change, SheetModel, WorkbookModel } from '../../src/sheet/model';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { featureModel, tableOf } from './feature-model';
import { workbook } from './model-arbitrary';
import { openBook } from './open-book';

/** All that lays a model out in a workbook with one empty sheet. */
function generate(model: WorkbookModel): Change[] {
  return [
    ...model.sheets.map((sheet, i): Change => ({ kind: 'laySheet', sheet, after: model.sheets[i - 1]?.name ?? null })),
    { kind: 'defineNames', names: model.names },
    { kind: 'activate', sheet: model.activeSheet },
    { kind: 'removeSheet', sheet: 'Sheet1' },
  ];
}

describe('a workbook laid out in Excel', () => {
  it('is the model, every feature of it', async () => {
    const { book, port } = await openBook();
    await port.apply(generate(featureModel()));
    expect(differences(book.toModel(), featureModel())).toEqual([]);
  });

  it('reads as the model contains', async () => {
    const { port } = await openBook();
    await port.apply(generate(featureModel()));
    expect(await port.read()).toEqual(contentOf(featureModel()));
  });

  it('is the model, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(workbook, async (model) => {
        const { book, port } = await openBook();
        await port.apply(generate(model));
        const laid = differences(book.toModel(), model);
        const read = await port.read();
        expect(laid).toEqual([]);
        expect(read).toEqual(contentOf(model));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('is the same when it is laid out again', async () => {
    const { book, port } = await openBook(featureModel());
    await port.apply([...featureModel().sheets.map((sheet): Change => ({ kind: 'laySheet', sheet, after: null })), { kind: 'defineNames', names: featureModel().names }]);
    expect(differences(book.toModel(), featureModel())).toEqual([]);
  });
});

describe('a sheet laid in place', () => {
  const headers = ['序号', '名称', '金额'];
  const list = (row: number, rows: number, parts: Partial<SheetModel> = {}): SheetModel =>
    sheetOf({
      name: '清单',
      blocks: [
        { row: 0, column: 0, content: [['标题']] },
        { row, column: 0, content: [headers, ...Array.from({ length: rows - 1 }, (_, i) => [i + 1, `项目${i + 1}`, i * 10])] },
      ],
      tables: [tableOf('t4_list', row, rows, headers)],
      ...parts,
    });
  const users = sheetOf({
    name: '我的表',
    blocks: [
      {
        row: 0,
        column: 0,
        content: [
          [{ formula: '=SUM(t4_list[金额])', value: 30 }, { formula: '=清单!B5', value: '项目1' }],
          ['我的备注', { formula: '=A1*2', value: 60 }],
        ],
      },
    ],
    styles: [{ area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { bold: true, fill: '#FFFF00' } }],
  });

  it.each([
    ['further down and longer', 6, 9],
    ['further up and shorter', 1, 3],
    ['at the same place', 3, 4],
  ])('%s keeps what the user built on it', async (_, row, rows) => {
    const before = workbookOf(list(3, 4), users);
    const next = list(row, rows, { styles: [{ area: { row, column: 0, rows: 1, columns: 3 }, style: { bold: true } }] });
    const { book, port } = await openBook(before);
    await port.apply([{ kind: 'laySheet', sheet: next, after: null }]);
    const expected = applyChanges(before, [{ kind: 'laySheet', sheet: next, after: null }]);
    const settled = book.toModel();
    expect(differences(withoutResults(settled), withoutResults(expected))).toEqual([]);
  });

  it('takes away what was there before: contents, formats, checks, marks and merges', async () => {
    const full = list(3, 4, {
      blocks: [...list(3, 4).blocks, { row: 20, column: 5, content: [['旧']] }],
      styles: [{ area: { row: 0, column: 0, rows: 21, columns: 6 }, style: { fill: '#FF0000', locked: false } }],
      merges: [{ row: 0, column: 0, rows: 1, columns: 3 }],
      validations: [{ area: { row: 4, column: 2, rows: 3, columns: 1 }, rule: { kind: 'whole', operator: 'greaterThanOrEqual', minimum: 0 } }],
      conditionalFormats: [{ kind: 'formula', area: { row: 4, column: 0, rows: 3, columns: 3 }, formula: '=$C5>1', fill: '#FFC7CE' }],
      columnWidths: [{ column: 1, width: 200, hidden: true }],
      rowHeights: [{ row: 2, height: 40 }],
      freeze: { rows: 4, columns: 1 },
      protection: { allowFormatColumns: true, allowFilter: true },
    });
    const { book, port } = await openBook(workbookOf(full, users));
    await port.apply([{ kind: 'laySheet', sheet: list(3, 4), after: null }]);
    expect(differences(book.toModel(), workbookOf(list(3, 4), users))).toEqual([]);
  });

  it('keeps each column under its own header when the user has put columns in', async () => {
    const own = list(3, 4, {
      blocks: [{ row: 3, column: 0, content: [['序号', '自建', '名称', '金额'], [1, 'x', 'a', 5], [2, 'y', 'b', 6], [3, 'z', 'c', 7]] }],
      tables: [tableOf('t4_list', 3, 4, ['序号', '自建', '名称', '金额'])],
    });
    const sum = sheetOf({ name: '我的表', blocks: [{ row: 0, column: 0, content: [[{ formula: '=SUM(t4_list[金额])', value: 18 }]] }] });
    const { book, port } = await openBook(workbookOf(own, sum));
    await port.apply([{ kind: 'laySheet', sheet: list(3, 4), after: null }]);
    expect(book.toModel().sheets[1]?.blocks).toEqual([{ row: 0, column: 0, content: [[{ formula: '=SUM(t4_list[金额])', value: 30 }]] }]);
    expect(book.toModel().sheets[0]?.tables).toEqual(list(3, 4).tables);
  });

  it("leaves a table of the user's own beside ours as it is", async () => {
    const beside = { row: 3, column: 5, content: [['我的列'], ['甲'], ['乙']] };
    const mine = { ...tableOf('MyTable', 3, 3, ['我的列']), area: { row: 3, column: 5, rows: 3, columns: 1 } };
    const before = list(3, 4, { blocks: [...list(3, 4).blocks, beside], tables: [...list(3, 4).tables, mine] });
    const { book, port } = await openBook(workbookOf(before));
    await port.apply([{ kind: 'laySheet', sheet: list(3, 4), after: null }]);
    expect(differences(book.toModel(), workbookOf(before))).toEqual([]);
  });

  it("has a table of the user's give way where ours must stand", async () => {
    const mine = { ...tableOf('MyTable', 8, 2, ['我的列']), area: { row: 8, column: 0, rows: 2, columns: 1 } };
    const before = list(3, 4, { blocks: [...list(3, 4).blocks, { row: 8, column: 0, content: [['我的列'], ['甲']] }], tables: [...list(3, 4).tables, mine] });
    const { book, port } = await openBook(workbookOf(before));
    await port.apply([{ kind: 'laySheet', sheet: list(3, 9), after: null }]);
    expect(differences(book.toModel(), workbookOf(list(3, 9)))).toEqual([]);
  });

  it('brings two tables under each other to their places, and back from columns put before them', async () => {
    const second = { row: 10, column: 0, content: [['甲', '乙'], [1, 2]] };
    const both = (shift: number, column: number): SheetModel => {
      const first = list(3 + shift, 4);
      const at = 10 + 2 * shift;
      return {
        ...first,
        blocks: [...first.blocks, { ...second, row: at }].map((block) => ({ ...block, column })),
        tables: [...first.tables, tableOf('t9_list', at, 2, ['甲', '乙'])].map((table) => ({ ...table, area: { ...table.area, column } })),
      };
    };
    const sum = sheetOf({ name: '我的表', blocks: [{ row: 0, column: 0, content: [[{ formula: '=SUM(t9_list[乙])', value: 2 }, { formula: '=清单!C12', value: 1 }]] }] });
    const { book, port } = await openBook(workbookOf(both(0, 1), sum));
    await port.apply([{ kind: 'laySheet', sheet: both(2, 0), after: null }]);
    const [laid, mine] = book.toModel().sheets;
    expect(differences(workbookOf(laid ?? {}), workbookOf(both(2, 0)))).toEqual([]);
    expect(mine?.blocks).toEqual([{ row: 0, column: 0, content: [[{ formula: '=SUM(t9_list[乙])', value: 2 }, { formula: '=清单!B16', value: 2 }]] }]);
  });

  /** The user's formulas are recalculated by Excel, not by the model. */
  function withoutResults(model: WorkbookModel): WorkbookModel {
    return {
      ...model,
      sheets: model.sheets.map((sheet) => ({
        ...sheet,
        blocks: sheet.blocks.map((block) => ({
          ...block,
          content: block.content.map((line) =>
            line.map((cell) => (typeof cell === 'object' && cell !== null ? { ...cell, value: null } : cell)),
          ),
        })),
      })),
    };
  }
});

import fc from 'fast-check';
import { keptInput } from '../../src/job/kept-input';
import { layWorkbookAgain as relayWorkbook, writeWorkbookOver } from '../../src/job/lay-again';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { recogniseWorkbook } from '../../src/job/recognise';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { applyChanges } from '../../src/sheet/apply-change';
import { contentOf } from '../../src/sheet/content-of';
import type { Change, Content, WorkbookModel } from '../../src/sheet/model';
import { findSheet, insertColumn, insertRows, withSheet } from './mishap';
import { halfFilled, makeSurroundings } from './workbook';

const tab5 = '5 未开工项目';
const scope = { kind: 'unit', unit: 'yangcheng' } as const;
const everySheet: readonly string[] = [];

const layWorkbookAgain: typeof writeWorkbookOver = (port, relaying, around, options) =>
  relayWorkbook(
    port,
    relaying.content,
    function* () {
      yield;
      return relaying;
    },
    around,
    options,
  );

/** What a merge does at its end: the input laid out, so or so, and which changes that took. */
async function written(start: WorkbookModel, way: typeof writeWorkbookOver, extraRows = 0): Promise<{ readonly port: MemoryPort; readonly changes: readonly Change[] }> {
  const port = createMemoryPort(start);
  const around = makeSurroundings(4);
  const content = await port.read();
  const { reading } = recogniseWorkbook(content, [plan], around);
  const before = keptInput(reading, plan, around);
  const five = before.rows['5']!;
  const rows = { ...before.rows, '5': { ...five, rowCount: five.rowCount + extraRows } };
  const changes: Change[] = [];
  const watched: MemoryPort = {
    ...port,
    apply: (all, options) => {
      changes.push(...all);
      return port.apply(all, options);
    },
  };
  await way(watched, { content, present: reading, input: { ...before, rows }, before }, around, {});
  return { port, changes };
}

const laidSheets = (changes: readonly Change[]) => changes.flatMap((change) => (change.kind === 'laySheet' ? [change.sheet.name] : []));

describe('writing over what stands', () => {
  let start: WorkbookModel;
  beforeAll(async () => {
    // Laid once, so that every row has its 行标识.
    start = (await written(halfFilled({ scope, seed: 5 }), layWorkbookAgain)).port.model();
  });

  it('gives the same contents as laying everything anew, whatever stands in the cells', async () => {
    const content: fc.Arbitrary<Content> = fc.constantFrom<Content[]>(null, '', '乱填', 12, 45_000.5, true, { formula: '=1+1', value: 2 });
    const edit = fc.record({ sheet: fc.nat(30), row: fc.nat(60), column: fc.nat(40), content });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 8, maxLength: 30 }), async (edits) => {
        const port = createMemoryPort(start);
        for (const { sheet, row, column, content: cell } of edits) {
          const lists = start.sheets.filter(({ tables }) => tables.length > 0);
          const { name, tables } = lists[sheet % lists.length]!;
          const { area } = tables[0]!;
          // Below the header: what is typed above it, laying moves beside the table.
          port.edit(name, area.row + 1 + (row % (area.rows - 1)), column % area.columns, [[cell]]);
        }
        const [over, anew] = [await written(port.model(), writeWorkbookOver), await written(port.model(), layWorkbookAgain)];
        expect(laidSheets(over.changes)).toEqual(['_备份', '校验结果', '_数据']);
        expect(contentOf(over.port.model())).toEqual(contentOf(anew.port.model()));
      }),
      { numRuns: 4 },
    );
  });

  it('writes nothing on 说明, 汇总 and the lists where nothing differs', async () => {
    const { changes } = await written(start, writeWorkbookOver);
    expect(changes.filter(({ kind }) => kind === 'writeCells' || kind === 'styleCells')).toEqual([]);
  });

  it('lets a table grow with the looks, checks and marks of its other rows', async () => {
    const before = findSheet(start, tab5).tables[0]!.area;
    const { port, changes } = await written(start, writeWorkbookOver, 90);
    const anew = await written(start, layWorkbookAgain, 90);
    expect(laidSheets(changes)).not.toContain(tab5);
    const [grown, laid] = [findSheet(port.model(), tab5), findSheet(anew.port.model(), tab5)];
    expect(grown.tables).toEqual(laid.tables);
    expect(grown.tables[0]!.area.rows).toBeGreaterThan(before.rows);
    expect(grown.conditionalFormats).toEqual(laid.conditionalFormats);
    const last = laid.tables[0]!.area.row + laid.tables[0]!.area.rows - 1;
    const checksOf = (model: typeof laid) => model.validations.filter(({ area }) => area.row <= last && last < area.row + area.rows).map(({ area, rule }) => [area.column, rule]);
    expect(checksOf(grown)).toEqual(checksOf(laid));
    expect(contentOf(port.model())).toEqual(contentOf(anew.port.model()));
  });

  it.each([
    ['cells of the table are merged', (model: WorkbookModel) => withSheet(model, tab5, { merges: [...findSheet(model, tab5).merges, { row: 8, column: 1, rows: 2, columns: 1 }] }), [tab5]],
    ['the title was typed over', (model: WorkbookModel) => applyChanges(model, [{ kind: 'writeCells', sheet: tab5, row: 1, column: 0, content: [['我们的项目']] }]), [tab5]],
    ['the table is gone', (model: WorkbookModel) => withSheet(model, tab5, { tables: [] }), [tab5]],
    ['a row stands above the title', (model: WorkbookModel) => insertRows(model, tab5, 0, 1), everySheet],
  ])('lays a sheet anew where %s', async (_, spoil, sheets) => {
    const spoilt = spoil(start);
    const { changes, port } = await written(spoilt, writeWorkbookOver);
    const anew = await written(spoilt, layWorkbookAgain);
    expect(laidSheets(changes)).toEqual(expect.arrayContaining(sheets === everySheet ? start.sheets.map(({ name }) => name) : [...sheets]));
    expect(contentOf(port.model())).toEqual(contentOf(anew.port.model()));
  });

  it('leaves a column of the user’s own as it is', async () => {
    // Laid once, so that the bands above the header are right again.
    const own = (await written(insertColumn(start, tab5, 3, '自编号', (row) => row), layWorkbookAgain)).port.model();
    const { changes } = await written(own, writeWorkbookOver);
    expect(changes.filter((change) => change.kind === 'writeCells' && change.sheet === tab5)).toEqual([]);
    expect(laidSheets(changes)).not.toContain(tab5);
  });
});

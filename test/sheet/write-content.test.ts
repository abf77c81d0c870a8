import fc from 'fast-check';
import { applyChanges } from '../../src/sheet/apply-change';
import { contentOf } from '../../src/sheet/content-of';
import { rewriteBlock } from '../../src/sheet/rewrite-block';
import type { Content, SheetContent } from '../../src/sheet/model';
import { withCellsWritten, type CellsWritten } from '../../src/sheet/write-content';
import { sheetOf } from './small-model';

const cell = fc.oneof<fc.Arbitrary<Content>[]>(fc.constant(null), fc.string({ minLength: 1 }), fc.integer(), fc.record({ formula: fc.constant('=1+1'), value: fc.constant(2) }));
const grid = fc.integer({ min: 1, max: 4 }).chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }));
const place = fc.record({ row: fc.nat(6), column: fc.nat(6), content: grid });

/** What stands where, whatever the used range is taken to be. */
function cellsOf({ row, column, values, formulas }: SheetContent): Map<string, unknown> {
  const cells = new Map<string, unknown>();
  values.forEach((line, r) => line.forEach((value, c) => value !== null && cells.set(`${row + r},${column + c}`, [value, formulas[r]![c]])));
  return cells;
}

describe('content with cells written', () => {
  it('reads as the workbook does once they are written', () => {
    fc.assert(
      fc.property(fc.option(place), fc.array(place, { maxLength: 3 }), (first, writes) => {
        const model = { sheets: [sheetOf({ name: '甲', blocks: first === null ? [] : [first] }), sheetOf({ name: '乙' })], names: [], activeSheet: '甲' };
        const changes = writes.map((write): CellsWritten => ({ kind: 'writeCells', sheet: '甲', ...write }));
        const [written, other] = withCellsWritten(contentOf(model), changes).sheets;
        expect(cellsOf(written!)).toEqual(cellsOf(contentOf(applyChanges(model, changes)).sheets[0]!));
        expect(other).toEqual(contentOf(model).sheets[1]);
        for (const line of [...written!.values, ...written!.formulas]) expect(line).toHaveLength(written!.values[0]!.length);
      }),
    );
  });
});

describe('a block written again', () => {
  const block = (rows: readonly string[]) => ({ row: 0, column: 3, content: [['head', 'note'], ...rows.map((text) => [text, ''])] });
  it.each([
    [['a', 'b', 'c'], ['x']],
    [['a'], ['x', 'y', 'z']],
    [[], []],
    [['a', 'b'], []],
  ])('of %j becomes %j, and what is beside it stays', (before, after) => {
    const aside = { row: 0, column: 6, content: Array.from({ length: 6 }, (_, at) => [`beside ${at}`]) };
    const model = { sheets: [sheetOf({ name: '甲', blocks: [block(before), aside] })], names: [], activeSheet: '甲' };
    const [present] = contentOf(model).sheets;
    const written = contentOf(applyChanges(model, [rewriteBlock(present!, block(after))])).sheets[0]!;
    const laid = contentOf({ ...model, sheets: [sheetOf({ name: '甲', blocks: [block(after), aside] })] }).sheets[0]!;
    const texts = (sheet: SheetContent) => sheet.values.map((cells) => cells.map((value) => value || null));
    expect(texts(written)).toEqual(texts(laid));
  });
});

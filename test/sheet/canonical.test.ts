import fc from 'fast-check';
import { subtractArea } from '../../src/sheet/area';
import { canonicalise } from '../../src/sheet/canonical';
import { differences } from '../../src/sheet/difference';
import type { Area, AreaStyle, CellStyle, Content } from '../../src/sheet/model';
import { sheetOf, workbookOf } from './small-model';

const area = fc.record({
  row: fc.nat(8),
  column: fc.nat(8),
  rows: fc.integer({ min: 1, max: 5 }),
  columns: fc.integer({ min: 1, max: 5 }),
});
const style: fc.Arbitrary<CellStyle> = fc.record(
  {
    bold: fc.boolean(),
    fill: fc.constantFrom('#ffffff', '#FF0000'),
    locked: fc.boolean(),
    border: fc.constantFrom({ sides: 'all', color: '#000000' } as const, { sides: 'none', color: '#000000' } as const),
  },
  { requiredKeys: [] },
);

describe('the settled form of a workbook', () => {
  it('gives every cell the style that overriding in order gives it', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ area, style }), { maxLength: 8 }), (styles) => {
        const settled = canonicalise(workbookOf({ styles })).sheets[0]?.styles ?? [];
        for (let row = 0; row < 14; row += 1) {
          for (let column = 0; column < 14; column += 1) {
            const covering = settled.filter((entry) => covers(entry.area, row, column));
            expect(covering.length).toBeLessThanOrEqual(1);
            const expected = lookOf(styles, row, column);
            expect(lookOf(covering, row, column)).toEqual(expected);
          }
        }
      }),
    );
  });

  it('is the same for styles laid cell by cell and as one area', () => {
    const whole: AreaStyle = { area: { row: 1, column: 1, rows: 3, columns: 2 }, style: { bold: true } };
    const cells = [...cellsOf(whole.area)].reverse().map((cell) => ({ area: cell, style: { bold: true, locked: true } }));
    expect(differences(workbookOf({ styles: [whole] }), workbookOf({ styles: cells }))).toEqual([]);
  });

  it('does not depend on how contents are cut into blocks', () => {
    const content = fc.constantFrom<Content>(null, '', 'a', 1, true, { formula: '=A1', value: 2 });
    fc.assert(
      fc.property(fc.array(fc.array(content, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const one = workbookOf({ blocks: [{ row: 2, column: 1, content: rows }] });
        const many = workbookOf({
          blocks: rows.flatMap((cells, r) =>
            cells.map((cell, c) => ({ row: 2 + r, column: 1 + c, content: [[cell]] })),
          ),
        });
        expect(canonicalise(many)).toEqual(canonicalise(one));
        expect(canonicalise(canonicalise(one))).toEqual(canonicalise(one));
      }),
    );
  });

  it('lets a later validation win over an earlier one where they overlap', () => {
    const list = { kind: 'list', source: "='_数据'!$A$1:$A$3" } as const;
    const any = { kind: 'any' } as const;
    const overlapping = workbookOf({
      validations: [
        { area: { row: 0, column: 0, rows: 3, columns: 1 }, rule: list },
        { area: { row: 1, column: 0, rows: 1, columns: 1 }, rule: any },
      ],
    });
    const apart = workbookOf({
      validations: [
        { area: { row: 1, column: 0, rows: 1, columns: 1 }, rule: any },
        { area: { row: 2, column: 0, rows: 1, columns: 1 }, rule: list },
        { area: { row: 0, column: 0, rows: 1, columns: 1 }, rule: list },
      ],
    });
    expect(differences(overlapping, apart)).toEqual([]);
  });

  it('keeps far-apart cells cheap', () => {
    const model = workbookOf({
      blocks: [
        { row: 0, column: 0, content: [['a']] },
        { row: 1_048_575, column: 16_383, content: [['z']] },
      ],
      styles: [{ area: { row: 0, column: 0, rows: 1_048_576, columns: 16_384 }, style: { bold: true } }],
    });
    expect(canonicalise(model).sheets[0]?.blocks).toHaveLength(2);
  });
});

describe('differences', () => {
  it('names the cell, the style, the sheet and the name that differ', () => {
    const a = workbookOf({ blocks: [{ row: 4, column: 2, content: [['甲']] }], gridlines: false });
    const b = workbookOf({
      blocks: [{ row: 4, column: 2, content: [['乙']] }],
      styles: [{ area: { row: 0, column: 0, rows: 1, columns: 2 }, style: { bold: true } }],
    });
    expect(differences(a, b)).toEqual([
      '表一!gridlines: false ≠ true',
      '表一!C5: "甲" ≠ "乙"',
      '表一!style A1:B1 {"bold":true}: none ≠ {"area":{"row":0,"column":0,"rows":1,"columns":2},"style":{"bold":true}}',
    ]);
    expect(differences(a, { ...a, sheets: [...a.sheets, sheetOf({ name: '表二' })] })).toEqual([
      'sheets: ["表一"] ≠ ["表一","表二"]',
    ]);
  });

  it('sees that the order of conditional formats changed', () => {
    const first = { kind: 'formula', area: { row: 0, column: 0, rows: 1, columns: 1 }, formula: '=A1>1' } as const;
    const second = { ...first, formula: '=A1>2' };
    expect(
      differences(workbookOf({ conditionalFormats: [first, second] }), workbookOf({ conditionalFormats: [second, first] })),
    ).toHaveLength(2);
  });
});

describe('taking one area from another', () => {
  it('leaves exactly the other cells', () => {
    fc.assert(
      fc.property(area, area, (whole, taken) => {
        const left = subtractArea(whole, taken).flatMap((part) => [...cellsOf(part)].map((cell) => `${cell.row},${cell.column}`));
        const expected = [...cellsOf(whole)]
          .filter((cell) => !covers(taken, cell.row, cell.column))
          .map((cell) => `${cell.row},${cell.column}`);
        expect(left.sort()).toEqual(expected.sort());
      }),
    );
  });
});

function covers(cells: Area, row: number, column: number): boolean {
  return row >= cells.row && row < cells.row + cells.rows && column >= cells.column && column < cells.column + cells.columns;
}

function* cellsOf(whole: Area): Generator<Area> {
  for (let row = whole.row; row < whole.row + whole.rows; row += 1) {
    for (let column = whole.column; column < whole.column + whole.columns; column += 1) {
      yield { row, column, rows: 1, columns: 1 };
    }
  }
}

/** The plain reading of the contract: later overrides earlier, property by property. */
function lookOf(styles: readonly AreaStyle[], row: number, column: number): CellStyle {
  const look = Object.assign(
    { bold: false, locked: true, fill: undefined, border: { sides: 'none', color: '#000000' } },
    ...styles.filter((entry) => covers(entry.area, row, column)).map((entry) => entry.style),
  ) as CellStyle;
  return { ...look, fill: look.fill?.toUpperCase() };
}

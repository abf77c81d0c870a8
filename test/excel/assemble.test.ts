import fc from 'fast-check';
import { assembleContent } from '../../src/excel/assemble';
import { contentOf } from '../../src/excel/content-block';
import { splitArea } from '../../src/excel/read';
import { TextPool } from '../../src/sheet/share-text';
import { finish } from '../../src/total/steps';

/** A cell as Excel answers: its value and what range.formulas gives for it. */
type Answered = readonly [value: unknown, formula: unknown];

const cell: fc.Arbitrary<Answered> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Answered>(['', '']) },
  fc.constantFrom('甲', '乙', '=不是公式').map((text): Answered => [text, text]),
  fc.integer({ min: -3, max: 3 }).map((number): Answered => [number, number]),
  fc.constantFrom<Answered>([true, true], ['', '=A1'], [5, '=B1+1'], ['#N/A', '=C1'], ['', "'"]),
);

const sheet = fc
  .tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([row, column, rows, columns]) =>
    fc.record({ area: fc.constant({ row, column, rows, columns }), cells: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }) }),
  );

test('a sheet is the same in whatever blocks it was read, and reaches from its first to its last filled cell', () => {
  fc.assert(
    fc.property(sheet, fc.integer({ min: 1, max: 40 }), ({ area, cells }, size) => {
      const part = (lines: readonly (readonly Answered[])[], at: 0 | 1) => lines.map((line) => line.map((each) => each[at]));
      const [values, formulas] = [new TextPool(), new TextPool()];
      const blocks = splitArea(area, size).map((one) => {
        const lines = cells.slice(one.row - area.row, one.row - area.row + one.rows).map((line) => line.slice(one.column - area.column, one.column - area.column + one.columns));
        return contentOf({ area: one, values: part(lines, 0), formulas: part(lines, 1) }, values, formulas);
      });
      const content = finish(assembleContent({ name: '表', visibility: 'visible', tables: [] }, blocks));
      const filled = cells.flatMap((line, i) => line.flatMap(([, formula], j) => (formula === '' ? [] : [{ row: area.row + i, column: area.column + j }])));
      const bounds = (side: 'row' | 'column') => filled.map((each) => each[side]);
      const top = filled.length === 0 ? 0 : Math.min(...bounds('row'));
      const left = filled.length === 0 ? 0 : Math.min(...bounds('column'));
      const expected = (of: (each: Answered) => unknown) =>
        filled.length === 0
          ? []
          : Array.from({ length: Math.max(...bounds('row')) - top + 1 }, (_, i) =>
              Array.from({ length: Math.max(...bounds('column')) - left + 1 }, (__, j) => of(cells[top + i - area.row]![left + j - area.column]!)),
            );
      const isFormula = ([value, formula]: Answered) => typeof formula === 'string' && formula.startsWith('=') && formula !== value;
      expect(content).toMatchObject({ row: top, column: left });
      expect(content.formulas).toEqual(expected((each) => (isFormula(each) ? each[1] : null)));
      expect(content.values).toEqual(expected((each) => (each[0] === '' && !isFormula(each) ? null : each[0])));
    }),
  );
});

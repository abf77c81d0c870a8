import fc from 'fast-check';
import { shiftFormula, translateFormula, type Shift } from '../../../src/host/formula/shift-formula';
import { PlainBook } from './plain-book';

function shift(formula: string, kind: Shift['kind'], at: number, count = 1, sheet = '甲'): string {
  return shiftFormula(formula, '甲', { sheet, kind, at, count });
}

test.each([
  ['=A5', 'insertRows', 2, 1, '=A6'],
  ['=A5', 'insertRows', 4, 3, '=A8'],
  ['=A5', 'insertRows', 5, 1, '=A5'],
  ['=$A$5+a5', 'insertRows', 0, 1, '=$A$6+A6'],
  ['=SUM(A2:A5)', 'insertRows', 3, 2, '=SUM(A2:A7)'],
  ['=SUM(A2:A5)', 'insertRows', 5, 1, '=SUM(A2:A5)'],
  ['=SUM(A:A,3:5)', 'insertRows', 3, 1, '=SUM(A:A,3:6)'],
  ['=SUM(A2:A5)', 'deleteRows', 2, 2, '=SUM(A2:A3)'],
  ['=SUM(A2:A5)', 'deleteRows', 0, 2, '=SUM(A1:A3)'],
  ['=SUM(A2:A5)', 'deleteRows', 3, 9, '=SUM(A2:A3)'],
  ['=SUM(A2:A5)', 'deleteRows', 1, 4, '=SUM(#REF!)'],
  ['=A5', 'deleteRows', 4, 1, '=#REF!'],
  ["=甲!A5+'甲'!A5", 'deleteRows', 4, 1, "=甲!#REF!+'甲'!#REF!"],
  ['=B1+C$1', 'insertColumns', 1, 1, '=C1+D$1'],
  ['=B1+A:C', 'deleteColumns', 1, 1, '=#REF!+A:B'],
  ['=A1048576', 'insertRows', 0, 1, '=#REF!'],
  ['=SUM(T[a-b],"A5",统计截止日)', 'insertRows', 0, 1, '=SUM(T[a-b],"A5",统计截止日)'],
  ['=乙!A5+A5', 'insertRows', 0, 1, '=乙!A5+A6'],
] as const)('%s after %s at %i of %i is %s', (formula, kind, at, count, expected) => {
  expect(shift(formula, kind, at, count)).toBe(expected);
});

test('a formula on another sheet moves only what points to the changed one', () => {
  expect(shiftFormula("=A5+'甲 乙'!A5", '丙', { sheet: '甲 乙', kind: 'insertRows', at: 0, count: 1 })).toBe("=A5+'甲 乙'!A6");
});

test.each([
  ['=A1+$A1+A$1+$A$1', 2, 3, '=D3+$A3+D$1+$A$1'],
  ['=SUM(甲!A1:B$2,C:C,$1:1)', 1, 1, '=SUM(甲!B2:C$2,D:D,$1:2)'],
  ['=A1', -1, 0, '=#REF!'],
  ['=T[[#This Row],[a]]&"A1"', 5, 5, '=T[[#This Row],[a]]&"A1"'],
  ['=-A1^2-3', 1, 0, '=-A2^2-3'],
] as const)('%s filled %i down and %i right is %s', (formula, rows, columns, expected) => {
  expect(translateFormula(formula, rows, columns)).toBe(expected);
});

test('a sum keeps its value when empty rows are put anywhere, and gets it back when they are taken out', () => {
  const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(numbers, fc.nat(7), fc.nat(7), fc.nat(8), fc.integer({ min: 1, max: 3 }), (cells, from, to, at, count) => {
      const formula = `=SUM(A${from + 1}:A${to + 1})*A$${from + 1}`;
      const before = new PlainBook(['甲']).fill('甲!A1', cells.map((cell) => [cell])).result(formula);
      const rows: (number | null)[][] = cells.map((cell) => [cell]);
      rows.splice(at, 0, ...Array.from({ length: count }, () => [null]));
      const moved = shift(formula, 'insertRows', at, count);
      expect(new PlainBook(['甲']).fill('甲!A1', rows).result(moved)).toBe(before);
      const back = shift(moved, 'deleteRows', at, count);
      expect(new PlainBook(['甲']).fill('甲!A1', cells.map((cell) => [cell])).result(back)).toBe(before);
    }),
  );
});

import fc from 'fast-check';
import { BlockColumn } from '../../../src/host/formula/block-column';
import { readCriterion } from '../../../src/host/formula/criterion';
import { Matrix } from '../../../src/host/formula/operand';
import { ERROR, foldCase, type Scalar } from '../../../src/host/formula/scalar';

/** Which of the values a criterion picks, as COUNTIF would count them. */
function pick(criterion: Scalar, values: readonly Scalar[]): Scalar[] {
  const { test } = readCriterion(criterion);
  return values.filter((value) => test(typeof value === 'string' ? foldCase(value) : value));
}

const values: readonly Scalar[] = [1, 2, '1', '甲', 'Abc', '', null, true, ERROR.notAvailable, '5%', 0, 'a*c'];

const cases: readonly (readonly [string, Scalar, readonly Scalar[]])[] = [
  ['a number, also written as text', 1, [1, '1']],
  ['a text that reads as a number', '1', [1, '1']],
  ['a percentage', '5%', ['5%']],
  ['an equals sign', '=2', [2]],
  ['more than', '>0', [1, 2]],
  ['at most', '<=1', [1, 0]],
  ['all but a text', '<>甲', values.filter((value) => value !== '甲')],
  ['all but a number', '<>1', values.filter((value) => value !== 1 && value !== '1')],
  ['texts without regard to case', 'aBC', ['Abc']],
  ['any text', '*', ['1', '甲', 'Abc', '', '5%', 'a*c']],
  ['any text but the empty one', '?*', ['1', '甲', 'Abc', '5%', 'a*c']],
  ['one character', '?', ['1', '甲']],
  ['a literal star', 'a~*c', ['a*c']],
  ['a wildcard inside', 'a*c', ['Abc', 'a*c']],
  ['not like a pattern', '<>a*', values.filter((value) => value !== 'Abc' && value !== 'a*c')],
  ['empty cells and empty texts', '', ['', null]],
  ['empty cells only', '=', [null]],
  ['cells that hold anything', '<>', values.filter((value) => value !== null)],
  ['an empty cell given as criterion is 0', null, [0]],
  ['truth values', true, [true]],
  ['truth values by name', 'true', [true]],
  ['errors', '#N/A', [ERROR.notAvailable]],
  ['texts in order', '>b', ['甲']],
  ['a text with regular expression signs', 'a.c', []],
];

test.each(cases)('%s', (_, criterion, expected) => {
  expect(pick(criterion, values)).toEqual(expected);
});

const scalar = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom<Scalar>(0.1 + 0.2, 0.3, '1', '2', 'a', 'A', 'ab', '', null, true, false, ERROR.divide, '45250', '2023-11-20', 45250),
);
const criterion = fc.oneof(
  scalar,
  fc.tuple(fc.constantFrom('<', '>', '<=', '>=', '<>', '='), fc.constantFrom('1', '0', '0.3', 'a', 'a*', '?', '', '2023-11-20', '#DIV/0!')).map(([sign, text]) => sign + text),
);

test('an index picks what reading through would', () => {
  fc.assert(
    fc.property(fc.array(scalar, { maxLength: 30 }), criterion, (cells, asked) => {
      const column = new BlockColumn(new Matrix(cells.length, 1, cells), true);
      const condition = readCriterion(asked);
      const expected = cells.flatMap((cell, position) => (condition.test(typeof cell === 'string' ? foldCase(cell) : cell) ? [position] : []));
      const test = column.tester(condition);
      expect(cells.flatMap((_, position) => (test(position) ? [position] : []))).toEqual(expected);
      const picked = column.pick(condition);
      if (condition.matchesEmpty) expect(picked).toBeNull();
      else expect(Array.from(picked!.positions).slice(picked!.from, picked!.to).sort((a, b) => a - b)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

import fc from 'fast-check';
import { divide, multiply, roundTo, subtract, sumOf } from '../../src/total/round';

test('money is added and rounded in decimals, not in binary fractions', () => {
  expect(sumOf([0.1, 0.2, '3', null, true])).toBe(0.3);
  expect(roundTo(1.005, 2)).toBe(1.01);
  expect(roundTo(-1.005, 2)).toBe(-1.01);
  expect(subtract(0.3, 0.1)).toBe(0.2);
  expect(multiply(1.1, 3)).toBe(3.3);
  expect(divide(2, 3)).toBe(0.666667);
});

test('a slip of the hand beyond all numbers still gives a number that can be worked with', () => {
  const huge = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.array(huge, { minLength: 1, maxLength: 5 }), fc.nat(6), (values, decimals) => {
      const sum = sumOf(values);
      expect(Number.isFinite(roundTo(sum, decimals))).toBe(true);
      expect(Number.isFinite(subtract(sum, values[0]!))).toBe(true);
      expect(Number.isFinite(multiply(sum, values[0]!))).toBe(true);
      if (values[0] !== 0) expect(Number.isFinite(divide(sum, values[0]!))).toBe(true);
    }),
  );
  expect(sumOf([Number.MAX_VALUE, Number.MAX_VALUE])).toBe(Number.MAX_VALUE);
  expect(sumOf([-Number.MAX_VALUE, -Number.MAX_VALUE])).toBe(-Number.MAX_VALUE);
});

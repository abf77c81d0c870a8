import Big from 'big.js';
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

describe('plain arithmetic gives what exact decimals give', () => {
  const exact = (big: Big) => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, Number(big))) + 0;
  /** Figures with few decimals, near halves of a unit, and any number at all. */
  const figure = fc.oneof(
    fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(8)).map(([units, decimals]) => units / 10 ** decimals),
    fc.tuple(fc.integer({ min: -1e7, max: 1e7 }), fc.nat(6)).map(([units, decimals]) => (units + 0.5) / 10 ** decimals),
    fc.double({ noNaN: true, min: -1e20, max: 1e20 }),
    fc.constantFrom(0, -0, 0.1, 1.005, 99_999_999_999.9999, 2 ** 53 - 1, 2 ** 53, 1e15 / 1e4, 0.00005),
  );

  test('in sums', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 20 }), (values) => {
        expect(sumOf(values)).toBe(exact(values.reduce((sum, value) => sum.plus(value), new Big(0))));
      }),
      { numRuns: 1_000 },
    );
  });

  test('in differences and products', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(subtract(a, b) + 0).toBe(exact(new Big(a).minus(b)));
        expect(multiply(a, b) + 0).toBe(exact(new Big(a).times(b)));
      }),
      { numRuns: 1_000 },
    );
  });

  test('in quotients and rounded figures, halves going away from zero', () => {
    fc.assert(
      fc.property(figure, figure, fc.nat(6), (a, b, decimals) => {
        expect(roundTo(a, decimals) + 0).toBe(exact(new Big(a).round(decimals, Big.roundHalfUp)));
        if (b !== 0) expect(divide(a, b, decimals) + 0).toBe(exact(new Big(a).div(b).round(decimals, Big.roundHalfUp)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('what cannot be divided or added is refused as before', () => {
    expect(() => divide(1, 0)).toThrow();
    expect(() => sumOf([Number.NaN])).toThrow();
  });
});

import { ofBlocks, type FunctionTable } from '../definition';
import { isBlock, visitBlock, type Operand } from '../operand';
import { parseNumber } from '../coerce';
import { ERROR, isError, type Scalar } from '../scalar';
import { collectNumbers, visitNumbers } from './numbers';
import { ExactSum } from './sum';

function countEach(values: readonly Operand[], counts: (value: Scalar, inBlock: boolean) => boolean): number {
  let count = 0;
  for (const value of values) {
    if (isBlock(value)) {
      visitBlock(value, (cell) => {
        if (counts(cell, true)) count++;
      });
    } else if (counts(value, false)) count++;
  }
  return count;
}

function sumOf(values: readonly Operand[]): ExactSum | Scalar {
  const sum = new ExactSum();
  return visitNumbers(values, (value) => sum.add(value)) ?? sum;
}

function extreme(values: readonly Operand[], better: (a: number, b: number) => boolean): Scalar {
  let best: number | null = null;
  const error = visitNumbers(values, (value) => {
    if (best === null || better(value, best)) best = value;
  });
  return error ?? best ?? 0;
}

/** Middle of numbers, the mean of the two in the middle where their count is even. */
function median(numbers: number[]): Scalar {
  if (numbers.length === 0) return ERROR.number;
  numbers.sort((a, b) => a - b);
  const half = numbers.length >> 1;
  return numbers.length % 2 === 1 ? numbers[half]! : (numbers[half - 1]! + numbers[half]!) / 2;
}

/** Sum of squared distances from the mean, with the count. */
function spread(numbers: readonly number[]): { squares: number; count: number } {
  const sum = new ExactSum();
  numbers.forEach((number) => sum.add(number));
  const mean = sum.value / numbers.length;
  const squares = new ExactSum();
  numbers.forEach((number) => squares.add((number - mean) ** 2));
  return { squares: squares.value, count: numbers.length };
}

function product(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((a, b) => a * b, 1);
}

function overNumbers(apply: (numbers: number[]) => Scalar): (values: Operand[]) => Scalar {
  return (values) => {
    const numbers = collectNumbers(values);
    return isError(numbers) ? numbers : apply(numbers);
  };
}

function deviation(sample: boolean, root: boolean): (numbers: number[]) => Scalar {
  return (numbers) => {
    const { squares, count } = spread(numbers);
    const divisor = sample ? count - 1 : count;
    if (divisor < 1) return ERROR.divide;
    return root ? Math.sqrt(squares / divisor) : squares / divisor;
  };
}

/** What the functions do by name; SUBTOTAL uses them too, over what it leaves of its ranges. */
export const aggregates = {
  SUM: (values: Operand[]): Scalar => {
    const sum = sumOf(values);
    return sum instanceof ExactSum ? sum.value : sum;
  },
  AVERAGE: (values: Operand[]): Scalar => {
    const sum = sumOf(values);
    if (!(sum instanceof ExactSum)) return sum;
    return sum.count === 0 ? ERROR.divide : sum.value / sum.count;
  },
  COUNT: (values: Operand[]): Scalar =>
    countEach(values, (value, inBlock) =>
      inBlock ? typeof value === 'number' : value !== null && !isError(value) && (typeof value !== 'string' || parseNumber(value) !== null),
    ),
  COUNTA: (values: Operand[]): Scalar => countEach(values, (value, inBlock) => !inBlock || value !== null),
  MIN: (values: Operand[]): Scalar => extreme(values, (a, b) => a < b),
  MAX: (values: Operand[]): Scalar => extreme(values, (a, b) => a > b),
  PRODUCT: overNumbers(product),
  MEDIAN: overNumbers(median),
  STDEV: overNumbers(deviation(true, true)),
  STDEVP: overNumbers(deviation(false, true)),
  VAR: overNumbers(deviation(true, false)),
  VARP: overNumbers(deviation(false, false)),
} as const;

/** Empty cells and empty texts; a million cells below the used ones are counted, not visited. */
function countBlank(value: Operand): Scalar {
  if (!isBlock(value)) return ERROR.value;
  let filled = 0;
  visitBlock(value, (cell) => {
    if (cell !== null && cell !== '') filled++;
  });
  return value.rows * value.columns - filled;
}

export const aggregateFunctions: FunctionTable = {
  ...Object.fromEntries(
    Object.entries(aggregates).map(([name, apply]) => [
      name,
      ofBlocks(1, 255, apply, name === 'COUNT' || name === 'COUNTA' ? { takesErrors: true } : {}),
    ]),
  ),
  'STDEV.S': ofBlocks(1, 255, aggregates.STDEV),
  'STDEV.P': ofBlocks(1, 255, aggregates.STDEVP),
  'VAR.S': ofBlocks(1, 255, aggregates.VAR),
  'VAR.P': ofBlocks(1, 255, aggregates.VARP),
  COUNTBLANK: ofBlocks(1, 1, ([range]) => countBlank(range!)),
};

import { compareValues, toNumber, toText } from './coerce';
import { ERROR, isError, type Scalar } from './scalar';

/** A sum or difference that is only rounding noise of its terms is 0, as in Excel. */
function dropNoise(result: number, a: number, b: number): number {
  return result !== 0 && Math.abs(result) <= Math.max(Math.abs(a), Math.abs(b)) * 1.8e-15 ? 0 : result;
}

function calculate(operator: string, a: number, b: number): Scalar {
  switch (operator) {
    case '+':
      return dropNoise(a + b, a, b);
    case '-':
      return dropNoise(a - b, a, b);
    case '*':
      return a * b;
    case '/':
      return b === 0 ? ERROR.divide : a / b;
    default:
      return a === 0 && b === 0 ? ERROR.number : a === 0 && b < 0 ? ERROR.divide : a ** b;
  }
}

function compare(operator: string, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}

/** Two operands joined by an operator of Excel's; errors run through, the left one first. */
export function applyBinary(operator: string, a: Scalar, b: Scalar): Scalar {
  if (isError(a)) return a;
  if (isError(b)) return b;
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '^': {
      const left = toNumber(a);
      if (isError(left)) return left;
      const right = toNumber(b);
      if (isError(right)) return right;
      const result = calculate(operator, left, right);
      return typeof result === 'number' && !Number.isFinite(result) ? ERROR.number : result;
    }
    case '&': {
      const joined = `${toText(a) as string}${toText(b) as string}`;
      return joined.length > 32767 ? ERROR.value : joined;
    }
    default:
      return compare(operator, compareValues(a, b));
  }
}

/** Sign or percent; a plus changes nothing, not even a text. */
export function applyUnary(operator: string, value: Scalar): Scalar {
  if (operator === '+' || isError(value)) return value;
  const number = toNumber(value);
  if (isError(number)) return number;
  if (operator === '%') return number / 100;
  return number === 0 ? 0 : -number;
}

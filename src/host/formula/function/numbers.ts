import { toNumber } from '../coerce';
import { isBlock, visitBlock, type Operand } from '../operand';
import { isError, type FormulaError } from '../scalar';

/**
 * Calls back for each number among arguments as SUM sees them: in ranges and arrays numbers only, an argument
 * typed into the formula also as text or truth value. The first error ends it and is returned.
 */
export function visitNumbers(values: readonly Operand[], visit: (value: number) => void): FormulaError | null {
  for (const value of values) {
    if (isBlock(value)) {
      const error = visitBlock(value, (cell) => {
        if (typeof cell === 'number') visit(cell);
        else if (isError(cell)) return cell;
      });
      if (error) return error;
    } else {
      const number = toNumber(value);
      if (isError(number)) return number;
      visit(number);
    }
  }
  return null;
}

/** All numbers among arguments, or the first error. */
export function collectNumbers(values: readonly Operand[]): number[] | FormulaError {
  const numbers: number[] = [];
  return visitNumbers(values, (value) => numbers.push(value)) ?? numbers;
}

import { sameNumber, toNumber } from '../coerce';
import { ofBlocks, ofValues, type FunctionDefinition, type FunctionTable } from '../definition';
import { isBlock, type Operand } from '../operand';
import { applyBinary } from '../operator';
import { ERROR, isError, type Scalar } from '../scalar';
import { roundHalfUp, roundTo, type Step } from './rounding';
import { ExactSum } from './sum';

/** A function of numbers; what is no finite number is #NUM!. */
function ofNumbers(min: number, max: number, apply: (...numbers: number[]) => Scalar): FunctionDefinition {
  return ofValues(min, max, (values) => {
    const numbers: number[] = [];
    for (const value of values) {
      const number = toNumber(value);
      if (isError(number)) return number;
      numbers.push(number);
    }
    const result = apply(...numbers);
    return typeof result === 'number' && !Number.isFinite(result) ? ERROR.number : result;
  });
}

/** Rest with the divisor's sign; a quotient that is whole but for rounding noise leaves none. */
function modulo(a: number, b: number): Scalar {
  if (b === 0) return ERROR.divide;
  const quotient = a / b;
  if (sameNumber(quotient, Math.round(quotient))) return 0;
  return a - b * Math.floor(quotient);
}

/** The next multiple of a unit, up or down; a unit of 0 gives 0. */
function toMultiple(step: Step): (value: number, unit?: number) => Scalar {
  return (value, unit = 1) => {
    if (unit === 0) return 0;
    if (value > 0 && unit < 0) return ERROR.number;
    return step(Number((value / unit).toPrecision(15))) * unit;
  };
}

/** Cells of several blocks of one shape multiplied and added; what is no number counts as 0. */
function sumProduct(values: readonly Operand[]): Scalar {
  const [first] = values;
  const rows = first && isBlock(first) ? first.rows : 1;
  const columns = first && isBlock(first) ? first.columns : 1;
  let usedRows = rows;
  let usedColumns = columns;
  for (const value of values) {
    if ((isBlock(value) ? value.rows : 1) !== rows || (isBlock(value) ? value.columns : 1) !== columns) return ERROR.value;
    if (isBlock(value)) {
      usedRows = Math.min(usedRows, value.used().rows);
      usedColumns = Math.min(usedColumns, value.used().columns);
    }
  }
  const sum = new ExactSum();
  for (let row = 0; row < usedRows; row++) {
    for (let column = 0; column < usedColumns; column++) {
      let product = 1;
      for (const value of values) {
        const cell = isBlock(value) ? value.get(row, column) : value;
        if (isError(cell)) return cell;
        product *= typeof cell === 'number' ? cell : 0;
      }
      sum.add(product);
    }
  }
  return sum.value;
}

export const mathFunctions: FunctionTable = {
  ROUND: ofNumbers(2, 2, (value, digits) => roundHalfUp(value!, digits!)),
  ROUNDUP: ofNumbers(2, 2, (value, digits) => roundTo(value!, digits!, Math.ceil)),
  ROUNDDOWN: ofNumbers(2, 2, (value, digits) => roundTo(value!, digits!, Math.floor)),
  TRUNC: ofNumbers(1, 2, (value, digits = 0) => roundTo(value!, digits, Math.floor)),
  INT: ofNumbers(1, 1, (value) => Math.floor(value!)),
  CEILING: ofNumbers(1, 2, toMultiple(Math.ceil)),
  FLOOR: ofNumbers(1, 2, toMultiple(Math.floor)),
  MOD: ofNumbers(2, 2, (a, b) => modulo(a!, b!)),
  QUOTIENT: ofNumbers(2, 2, (a, b) => (b === 0 ? ERROR.divide : Math.trunc(a! / b!))),
  ABS: ofNumbers(1, 1, (value) => Math.abs(value!)),
  SIGN: ofNumbers(1, 1, (value) => Math.sign(value!)),
  POWER: ofNumbers(2, 2, (a, b) => applyBinary('^', a!, b!)),
  SQRT: ofNumbers(1, 1, (value) => Math.sqrt(value!)),
  EXP: ofNumbers(1, 1, (value) => Math.exp(value!)),
  LN: ofNumbers(1, 1, (value) => Math.log(value!)),
  LOG10: ofNumbers(1, 1, (value) => Math.log10(value!)),
  PI: ofNumbers(0, 0, () => Math.PI),
  SUMPRODUCT: ofBlocks(1, 255, sumProduct),
};

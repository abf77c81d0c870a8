import { sameNumber, toNumber } from '../coerce';
import type { Call, FunctionTable } from '../definition';
import { isBlock, type Operand } from '../operand';
import { ERROR, isError, type FormulaError, type Scalar } from '../scalar';

/** Numbers of a block in rising order, or the first error in it. */
function sortedNumbers(block: Operand, call: Call): Float64Array | FormulaError {
  if (!isBlock(block)) {
    const number = toNumber(block as Scalar);
    return isError(number) ? number : Float64Array.of(number);
  }
  const column = call.book.contentOf(block);
  return column.firstError ?? column.sorted.values;
}

/** One more than the number of better ones; ties share a rank, and a number that is not there has none. */
function rank(values: Operand[], call: Call): Scalar {
  const number = toNumber(values[0] as Scalar);
  const order = toNumber(values[2] === undefined ? 0 : (values[2] as Scalar));
  if (isError(number)) return number;
  if (isError(order)) return order;
  if (!isBlock(values[1]!)) return ERROR.value;
  const sorted = sortedNumbers(values[1], call);
  if (isError(sorted)) return sorted;
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < number && !sameNumber(sorted[middle]!, number)) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (end < sorted.length && sameNumber(sorted[end]!, number)) end++;
  if (end === from) return ERROR.notAvailable;
  return order === 0 ? sorted.length - end + 1 : from + 1;
}

function nth(values: Operand[], call: Call, fromTop: boolean): Scalar {
  const sorted = sortedNumbers(values[0]!, call);
  const place = toNumber(values[1] as Scalar);
  if (isError(sorted)) return sorted;
  if (isError(place)) return place;
  const index = Math.ceil(place);
  if (index < 1 || index > sorted.length) return ERROR.number;
  return sorted[fromTop ? sorted.length - index : index - 1]!;
}

export const rankingFunctions: FunctionTable = {
  RANK: { min: 2, max: 3, parameters: 'sbs', apply: rank },
  'RANK.EQ': { min: 2, max: 3, parameters: 'sbs', apply: rank },
  LARGE: { min: 2, max: 2, parameters: 'bs', apply: (values, call) => nth(values, call, true) },
  SMALL: { min: 2, max: 2, parameters: 'bs', apply: (values, call) => nth(values, call, false) },
};

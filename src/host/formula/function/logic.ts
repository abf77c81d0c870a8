import { toBoolean } from '../coerce';
import { ofBlocks, ofValues, type FunctionTable } from '../definition';
import { isBlock, visitBlock, type Operand } from '../operand';
import { ERROR, isError, type Scalar } from '../scalar';

/** Truth values among arguments: in ranges texts and empty cells do not count, and none at all is #VALUE!. */
function combine(values: readonly Operand[], start: boolean, join: (a: boolean, b: boolean) => boolean): Scalar {
  let result = start;
  let found = false;
  for (const value of values) {
    if (isBlock(value)) {
      const error = visitBlock(value, (cell) => {
        if (isError(cell)) return cell;
        if (typeof cell !== 'number' && typeof cell !== 'boolean') return;
        found = true;
        result = join(result, cell !== false && cell !== 0);
      });
      if (error) return error;
    } else {
      const truth = toBoolean(value);
      if (isError(truth)) return truth;
      found = true;
      result = join(result, truth);
    }
  }
  return found ? result : ERROR.value;
}

export const logicFunctions: FunctionTable = {
  AND: ofBlocks(1, 255, (values) => combine(values, true, (a, b) => a && b)),
  OR: ofBlocks(1, 255, (values) => combine(values, false, (a, b) => a || b)),
  XOR: ofBlocks(1, 255, (values) => combine(values, false, (a, b) => a !== b)),
  NOT: ofValues(1, 1, ([value]) => {
    const truth = toBoolean(value!);
    return isError(truth) ? truth : !truth;
  }),
  TRUE: ofValues(0, 0, () => true),
  FALSE: ofValues(0, 0, () => false),
};

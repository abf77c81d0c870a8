import { ofBlocks, ofValues, type FunctionDefinition, type FunctionTable } from '../definition';
import { isBlock, Reference, type Operand } from '../operand';
import { ERROR, isError, type Scalar } from '../scalar';

function test(apply: (value: Scalar) => boolean): FunctionDefinition {
  return ofValues(1, 1, ([value]) => apply(value!), { takesErrors: true });
}

const CODES = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

function shape(size: (block: { rows: number; columns: number }) => number): FunctionDefinition {
  return ofBlocks(1, 1, ([value]) => (isBlock(value!) ? size(value) : 1), { untracked: true });
}

/** Row or column number of a reference's corner, or of the formula itself. */
function position(value: Operand | undefined, own: number, corner: (reference: Reference) => number): Scalar {
  if (value === undefined) return own + 1;
  return value instanceof Reference ? corner(value) + 1 : ERROR.value;
}

export const informationFunctions: FunctionTable = {
  ISNUMBER: test((value) => typeof value === 'number'),
  ISTEXT: test((value) => typeof value === 'string'),
  ISNONTEXT: test((value) => typeof value !== 'string'),
  ISLOGICAL: test((value) => typeof value === 'boolean'),
  ISBLANK: test((value) => value === null),
  ISERROR: test((value) => isError(value)),
  ISERR: test((value) => isError(value) && value !== ERROR.notAvailable),
  ISNA: test((value) => value === ERROR.notAvailable),
  'ERROR.TYPE': ofValues(1, 1, ([value]) => (isError(value) ? CODES.indexOf(value.code) + 1 : ERROR.notAvailable), { takesErrors: true }),
  NA: ofValues(0, 0, () => ERROR.notAvailable),
  ROW: ofBlocks(0, 1, ([value], call) => position(value, call.row, ({ area }) => area.row), { untracked: true }),
  COLUMN: ofBlocks(0, 1, ([value], call) => position(value, call.column, ({ area }) => area.column), { untracked: true }),
  ROWS: shape(({ rows }) => rows),
  COLUMNS: shape(({ columns }) => columns),
};

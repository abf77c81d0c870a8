import { toNumber } from '../coerce';
import type { Call, FunctionTable } from '../definition';
import { Matrix, Reference, type Operand } from '../operand';
import { ERROR, isError, type Scalar } from '../scalar';
import { aggregates } from './aggregate';

const BY_NUMBER = ['AVERAGE', 'COUNT', 'COUNTA', 'MAX', 'MIN', 'PRODUCT', 'STDEV', 'STDEVP', 'SUM', 'VAR', 'VARP'] as const;

/** Cells that count: not those of hidden rows, and not other SUBTOTALs, so that nothing is counted twice. */
function visibleCells(range: Reference, call: Call, byFilterOnly: boolean): Scalar[] {
  const { rows, columns } = range.used();
  const { sheet, area } = range;
  const cells: Scalar[] = [];
  for (let row = area.row; row < area.row + rows; row++) {
    if (call.book.isRowHidden(sheet, row, byFilterOnly)) continue;
    for (let column = area.column; column < area.column + columns; column++) {
      if (!call.book.isSubtotal(sheet, row, column)) cells.push(sheet.read(row, column));
    }
  }
  return cells;
}

function subtotal(values: Operand[], call: Call): Scalar {
  const code = toNumber(values[0] as Scalar);
  if (isError(code)) return code;
  const number = Math.trunc(code);
  const name = BY_NUMBER[(number > 100 ? number - 100 : number) - 1];
  if (!name) return ERROR.value;
  const blocks: Operand[] = [];
  for (const range of values.slice(1)) {
    if (!(range instanceof Reference)) return ERROR.value;
    const cells = visibleCells(range, call, number < 100);
    blocks.push(new Matrix(1, cells.length, cells));
  }
  return aggregates[name](blocks);
}

export const subtotalFunctions: FunctionTable = {
  SUBTOTAL: { min: 2, max: 255, parameters: 's:b', visibility: true, apply: subtotal },
};

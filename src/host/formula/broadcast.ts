import type { Call } from './definition';
import { isBlock, Matrix, type Operand } from './operand';
import { ERROR, type Scalar } from './scalar';

/** Rows and columns that several operands stretch to; null where none is a block. */
function findShape(operands: readonly Operand[]): { rows: number; columns: number } | null {
  let rows = 0;
  let columns = 0;
  for (const operand of operands) {
    if (!isBlock(operand)) continue;
    // Whole columns and rows are worked on as far as they are used.
    rows = Math.max(rows, operand.rows > 100000 ? operand.used().rows : operand.rows, 1);
    columns = Math.max(columns, operand.columns > 10000 ? operand.used().columns : operand.columns, 1);
  }
  return rows === 0 ? null : { rows, columns };
}

/** How to read an operand cell by cell: a single row or column is read again for each other one. */
interface Reader {
  readonly values: readonly Scalar[];
  readonly rowStep: number;
  readonly columnStep: number;
  readonly rows: number;
  readonly columns: number;
}

function openOperand(operand: Operand, call: Call): Reader {
  if (!isBlock(operand)) return { values: [operand], rowStep: 0, columnStep: 0, rows: Infinity, columns: Infinity };
  const { rows, columns } = operand;
  return {
    values: operand instanceof Matrix ? operand.values : call.book.contentOf(operand).values,
    rowStep: rows === 1 ? 0 : columns,
    columnStep: columns === 1 ? 0 : 1,
    rows: rows === 1 ? Infinity : rows,
    columns: columns === 1 ? Infinity : columns,
  };
}

/**
 * Applies a function to values that may be blocks; single rows, columns and values stretch to the largest shape.
 * The array handed to `apply` is used again for the next cell.
 */
export function broadcast(operands: readonly Operand[], call: Call, apply: (values: Scalar[]) => Scalar): Operand {
  const shape = findShape(operands);
  if (!shape) return apply(operands as Scalar[]);
  const readers = operands.map((operand) => openOperand(operand, call));
  const picked = new Array<Scalar>(operands.length).fill(null);
  const results: Scalar[] = [];
  for (let row = 0; row < shape.rows; row++) {
    for (let column = 0; column < shape.columns; column++) {
      for (let index = 0; index < readers.length; index++) {
        const reader = readers[index]!;
        const isInside = row < reader.rows && column < reader.columns;
        picked[index] = isInside ? (reader.values[row * reader.rowStep + column * reader.columnStep] ?? null) : ERROR.notAvailable;
      }
      results.push(apply(picked));
    }
  }
  return results.length === 1 ? results[0]! : new Matrix(shape.rows, shape.columns, results);
}

import type { Area } from '../../sheet/model';
import { ERROR, type FormulaError, type Scalar } from './scalar';

/** Cells of one sheet as seen by functions: values are read through the calculator, formulas being computed first. */
export interface CellReader {
  /** Lower-case name, the key of the sheet. */
  readonly key: string;
  readonly name: string;
  read(row: number, column: number): Scalar;
  /** Number of rows and columns from A1 that can hold anything. */
  extent(): { readonly rows: number; readonly columns: number };
}

/** A rectangle of cells that a formula names. */
export class Reference {
  constructor(
    readonly sheet: CellReader,
    readonly area: Area,
  ) {}

  get rows(): number {
    return this.area.rows;
  }

  get columns(): number {
    return this.area.columns;
  }

  get(row: number, column: number): Scalar {
    return this.sheet.read(this.area.row + row, this.area.column + column);
  }

  /** Rows and columns that can hold anything: whole columns are read no further than the sheet is used. */
  used(): { rows: number; columns: number } {
    const extent = this.sheet.extent();
    return {
      rows: Math.max(0, Math.min(this.area.rows, extent.rows - this.area.row)),
      columns: Math.max(0, Math.min(this.area.columns, extent.columns - this.area.column)),
    };
  }
}

/** A block of values, row by row: an array constant or what an operator made of ranges. */
export class Matrix {
  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly values: readonly Scalar[],
  ) {}

  get(row: number, column: number): Scalar {
    return this.values[row * this.columns + column] ?? null;
  }

  used(): { rows: number; columns: number } {
    return { rows: this.rows, columns: this.columns };
  }

  /** Part of it, as a block of its own. */
  slice(row: number, column: number, rows: number, columns: number): Matrix {
    const values = Array.from({ length: rows * columns }, (_, at) => this.get(row + Math.floor(at / columns), column + (at % columns)));
    return new Matrix(rows, columns, values);
  }
}

export type Operand = Scalar | Reference | Matrix;

export function isBlock(value: Operand): value is Reference | Matrix {
  return value instanceof Reference || value instanceof Matrix;
}

/** Calls back for each value of a block, row by row, empty cells included; stops at the first error returned. */
export function visitBlock(
  block: Reference | Matrix,
  visit: (value: Scalar, row: number, column: number) => FormulaError | void,
): FormulaError | null {
  const { rows, columns } = block.used();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const stop = visit(block.get(row, column), row, column);
      if (stop) return stop;
    }
  }
  return null;
}

/** What a block is where one value is expected: the cell in the formula's own row or column (implicit intersection). */
export function intersect(value: Operand, row: number, column: number): Scalar {
  if (value instanceof Matrix) return value.rows === 0 ? ERROR.value : value.get(0, 0);
  if (!(value instanceof Reference)) return value;
  const { area } = value;
  if (area.rows === 1 && area.columns === 1) return value.get(0, 0);
  if (area.columns === 1 && row >= area.row && row < area.row + area.rows) return value.get(row - area.row, 0);
  if (area.rows === 1 && column >= area.column && column < area.column + area.columns) {
    return value.get(0, column - area.column);
  }
  return ERROR.value;
}

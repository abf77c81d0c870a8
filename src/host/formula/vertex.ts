import type { Area } from '../../sheet/model';
import type { BlockColumn } from './block-column';
import type { CompiledFormula } from './compile-formula';
import type { Scalar } from './scalar';
import type { SheetCells } from './sheet-cells';

/** What the ordering of a calculation notes about a cell or an area. */
abstract class Vertex {
  /** Order of discovery in the running calculation; 0 while not discovered. */
  order = 0;
  lowest = 0;
  onStack = false;
}

/** A cell that holds a formula. */
export class FormulaCell extends Vertex {
  compiled: CompiledFormula | null = null;
  areas: ReadArea[] = [];
  value: Scalar = null;
  /** True while the value is older than what it depends on. */
  isDirty = false;

  constructor(
    readonly sheet: SheetCells,
    readonly row: number,
    readonly column: number,
    readonly text: string,
  ) {
    super();
  }
}

/**
 * A range that formulas read; one object per range, however many formulas name it, so that a column under 2,000
 * SUMIFS is one vertex and not 2,000 times its cells.
 */
export class ReadArea extends Vertex {
  /** Each once. A list, because most ranges have one reader. */
  readers: FormulaCell[] = [];
  /** Its values with indexes, until something in it changes. */
  content: BlockColumn | null = null;
  /** True once something in it changed in the running calculation. */
  isTouched = false;

  constructor(
    readonly sheet: SheetCells,
    readonly area: Area,
  ) {
    super();
  }

  get from(): number {
    return this.area.row;
  }

  get to(): number {
    return this.area.row + this.area.rows - 1;
  }

  get isCell(): boolean {
    return this.area.rows === 1 && this.area.columns === 1;
  }
}

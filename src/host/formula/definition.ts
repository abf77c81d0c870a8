import type { BlockColumn } from './block-column';
import type { CellReader, Matrix, Operand, Reference } from './operand';
import type { Place } from './resolve-reference';
import type { Scalar } from './scalar';

/** What a function can ask of the workbook. */
export interface Book {
  /** Serial of the current day and time. */
  now(): number;
  /** Values of a range with the indexes over them, kept between calls while the range does not change. */
  contentOf(block: Reference | Matrix): BlockColumn;
  /** Whether the row is out of sight: by any means, or by a filter only. */
  isRowHidden(sheet: CellReader, row: number, byFilterOnly: boolean): boolean;
  /** True for a cell whose formula is a SUBTOTAL, which another SUBTOTAL leaves out. */
  isSubtotal(sheet: CellReader, row: number, column: number): boolean;
  /** Cells that a text names, for INDIRECT. */
  resolveText(text: string, place: Place): Reference | null;
}

/** One run of a formula: where it stands, and the workbook round it. */
export interface Call extends Place {
  readonly book: Book;
}

export interface FunctionDefinition {
  readonly min: number;
  readonly max: number;
  /**
   * One letter per argument: s one value, b a block as it stands. Beyond its end the letters after the colon
   * are repeated: "b:bs" is SUMIFS.
   */
  readonly parameters: string;
  /** Gets error values instead of handing them on. */
  readonly takesErrors?: boolean;
  /** Looks only at where its references are, not at what they hold. */
  readonly untracked?: boolean;
  /** clock: changes with the day; dynamic: changes at any time, or what it depends on shows only when it runs. */
  readonly volatile?: 'clock' | 'dynamic';
  /** Depends on which rows are hidden. */
  readonly visibility?: boolean;
  readonly apply: (values: Operand[], call: Call) => Operand;
}

export type FunctionTable = Readonly<Record<string, FunctionDefinition>>;

/** A function of single values. */
export function ofValues(
  min: number,
  max: number,
  apply: (values: Scalar[], call: Call) => Operand,
  more: Partial<FunctionDefinition> = {},
): FunctionDefinition {
  return { min, max, parameters: ':s', apply: apply as FunctionDefinition['apply'], ...more };
}

/** A function of ranges and blocks. */
export function ofBlocks(
  min: number,
  max: number,
  apply: (values: Operand[], call: Call) => Operand,
  more: Partial<FunctionDefinition> = {},
): FunctionDefinition {
  return { min, max, parameters: ':b', apply, ...more };
}

/** Letter of an argument by its position. */
export function parameterKind(parameters: string, index: number): 's' | 'b' {
  const colon = parameters.indexOf(':');
  const head = colon < 0 ? parameters : parameters.slice(0, colon);
  if (index < head.length) return head[index] as 's' | 'b';
  const tail = colon < 0 ? 's' : parameters.slice(colon + 1);
  return tail[(index - head.length) % tail.length] as 's' | 'b';
}

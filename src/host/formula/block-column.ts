import type { Criterion } from './criterion';
import { Reference, type Matrix } from './operand';
import { foldCase, isError, type FormulaError, type Scalar } from './scalar';
import { ValueDictionary } from './value-dictionary';

/** Positions in a block (row × columns + column) that criteria pick: a part of an array that is kept. */
export interface Picked {
  readonly positions: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

/** Relative difference that still counts as equal. */
const TOLERANCE = 3.6e-15;

function lowerBound(sorted: ArrayLike<number>, isBefore: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Smallest and largest number that an inequality takes, inclusive; null for criteria that are none. */
function findBounds({ comparison, operand }: Criterion): { low: number; high: number } | null {
  if (typeof operand !== 'number' || comparison === '=' || comparison === '<>') return null;
  const tolerance = Math.abs(operand) * TOLERANCE;
  const tiny = Number.MIN_VALUE;
  switch (comparison) {
    case '<':
      return { low: -Infinity, high: tolerance === 0 ? -tiny : operand - tolerance * 1.5 };
    case '<=':
      return { low: -Infinity, high: operand + tolerance };
    case '>':
      return { low: tolerance === 0 ? tiny : operand + tolerance * 1.5, high: Infinity };
    default:
      return { low: operand - tolerance, high: Infinity };
  }
}

/**
 * The values of a block, read once, and indexes over them, each built when first asked for. Kept while nothing in
 * the block changes, it makes thousands of SUMIFS over the same columns cost what each of them picks.
 */
export class BlockColumn {
  readonly rows: number;
  readonly columns: number;
  /** Rows that can hold anything; those below are empty. */
  readonly usedRows: number;
  private readonly usedColumns: number;
  private loaded: Scalar[] | null = null;
  private foldedTexts: Scalar[] | null = null;
  private keptNumeric: Float64Array | null = null;
  private keptError: FormulaError | null | undefined;
  private keptDictionary: ValueDictionary | null = null;
  private keptSorted: { values: Float64Array; positions: Float64Array } | null = null;
  private readonly keptEdges = new Map<boolean, BlockColumn>();
  private readonly keptPicks = new Map<string, Picked>();

  constructor(
    private readonly block: Reference | Matrix,
    /** False for a block that one or two formulas look at: reading it through is cheaper than an index. */
    readonly indexed: boolean,
  ) {
    this.rows = block.rows;
    this.columns = block.columns;
    const used = block.used();
    this.usedRows = used.rows;
    this.usedColumns = used.columns;
  }

  /** Values row by row; cells beyond the used columns are missing. */
  get values(): readonly Scalar[] {
    if (!this.loaded) {
      const values: Scalar[] = [];
      for (let row = 0; row < this.usedRows; row++) {
        for (let column = 0; column < this.usedColumns; column++) {
          values[row * this.columns + column] = this.block.get(row, column);
        }
      }
      this.loaded = values;
    }
    return this.loaded;
  }

  /** Its first column (or row), in which VLOOKUP (HLOOKUP) looks. */
  edge(vertical: boolean): BlockColumn {
    let edge = this.keptEdges.get(vertical);
    if (!edge) {
      const { block } = this;
      const [rows, columns] = vertical ? [this.rows, 1] : [1, this.columns];
      const part = block instanceof Reference ? new Reference(block.sheet, { ...block.area, rows, columns }) : block.slice(0, 0, rows, columns);
      this.keptEdges.set(vertical, (edge = new BlockColumn(part, this.indexed)));
    }
    return edge;
  }

  at(position: number): Scalar {
    return this.values[position] ?? null;
  }

  /** As `at`, texts folded for comparing. */
  folded(position: number): Scalar {
    this.foldedTexts ??= this.values.map((value) => (typeof value === 'string' ? foldCase(value) : value));
    return this.foldedTexts[position] ?? null;
  }

  /** Numbers by position, NaN for everything else. */
  get numeric(): Float64Array {
    this.keptNumeric ??= Float64Array.from(this.values, (value) => (typeof value === 'number' ? value : Number.NaN));
    return this.keptNumeric;
  }

  /** The first error value in it. */
  get firstError(): FormulaError | null {
    if (this.keptError === undefined) this.keptError = (this.values.find((value) => isError(value)) as FormulaError | undefined) ?? null;
    return this.keptError;
  }

  get dictionary(): ValueDictionary {
    this.keptDictionary ??= new ValueDictionary(this.values);
    return this.keptDictionary;
  }

  /** Its numbers in rising order, with their positions. */
  get sorted(): { readonly values: Float64Array; readonly positions: Float64Array } {
    if (!this.keptSorted) {
      const { numeric } = this;
      const found: number[] = [];
      for (let position = 0; position < numeric.length; position++) if (!Number.isNaN(numeric[position]!)) found.push(position);
      const positions = Float64Array.from(found).sort((a, b) => numeric[a]! - numeric[b]! || a - b);
      this.keptSorted = { values: Float64Array.from(positions, (position) => numeric[position]!), positions };
    }
    return this.keptSorted;
  }

  /**
   * Positions that a criterion picks, where an index can tell; null where the block must be read through (not
   * indexed, or the criterion picks empty cells, of which there may be a million).
   */
  pick(criterion: Criterion): Picked | null {
    if (!this.indexed || criterion.matchesEmpty) return null;
    const known = this.keptPicks.get(criterion.id);
    if (known) return known;
    const picked = this.search(criterion);
    this.keptPicks.set(criterion.id, picked);
    return picked;
  }

  private search(criterion: Criterion): Picked {
    const { comparison, operand, pattern } = criterion;
    if (comparison === '=' && !pattern) {
      const codes = this.dictionary.findCodes(operand);
      const lists = codes.map((code) => this.dictionary.positionsOf(code));
      const positions = lists.length === 1 ? lists[0]! : lists.flat().sort((a, b) => a - b);
      return { positions, from: 0, to: positions.length };
    }
    const bounds = findBounds(criterion);
    if (bounds) {
      const { values, positions } = this.sorted;
      const from = lowerBound(values, (value) => value < bounds.low);
      return { positions, from, to: Math.max(from, lowerBound(values, (value) => value <= bounds.high)) };
    }
    const positions: number[] = [];
    const test = this.tester(criterion);
    for (let position = 0; position < this.values.length; position++) if (test(position)) positions.push(position);
    return { positions, from: 0, to: positions.length };
  }

  /** Test of a criterion by position, by codes or numbers where that says the same. */
  tester(criterion: Criterion): (position: number) => boolean {
    const { comparison, operand, pattern, test } = criterion;
    const bounds = findBounds(criterion);
    if (bounds) {
      const { numeric } = this;
      const { low, high } = bounds;
      return (position) => numeric[position]! >= low && numeric[position]! <= high;
    }
    if (this.indexed && !pattern && operand !== null && operand !== '' && (comparison === '=' || comparison === '<>')) {
      const wanted = this.dictionary.findCodes(operand);
      const { codes } = this.dictionary;
      const [code] = wanted;
      if (wanted.length === 0) return () => comparison === '<>';
      if (wanted.length === 1) return comparison === '=' ? (position) => codes[position] === code : (position) => codes[position] !== code;
    }
    return (position) => test(this.folded(position));
  }
}

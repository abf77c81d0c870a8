import type { BlockColumn } from '../block-column';
import { compareValues, toBoolean, toNumber, toText } from '../coerce';
import { wildcardPattern } from '../criterion';
import { ofValues, type Call, type FunctionTable } from '../definition';
import { isBlock, Reference, type Operand } from '../operand';
import { ERROR, foldCase, isError, type FormulaError, type Scalar } from '../scalar';

function kind(value: Scalar): string {
  return value === null ? 'empty' : typeof value;
}

/** Position of the value, texts also by wildcards; −1 where it is not there. */
function findExact(column: BlockColumn, sought: Scalar): number {
  const pattern = typeof sought === 'string' ? wildcardPattern(foldCase(sought), true) : null;
  if (!pattern && column.indexed) return column.dictionary.findFirst(sought);
  const folded = typeof sought === 'string' ? foldCase(sought) : sought;
  const length = column.usedRows * column.columns;
  for (let position = 0; position < length; position++) {
    const value = column.folded(position);
    if (pattern ? typeof value === 'string' && pattern.test(value) : value === folded) return position;
    if (typeof value === 'number' && typeof folded === 'number' && compareValues(value, folded) === 0) return position;
  }
  return -1;
}

/**
 * Last position in a sorted column whose value is not beyond the sought one (by halving, as Excel does, so that
 * an unsorted column gives what Excel gives only where it is nearly sorted); values of another kind are skipped.
 */
function findSorted(column: BlockColumn, sought: Scalar, descending: boolean): number {
  let found = -1;
  const length = column.usedRows * column.columns;
  const wanted = kind(sought);
  if (descending) {
    for (let position = 0; position < length; position++) {
      const value = column.at(position);
      if (kind(value) !== wanted) continue;
      if (compareValues(value, sought) < 0) break;
      found = position;
    }
    return found;
  }
  let low = 0;
  let high = length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    while (probe <= high && kind(column.at(probe)) !== wanted) probe++;
    if (probe > high) {
      high = middle - 1;
    } else if (compareValues(column.at(probe), sought) <= 0) {
      found = probe;
      low = probe + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}

function match(values: Operand[], call: Call): Scalar {
  const sought = values[0] as Scalar;
  const block = values[1]!;
  const mode = toNumber(values[2] === undefined ? 1 : (values[2] as Scalar));
  if (isError(mode)) return mode;
  if (!isBlock(block) || (block.rows !== 1 && block.columns !== 1)) return ERROR.notAvailable;
  if (sought === null) return ERROR.notAvailable;
  const column = call.book.contentOf(block);
  const at = mode === 0 ? findExact(column, sought) : findSorted(column, sought, mode < 0);
  return at < 0 ? ERROR.notAvailable : at + 1;
}

function lookup(values: Operand[], call: Call, vertical: boolean): Scalar {
  const [sought, block, index] = values as [Scalar, Operand, Scalar];
  const offset = toNumber(index);
  const sorted = toBoolean(values[3] === undefined ? true : (values[3] as Scalar));
  if (isError(offset)) return offset;
  if (isError(sorted)) return sorted;
  if (!isBlock(block)) return ERROR.notAvailable;
  const at = Math.trunc(offset) - 1;
  if (at < 0) return ERROR.value;
  if (at >= (vertical ? block.columns : block.rows)) return ERROR.reference;
  if (sought === null) return ERROR.notAvailable;
  const column = call.book.contentOf(block).edge(vertical);
  const position = sorted ? findSorted(column, sought, false) : findExact(column, sought);
  if (position < 0) return ERROR.notAvailable;
  return vertical ? block.get(position, at) : block.get(at, position);
}

/** The whole row or column for 0, a single cell otherwise; a reference where it was given one. */
function index(values: Operand[]): Operand {
  const block = values[0]!;
  let row = toNumber(values[1] as Scalar);
  let column = toNumber(values[2] === undefined ? null : (values[2] as Scalar));
  if (isError(row)) return row;
  if (isError(column)) return column;
  if (!isBlock(block)) return row <= 1 && column <= 1 && row >= 0 && column >= 0 ? block : ERROR.reference;
  row = Math.trunc(row);
  column = Math.trunc(column);
  // In a single row the one number given counts columns.
  if (values.length === 2 && block.rows === 1) [row, column] = [1, row];
  if (row < 0 || column < 0) return ERROR.value;
  if (row > block.rows || column > block.columns) return ERROR.reference;
  const r = row === 0 ? { from: 0, count: block.rows } : { from: row - 1, count: 1 };
  const c = column === 0 ? { from: 0, count: block.columns } : { from: column - 1, count: 1 };
  if (block instanceof Reference) {
    const { area } = block;
    return new Reference(block.sheet, { row: area.row + r.from, rows: r.count, column: area.column + c.from, columns: c.count });
  }
  if (r.count === 1 && c.count === 1) return block.get(r.from, c.from);
  return block.slice(r.from, c.from, r.count, c.count);
}

function offset(values: Operand[]): Operand {
  const base = values[0]!;
  if (!(base instanceof Reference)) return ERROR.value;
  const numbers: number[] = [];
  for (const value of values.slice(1)) {
    const number = toNumber(value as Scalar);
    if (isError(number)) return number;
    numbers.push(Math.trunc(number));
  }
  const rows = values[3] === undefined || values[3] === null ? base.rows : numbers[2]!;
  const columns = values[4] === undefined || values[4] === null ? base.columns : numbers[3]!;
  const row = base.area.row + numbers[0]! + (rows < 0 ? rows + 1 : 0);
  const column = base.area.column + numbers[1]! + (columns < 0 ? columns + 1 : 0);
  if (rows === 0 || columns === 0 || row < 0 || column < 0) return ERROR.reference;
  if (row + Math.abs(rows) > 1048576 || column + Math.abs(columns) > 16384) return ERROR.reference;
  return new Reference(base.sheet, { row, column, rows: Math.abs(rows), columns: Math.abs(columns) });
}

function indirect(values: Scalar[], call: Call): Operand {
  const text = toText(values[0]!);
  const a1 = toBoolean(values[1] === undefined ? true : values[1]);
  if (isError(text)) return text;
  if (isError(a1)) return a1;
  return (a1 && call.book.resolveText(text, call)) || ERROR.reference;
}

function hyperlink(values: Scalar[]): Scalar | FormulaError {
  return values.length > 1 ? values[1]! : values[0]!;
}

export const lookupFunctions: FunctionTable = {
  MATCH: { min: 2, max: 3, parameters: 'sbs', apply: match },
  VLOOKUP: { min: 3, max: 4, parameters: 'sbss', apply: (values, call) => lookup(values, call, true) },
  HLOOKUP: { min: 3, max: 4, parameters: 'sbss', apply: (values, call) => lookup(values, call, false) },
  INDEX: { min: 2, max: 3, parameters: 'bss', apply: index },
  OFFSET: { min: 3, max: 5, parameters: 'bssss', volatile: 'dynamic', untracked: true, apply: offset },
  INDIRECT: ofValues(1, 2, indirect, { volatile: 'dynamic' }),
  HYPERLINK: ofValues(1, 2, hyperlink),
};

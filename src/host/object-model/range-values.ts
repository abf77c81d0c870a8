import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../../sheet/address';
import { textAt } from '../book/display';
import { writeContents, type Written } from '../book/edit/write-contents';
import { formatCells } from '../book/edit/format-cells';
import { isErrorText } from '../book/value';
import { invalidArgument } from './model-error';
import type { RangeRef, Session } from './session';

/** From here on Excel gives null instead of values, without an error. */
const MOST_CELLS = 5_000_000;

/** "" stands for an empty cell, an error's text for an error; null for a range without bounds or too large. */
export function readValues(range: RangeRef): unknown {
  return mapCells(range, (row, column) => range.sheet.valueAt(row, column) ?? '');
}

/** The formula, or the constant where there is none. */
export function readFormulas(range: RangeRef): unknown {
  return mapCells(range, (row, column) => range.sheet.formulaAt(row, column) ?? range.sheet.valueAt(row, column) ?? '');
}

export function readTexts(range: RangeRef): unknown {
  return mapCells(range, (row, column) => textAt(range.sheet, row, column));
}

export function readNumberFormats(range: RangeRef): unknown {
  return mapCells(range, (row, column) => range.sheet.styleAt(row, column).numberFormat ?? 'General');
}

export function readValueTypes(range: RangeRef): unknown {
  return mapCells(range, (row, column) => {
    const value = range.sheet.valueAt(row, column);
    if (value === null) return 'Empty';
    if (typeof value === 'number') return 'Double';
    if (typeof value === 'boolean') return 'Boolean';
    return isErrorText(value) ? 'Error' : 'String';
  });
}

/** A block of the range's shape, or one value for every cell. null leaves a cell as it is. */
export function setValues({ sheet, area }: RangeRef, value: unknown, { book }: Session): void {
  writeContents(book, 'addin', sheet, area.row, area.column, readBlock(area, value, readWritten));
}

export function setNumberFormats({ sheet, area }: RangeRef, value: unknown, { book }: Session): void {
  const one = Array.isArray(value) && value.length === 1 && Array.isArray(value[0]) && value[0].length === 1 ? (value[0][0] as unknown) : value;
  if (!Array.isArray(one)) {
    formatCells(book, 'addin', sheet, area, { numberFormat: readFormat(one) });
    return;
  }
  const block = readBlock(area, value, (format) => (format === null ? undefined : readFormat(format)));
  book.transact('addin', () => {
    block.forEach((line, i) => {
      for (let from = 0; from < line.length; ) {
        let to = from + 1;
        while (to < line.length && line[to] === line[from]) to++;
        const numberFormat = line[from];
        const part = { row: area.row + i, column: area.column + from, rows: 1, columns: to - from };
        if (numberFormat !== undefined) formatCells(book, 'addin', sheet, part, { numberFormat });
        from = to;
      }
    });
  });
}

function mapCells({ area }: RangeRef, read: (row: number, column: number) => unknown): unknown[][] | null {
  const isUnbounded = area.rows === MAXIMUM_ROWS || area.columns === MAXIMUM_COLUMNS;
  if (isUnbounded || area.rows * area.columns > MOST_CELLS) return null;
  return Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_unused, j) => read(area.row + i, area.column + j)),
  );
}

function readBlock<T>(area: RangeRef['area'], value: unknown, read: (part: unknown) => T): T[][] {
  if (!Array.isArray(value)) {
    if (area.rows * area.columns > MOST_CELLS) throw invalidArgument('range too large');
    const one = read(value);
    return Array.from({ length: area.rows }, () => new Array<T>(area.columns).fill(one));
  }
  const fits = value.length === area.rows && value.every((line) => Array.isArray(line) && line.length === area.columns);
  if (!fits) throw invalidArgument('the array does not have the shape of the range');
  return (value as unknown[][]).map((line) => line.map(read));
}

function readWritten(part: unknown): Written {
  if (part === null || part === undefined) return undefined;
  if (typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean') return part;
  throw invalidArgument('value');
}

function readFormat(format: unknown): string {
  if (typeof format !== 'string') throw invalidArgument('numberFormat');
  return format === '' ? 'General' : format;
}

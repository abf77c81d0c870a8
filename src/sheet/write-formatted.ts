import type { Column } from '../list/list';
import { numberFormatOf } from './look';
import type { Change, Content } from './model';

/**
 * Formulas and numbers put back into a column of a table, under one another: the column's number format goes first, since
 * Excel takes both for text in a cell that is formatted as text, and people paste such cells over ours.
 */
export function writeFormatted(sheet: string, column: Column, row: number, at: number, content: readonly (readonly Content[])[]): Change[] {
  const format = numberFormatOf(column);
  return [
    {
      kind: 'styleCells',
      sheet,
      styles: [{ area: { row, column: at, rows: content.length, columns: 1 }, style: { numberFormat: format === '@' ? 'General' : format } }],
    },
    { kind: 'writeCells', sheet, row, column: at, content },
  ];
}

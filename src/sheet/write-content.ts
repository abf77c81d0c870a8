import type { Value } from '../list/list';
import type { Change, Content, SheetContent, WorkbookContent } from './model';

export type CellsWritten = Extract<Change, { readonly kind: 'writeCells' }>;

/** The content as it reads once these cells are written: what was read need not be read again for one's own writes. */
export function withCellsWritten(content: WorkbookContent, writes: readonly CellsWritten[]): WorkbookContent {
  return {
    sheets: content.sheets.map((sheet) => writes.filter((write) => write.sheet === sheet.name).reduce(writeInto, sheet)),
  };
}

function writeInto(sheet: SheetContent, write: CellsWritten): SheetContent {
  const rows = write.content.length;
  const columns = Math.max(0, ...write.content.map((cells) => cells.length));
  const isEmpty = sheet.values.length === 0;
  const row = isEmpty ? write.row : Math.min(sheet.row, write.row);
  const column = isEmpty ? write.column : Math.min(sheet.column, write.column);
  const height = Math.max(isEmpty ? 0 : sheet.row + sheet.values.length, write.row + rows) - row;
  const width = Math.max(isEmpty ? 0 : sheet.column + (sheet.values[0]?.length ?? 0), write.column + columns) - column;
  const isSameArea = row === sheet.row && column === sheet.column && height === sheet.values.length && width === sheet.values[0]?.length;
  const spread = <T>(lines: readonly (readonly (T | null)[])[], at: number): (T | null)[] =>
    Array.from({ length: width }, (_, offset) => lines[row + at - sheet.row]?.[column + offset - sheet.column] ?? null);
  const line = <T>(lines: readonly (readonly (T | null)[])[], at: number, taken: (cell: Content) => T | null): readonly (T | null)[] => {
    const written = write.content[row + at - write.row];
    if (written === undefined) return isSameArea ? lines[at]! : spread(lines, at);
    const cells = isSameArea ? [...lines[at]!] : spread(lines, at);
    written.forEach((cell, offset) => (cells[write.column - column + offset] = taken(cell)));
    return cells;
  };
  const each = Array.from({ length: height }, (_, at) => at);
  return {
    ...sheet,
    row,
    column,
    values: each.map((at) => line<NonNullable<Value>>(sheet.values, at, valueOf)),
    formulas: each.map((at) => line<string>(sheet.formulas, at, formulaOf)),
  };
}

function valueOf(cell: Content): Value {
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}

function formulaOf(cell: Content): string | null {
  return typeof cell === 'object' && cell !== null ? cell.formula : null;
}

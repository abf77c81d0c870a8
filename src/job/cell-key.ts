/** Columns that a sheet of Excel has. */
const sheetColumns = 16_384;

/** One number for a cell's place on its sheet. */
export function cellKey(row: number, column: number): number {
  return row * sheetColumns + column;
}

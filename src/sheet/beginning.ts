import type { SheetContent } from './model';
import { cellReader, formulaReader } from './read-data';

/**
 * True where a sheet holds nothing but what the whole one holds in the same places, or nothing at all: its laying was broken
 * off. Of a formula only that one is to stand there counts: until its table stands it may show an error.
 */
export function isBeginningOf(sheet: SheetContent, whole: SheetContent): boolean {
  const [value, formula] = [cellReader(whole), formulaReader(whole)];
  return sheet.values.every((line, down) =>
    line.every((cell, along) => {
      const [row, column] = [sheet.row + down, sheet.column + along];
      const own = sheet.formulas[down]?.[along] ?? null;
      return own !== null ? formula(row, column) !== null : cell === null || cell === '' || cell === value(row, column);
    }),
  );
}

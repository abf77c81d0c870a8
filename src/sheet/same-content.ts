import type { SheetContent, WorkbookContent } from './model';

/** True where two readings of a workbook show the same sheets, tables, values and formulas in the same places. */
export function isSameContent(a: WorkbookContent, b: WorkbookContent): boolean {
  return a.sheets.length === b.sheets.length && a.sheets.every((sheet, at) => isSameSheet(sheet, b.sheets[at]!));
}

function isSameSheet(a: SheetContent, b: SheetContent): boolean {
  return (
    a.name === b.name &&
    a.visibility === b.visibility &&
    a.row === b.row &&
    a.column === b.column &&
    a.mergedInTables === b.mergedInTables &&
    JSON.stringify(a.tables) === JSON.stringify(b.tables) &&
    isSameCells(a.values, b.values) &&
    isSameCells(a.formulas, b.formulas)
  );
}

function isSameCells(a: SheetContent['values'], b: SheetContent['values']): boolean {
  return a.length === b.length && a.every((line, row) => isSameLine(line, b[row]!));
}

function isSameLine(a: SheetContent['values'][number], b: SheetContent['values'][number]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

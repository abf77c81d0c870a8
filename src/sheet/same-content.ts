import type { Steps } from '../total/steps';
import type { SheetContent, WorkbookContent } from './model';

/** Rows that are compared in a piece. */
const rowsPerStep = 2_000;

/** True where two readings of a workbook show the same sheets, tables, values and formulas in the same places. */
export function* isSameContent(a: WorkbookContent, b: WorkbookContent): Steps<boolean> {
  if (a.sheets.length !== b.sheets.length) return false;
  for (const [at, sheet] of a.sheets.entries()) if (!(yield* isSameSheet(sheet, b.sheets[at]!))) return false;
  return true;
}

function* isSameSheet(a: SheetContent, b: SheetContent): Steps<boolean> {
  return (
    a.name === b.name &&
    a.visibility === b.visibility &&
    a.row === b.row &&
    a.column === b.column &&
    a.mergedInTables === b.mergedInTables &&
    JSON.stringify(a.tables) === JSON.stringify(b.tables) &&
    (yield* isSameCells(a.values, b.values)) &&
    (yield* isSameCells(a.formulas, b.formulas))
  );
}

function* isSameCells(a: SheetContent['values'], b: SheetContent['values']): Steps<boolean> {
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row += 1) {
    if (!isSameLine(a[row]!, b[row]!)) return false;
    if (row % rowsPerStep === rowsPerStep - 1) yield;
  }
  return true;
}

function isSameLine(a: SheetContent['values'][number], b: SheetContent['values'][number]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

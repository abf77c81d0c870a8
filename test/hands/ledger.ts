import type { Value } from '../../src/list/list';
import type { Area, SheetModel } from '../../src/sheet/model';

/** What stands for any formula: what people entered is followed cell by cell, formulas by whether they are there. */
export const ƒ: unique symbol = Symbol('formula');

export type LedgerCell = Value | typeof ƒ;

/** One sheet of the workbook as its user knows it. Rows may be of any length: what is not there is empty. */
export interface LedgerSheet {
  /** Of the tab itself, whatever it is called. */
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetModel['visibility'];
  readonly isProtected: boolean;
  readonly cells: readonly (readonly LedgerCell[])[];
  readonly tables: readonly { readonly name: string; readonly area: Area }[];
}

/** The user's own bookkeeping of a workbook, in the order of its tabs. */
export interface Ledger {
  readonly sheets: readonly LedgerSheet[];
}

/** A cell as it is expected: one content, or any of several. */
export type ExpectedCell = LedgerCell | { readonly anyOf: readonly LedgerCell[] };

export type ExpectedSheet = Omit<LedgerSheet, 'cells'> & { readonly cells: readonly (readonly ExpectedCell[])[] };

export interface ExpectedLedger {
  readonly sheets: readonly ExpectedSheet[];
}

export function cellOf(sheet: LedgerSheet, row: number, column: number): LedgerCell {
  return sheet.cells[row]?.[column] ?? null;
}

/** The ledger with one of its sheets changed. */
export function withSheet(ledger: Ledger, id: string, change: (sheet: LedgerSheet) => ExpectedSheet): ExpectedLedger {
  return { sheets: ledger.sheets.map((sheet) => (sheet.id === id ? change(sheet) : sheet)) };
}

/** Contents put side by side and under one another from a cell on. */
export function putBlock(sheet: ExpectedSheet, row: number, column: number, block: readonly (readonly ExpectedCell[])[]): ExpectedSheet {
  const cells = [...sheet.cells];
  block.forEach((line, i) => {
    const own = [...(cells[row + i] ?? [])];
    line.forEach((cell, j) => {
      while (own.length < column + j) own.push(null);
      own[column + j] = cell;
    });
    while (cells.length < row + i) cells.push([]);
    cells[row + i] = own;
  });
  return { ...sheet, cells };
}

/** Rows or columns put in before a line, or (count below 0) taken away from it on. */
export function shiftLines(sheet: ExpectedSheet, axis: 'row' | 'column', at: number, count: number): ExpectedSheet {
  const shift = <T>(lines: readonly T[], empty: () => T): T[] => {
    if (lines.length <= at) return [...lines];
    const fresh = Array.from({ length: Math.max(0, count) }, empty);
    return [...lines.slice(0, at), ...fresh, ...lines.slice(at + Math.max(0, -count))];
  };
  const cells =
    axis === 'row'
      ? shift<readonly ExpectedCell[]>(sheet.cells, () => [])
      : sheet.cells.map((line) => shift<ExpectedCell>(line, () => null));
  return { ...sheet, cells };
}

/** The contents of an area, row by row. */
export function readBlock(sheet: LedgerSheet, area: Area): LedgerCell[][] {
  return Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_, j) => cellOf(sheet, area.row + i, area.column + j)),
  );
}

export function emptyBlock(area: Area): null[][] {
  return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => null));
}

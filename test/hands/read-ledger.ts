import type { Book } from '../../src/host/book/book';
import type { Sheet } from '../../src/host/book/sheet';
import { ƒ, type Ledger, type LedgerCell, type LedgerSheet } from './ledger';

const known = new WeakMap<object, LedgerSheet>();

/** What stands in the workbook, cell by cell, by a reader that shares nothing with the add-in's. */
export function readLedger(book: Book): Ledger {
  return { sheets: book.sheets.map(readSheet) };
}

/** A sheet's state is replaced with every change, so that one which is known needs no reading. */
function readSheet(sheet: Sheet): LedgerSheet {
  const { state } = sheet;
  const read = known.get(state);
  if (read?.id === sheet.id) return read;
  const cells: LedgerCell[][] = [];
  for (const [row, columns] of state.rows) {
    const line: LedgerCell[] = [];
    for (const [column, { value, formula }] of columns) {
      if (formula === null && value === null) continue;
      while (line.length < column) line.push(null);
      line[column] = formula === null ? value : ƒ;
    }
    if (line.length === 0) continue;
    while (cells.length <= row) cells.push([]);
    cells[row] = line;
  }
  const made: LedgerSheet = {
    id: sheet.id,
    name: state.name,
    visibility: state.visibility,
    isProtected: state.protection !== null,
    cells,
    tables: state.tables.map(({ name, area }) => ({ name, area })),
  };
  known.set(state, made);
  return made;
}

import type { Book } from '../book';
import { textAt } from '../display';
import type { Origin } from '../event';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';
import type { Table } from '../state';
import type { Transaction } from '../transaction';

/** A text found in a column, and whether its rows are shown now. */
export interface FilterChoice {
  /** As displayed; "" for empty cells. */
  readonly text: string;
  readonly shown: boolean;
}

/** What the filter menu of a column offers; `column` counts within the table. */
export function filterChoices(sheet: Sheet, table: Table, column: number): FilterChoice[] {
  const criteria = table.criteria.get(column);
  const texts = new Set<string>();
  for (let row = table.area.row + 1; row < table.area.row + table.area.rows; row++) {
    texts.add(textAt(sheet, row, table.area.column + column));
  }
  return [...texts].map((text) => ({ text, shown: criteria?.has(text) ?? true }));
}

/** Shows only the rows whose displayed text in the column is one of these; null shows all again. */
export function filterTable(
  book: Book,
  origin: Origin,
  sheet: Sheet,
  table: Table,
  column: number,
  texts: ReadonlySet<string> | null,
): void {
  requireFilterAllowed(sheet);
  book.transact(origin, (transaction) => {
    const criteria = new Map(table.criteria);
    if (texts) criteria.set(column, texts);
    else criteria.delete(column);
    setCriteria(transaction, sheet, table, criteria);
  });
}

export function clearFilters(book: Book, origin: Origin, sheet: Sheet, table: Table): void {
  requireFilterAllowed(sheet);
  book.transact(origin, (transaction) => setCriteria(transaction, sheet, table, new Map()));
}

/** Hides the rows that some table's criteria leave out. Rows typed later stay visible until a filter is set again. */
export function hideFiltered(transaction: Transaction, sheet: Sheet): void {
  const filteredRows = new Set<number>();
  for (const { area, criteria } of sheet.state.tables) {
    for (const [column, texts] of criteria) {
      for (let row = area.row + 1; row < area.row + area.rows; row++) {
        if (!texts.has(textAt(sheet, row, area.column + column))) filteredRows.add(row);
      }
    }
  }
  transaction.update(sheet, { filteredRows });
  transaction.visibility = true;
}

function setCriteria(transaction: Transaction, sheet: Sheet, table: Table, criteria: Table['criteria']): void {
  const tables = sheet.state.tables.map((other) => (other.id === table.id ? { ...other, criteria } : other));
  transaction.update(sheet, { tables });
  hideFiltered(transaction, sheet);
}

function requireFilterAllowed(sheet: Sheet): void {
  if (sheet.state.protection?.allowFilter === false) throw new BookRefusal('protected', `${sheet.name} is protected`);
}

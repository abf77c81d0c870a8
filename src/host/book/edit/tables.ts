import { intersectAreas } from '../../../sheet/area';
import type { Area } from '../../../sheet/model';
import { renameTable } from '../../formula/rename-formula';
import type { Book } from '../book';
import type { Origin } from '../event';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';
import type { Table } from '../state';
import { clearAll } from './clear-cells';
import { requireInSheet, requireUnprotected, requireWholeMerges } from './guard';
import { rewriteFormulas } from './rewrite-formulas';
import { isSheetlessName, requireFreeName } from './names';
import { hideFiltered } from './filter-table';
import { nameHeaders } from './table-header';
import { replaceTable } from './table-growth';

/** Every table of the book with its sheet. */
export function listTables(book: Book): { readonly sheet: Sheet; readonly table: Table }[] {
  return book.sheets.flatMap((sheet) => sheet.state.tables.map((table) => ({ sheet, table })));
}

/** By name, without regard to case, or by id. */
export function findTable(book: Book, key: string): { readonly sheet: Sheet; readonly table: Table } | null {
  const wanted = key.toLowerCase();
  return listTables(book).find(({ table }) => table.name.toLowerCase() === wanted || table.id === key) ?? null;
}

/** Makes an area a table; its first row is the header row. Gives the table as it stands. */
export function addTable(book: Book, origin: Origin, sheet: Sheet, area: Area, name?: string): Table {
  requireUnprotected(sheet);
  requirePlace(sheet, area, null);
  if (sheet.state.merges.some((merge) => intersectAreas(merge, area))) {
    throw new BookRefusal('mergedCells', 'a table cannot hold merged cells');
  }
  return book.transact(origin, (transaction) => {
    const grown = area.rows === 1 ? { ...area, rows: 2 } : area;
    const table: Table = {
      id: book.newId(),
      name: name ?? freeTableName(book),
      area: grown,
      filter: true,
      style: 'TableStyleMedium2',
      bandedRows: true,
      criteria: new Map(),
    };
    if (name !== undefined) requireTableName(book, name);
    transaction.update(sheet, { tables: [...sheet.state.tables, table] });
    nameHeaders(transaction, sheet, table);
    transaction.structural = true;
    return table;
  });
}

/** Changes a table's area. The header row must stay on its row, and the areas must overlap, as in Excel. */
export function resizeTable(book: Book, origin: Origin, sheet: Sheet, table: Table, area: Area): void {
  requireUnprotected(sheet);
  requirePlace(sheet, area, table);
  if (area.row !== table.area.row || !intersectAreas(area, table.area) || area.rows < 2) {
    throw new BookRefusal('invalidArgument', 'a resized table keeps its header row and overlaps its old place');
  }
  requireWholeMerges(sheet, area);
  book.transact(origin, (transaction) => {
    const resized = { ...table, area };
    replaceTable(transaction, sheet, resized);
    nameHeaders(transaction, sheet, resized);
    hideFiltered(transaction, sheet);
  });
}

/** Name, style, bands, filter buttons. Formulas follow a new name. */
export function changeTable(
  book: Book,
  origin: Origin,
  sheet: Sheet,
  table: Table,
  patch: Partial<Pick<Table, 'name' | 'style' | 'bandedRows' | 'filter'>>,
): void {
  requireUnprotected(sheet);
  const { name } = patch;
  if (name !== undefined && name.toLowerCase() !== table.name.toLowerCase()) requireTableName(book, name);
  book.transact(origin, (transaction) => {
    replaceTable(transaction, sheet, { ...table, ...patch });
    if (patch.filter === false) clearCriteriaOf(transaction, sheet, table.id);
    if (name === undefined || name === table.name) return;
    rewriteFormulas(transaction, (formula) => renameTable(formula, table.name, name));
  });
}

/** The cells stay, the table goes. */
export function convertTable(book: Book, origin: Origin, sheet: Sheet, table: Table): void {
  requireUnprotected(sheet);
  book.transact(origin, (transaction) => {
    transaction.update(sheet, { tables: sheet.state.tables.filter(({ id }) => id !== table.id) });
    hideFiltered(transaction, sheet);
    transaction.structural = true;
  });
}

/** Takes the table away with all its cells hold, as Table.delete does; cells below do not move up. */
export function deleteTable(book: Book, origin: Origin, sheet: Sheet, table: Table): void {
  book.transact(origin, () => {
    convertTable(book, origin, sheet, table);
    clearAll(book, origin, sheet, table.area);
  });
}

function clearCriteriaOf(transaction: Parameters<typeof hideFiltered>[0], sheet: Sheet, id: string): void {
  const tables = sheet.state.tables.map((table) => (table.id === id ? { ...table, criteria: new Map() } : table));
  transaction.update(sheet, { tables });
  hideFiltered(transaction, sheet);
}

function requirePlace(sheet: Sheet, area: Area, except: Table | null): void {
  requireInSheet(area);
  if (sheet.state.tables.some((other) => other.id !== except?.id && intersectAreas(other.area, area))) {
    throw new BookRefusal('tableOverlap', 'tables cannot overlap');
  }
}

function requireTableName(book: Book, name: string): void {
  if (!isSheetlessName(name)) throw new BookRefusal('invalidName', `not a table name: ${name}`);
  requireFreeName(book, name);
}

function freeTableName(book: Book): string {
  for (let number = 1; ; number++) {
    const name = `表${number}`;
    if (!findTable(book, name)) return name;
  }
}

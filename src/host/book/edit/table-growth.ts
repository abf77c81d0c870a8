import type { Area, ConditionalFormat, Validation } from '../../../sheet/model';
import { translateFormula } from '../../formula/shift-formula';
import type { Sheet } from '../sheet';
import type { Table } from '../state';
import type { Transaction } from '../transaction';
import { nameHeaders } from './table-header';

/**
 * After the user typed or pasted: a table grows over rows filled directly under it, and over a column filled
 * directly to its right. Excel does not do so on a protected sheet, nor over cells that held something.
 */
export function growTables(transaction: Transaction, sheet: Sheet, written: Area): void {
  if (sheet.state.protection) return;
  for (const table of sheet.state.tables) {
    growDown(transaction, sheet, table, written);
    growRight(transaction, sheet, sheet.state.tables.find(({ id }) => id === table.id) ?? table, written);
  }
}

function growDown(transaction: Transaction, sheet: Sheet, table: Table, written: Area): void {
  const { area } = table;
  const below = area.row + area.rows;
  const last = written.row + written.rows - 1;
  const apart = written.column >= area.column + area.columns || written.column + written.columns <= area.column;
  if (apart || written.row > below || last < below) return;
  const rows = last - below + 1;
  const isFree = !sheet.state.tables.some((other) => other.id !== table.id && other.area.row >= below && other.area.row <= last);
  const isFilled = hasContent(sheet, { row: below, column: written.column, rows: 1, columns: written.columns });
  const held = transaction.before.get(sheet);
  if (!isFree || !isFilled || (held && heldContent(held.rows, below, rows, area))) return;
  replaceTable(transaction, sheet, { ...table, area: { ...area, rows: area.rows + rows } });
  fillNewRows(transaction, sheet, { ...area, rows: area.rows + rows }, below, rows);
}

function growRight(transaction: Transaction, sheet: Sheet, table: Table, written: Area): void {
  const { area } = table;
  const right = area.column + area.columns;
  const last = written.row + written.rows - 1;
  if (written.column !== right || written.columns !== 1 || written.row < area.row || last >= area.row + area.rows) return;
  const column: Area = { row: area.row, column: right, rows: area.rows, columns: 1 };
  const held = transaction.before.get(sheet);
  if (!hasContent(sheet, written) || (held && heldContent(held.rows, column.row, column.rows, column))) return;
  if (sheet.state.tables.some((other) => other.area.column === right && other.area.row < area.row + area.rows && other.area.row + other.area.rows > area.row)) return;
  const grown = { ...table, area: { ...area, columns: area.columns + 1 } };
  replaceTable(transaction, sheet, grown);
  nameHeaders(transaction, sheet, grown);
}

/**
 * New body rows take format and calculated columns from a body row beside them, and the rules that reached to the
 * end of the table. `area` is the table with its new rows.
 */
export function fillNewRows(
  transaction: Transaction,
  sheet: Sheet,
  area: Area,
  from: number,
  count: number,
  source = from - 1,
): void {
  const isBody = source > area.row && source < area.row + area.rows;
  if (isBody) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      fillColumn(transaction, sheet, area, column, from, count, source);
    }
    extendRules(transaction, sheet, area, from, count);
  }
}

function fillColumn(
  transaction: Transaction,
  sheet: Sheet,
  area: Area,
  column: number,
  from: number,
  count: number,
  source: number,
): void {
  const style = sheet.styleAt(source, column);
  const formula = isCalculated(sheet, area, column, from, count) ? sheet.formulaAt(source, column) : null;
  for (let row = from; row < from + count; row++) {
    const cell = sheet.cellAt(row, column);
    const isEmpty = !cell || (cell.value === null && cell.formula === null);
    const filled = isEmpty && formula !== null ? translateFormula(formula, row - source, 0) : (cell?.formula ?? null);
    transaction.putCell(sheet, row, column, { value: cell?.value ?? null, formula: filled, style });
  }
}

/** A column is calculated where the first and the last of its old body cells hold formulas. */
function isCalculated(sheet: Sheet, area: Area, column: number, from: number, count: number): boolean {
  const first = from === area.row + 1 ? from + count : area.row + 1;
  const end = area.row + area.rows;
  const last = from + count === end ? from - 1 : end - 1;
  return sheet.formulaAt(first, column) !== null && sheet.formulaAt(last, column) !== null;
}

function extendRules(transaction: Transaction, sheet: Sheet, table: Area, from: number, count: number): void {
  const reaches = (area: Area): boolean =>
    area.row + area.rows === from && area.row > table.row && area.column >= table.column && area.column + area.columns <= table.column + table.columns;
  const extend = <T extends Validation | ConditionalFormat>(rule: T): T =>
    reaches(rule.area) ? { ...rule, area: { ...rule.area, rows: rule.area.rows + count } } : rule;
  transaction.update(sheet, {
    validations: sheet.state.validations.map(extend),
    formats: sheet.state.formats.map((placed) => ({ ...placed, format: extend(placed.format) })),
  });
}

/** Puts a table in the place of what it was. */
export function replaceTable(transaction: Transaction, sheet: Sheet, table: Table): void {
  const before = sheet.state.tables.find(({ id }) => id === table.id);
  transaction.update(sheet, { tables: sheet.state.tables.map((other) => (other.id === table.id ? table : other)) });
  if (before?.name !== table.name) transaction.structural = true;
  else if (before.area !== table.area) transaction.reshaped.add(table.name);
}

function hasContent(sheet: Sheet, area: Area): boolean {
  return heldContent(sheet.state.rows, area.row, area.rows, area);
}

function heldContent(rows: Sheet['state']['rows'], from: number, count: number, across: Area): boolean {
  for (let row = from; row < from + count; row++) {
    for (const [column, cell] of rows.get(row) ?? []) {
      const isAcross = column >= across.column && column < across.column + across.columns;
      if (isAcross && (cell.value !== null || cell.formula !== null)) return true;
    }
  }
  return false;
}

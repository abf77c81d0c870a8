import { formatAddress } from '../../src/sheet/address';
import { isInArea } from '../../src/sheet/area';
import { ƒ, type ExpectedCell, type ExpectedLedger, type ExpectedSheet, type Ledger, type LedgerCell, type LedgerSheet } from './ledger';

/** Differences told of one comparison. */
const most = 8;

/**
 * Where the workbook is not what the user's bookkeeping says: tabs, their names, order and visibility, and every cell.
 * What a spreadsheet adds by itself is none: formulas of calculated columns in new rows of a table, names for headers
 * that are empty or there twice.
 */
export function compareLedger(expected: ExpectedLedger, actual: Ledger): string[] {
  const tabs = (ledger: ExpectedLedger) => ledger.sheets.map(({ name, visibility, isProtected }) => `${name}|${visibility}|${isProtected}`).join(' ');
  if (tabs(expected) !== tabs(actual)) return [`the tabs are ${tabs(actual)}, expected ${tabs(expected)}`];
  return expected.sheets.flatMap((sheet, at) => compareSheet(sheet, actual.sheets[at]!)).slice(0, most);
}

function compareSheet(expected: ExpectedSheet, actual: LedgerSheet): string[] {
  if (expected === actual) return [];
  const found: string[] = [];
  const rows = Math.max(expected.cells.length, actual.cells.length);
  for (let row = 0; row < rows; row += 1) {
    const was = expected.cells[row] ?? [];
    const is = actual.cells[row] ?? [];
    for (let column = 0; column < Math.max(was.length, is.length); column += 1) {
      const a = was[column] ?? null;
      const b = is[column] ?? null;
      if (a === b || isMeant(a, b) || isAddedByExcel(actual, row, column, a, b)) continue;
      found.push(`${actual.name}!${formatAddress(row, column)} is ${tell(b)}, expected ${tell(a)}`);
    }
  }
  return found;
}

function isMeant(expected: ExpectedCell, actual: LedgerCell): boolean {
  return typeof expected === 'object' && expected !== null && expected.anyOf.includes(actual);
}

function isAddedByExcel(sheet: LedgerSheet, row: number, column: number, expected: ExpectedCell, actual: LedgerCell): boolean {
  const table = sheet.tables.find(({ area }) => isInArea(area, row, column));
  if (table === undefined) return false;
  if (row > table.area.row) return expected === null && actual === ƒ;
  return typeof actual === 'string' && (expected === null || actual.startsWith(String(toText(expected))));
}

function toText(cell: ExpectedCell): LedgerCell {
  return typeof cell === 'object' && cell !== null ? (cell.anyOf[0] ?? null) : cell;
}

export function tell(cell: ExpectedCell): string {
  if (typeof cell === 'object' && cell !== null) return cell.anyOf.map(tell).join(' or ');
  return cell === ƒ ? 'a formula' : (JSON.stringify(cell) ?? 'nothing');
}

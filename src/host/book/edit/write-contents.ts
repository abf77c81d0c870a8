import { isInArea } from '../../../sheet/area';
import type { Area } from '../../../sheet/model';
import { cellArea, isInSheet } from '../address';
import type { Book } from '../book';
import type { Origin } from '../event';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';
import { mergeStyle } from '../style';
import type { Transaction } from '../transaction';
import type { Value } from '../value';
import { requireUnlocked } from './guard';
import { parseEntry } from './parse-entry';
import { settleHeaders } from './table-header';

/** What is written into one cell: undefined leaves it as it is, "" and null empty it. */
export type Written = Value | undefined;

const LONGEST_TEXT = 32_767;

/**
 * Writes a block whose upper left cell is given; strings are read as if typed (parse-entry.ts). Refused as a
 * whole where a locked cell is touched or a formula cannot be read.
 */
export function writeContents(
  book: Book,
  origin: Origin,
  sheet: Sheet,
  row: number,
  column: number,
  block: readonly (readonly Written[])[],
): void {
  const area: Area = { row, column, rows: block.length, columns: block[0]?.length ?? 0 };
  if (!isInSheet(area)) throw new BookRefusal('outsideSheet', 'beyond the edge of the sheet');
  book.transact(origin, (transaction) => {
    requireUnlockedWhereWritten(sheet, area, block);
    block.forEach((line, i) =>
      line.forEach((written, j) => {
        if (written !== undefined) writeContent(book, transaction, sheet, row + i, column + j, written);
      }),
    );
    transaction.noteEdited(sheet, area);
    settleHeaders(transaction, sheet, area);
  });
}

/** Writes one content inside a transaction that notes the area itself. Covered cells of a merged area stay empty. */
export function writeContent(
  book: Book,
  transaction: Transaction,
  sheet: Sheet,
  row: number,
  column: number,
  written: Value,
): void {
  if (isCovered(sheet, row, column)) return;
  const style = sheet.styleAt(row, column);
  const numberFormat = style.numberFormat ?? 'General';
  if (typeof written === 'string') {
    const entry = parseEntry(written, numberFormat, book.thisYear);
    if (entry.formula !== null) book.requireFormula(entry.formula);
    if (typeof entry.value === 'string' && entry.value.length > LONGEST_TEXT) {
      throw new BookRefusal('invalidArgument', 'text longer than a cell can hold');
    }
    const implied = entry.numberFormat !== undefined && numberFormat === 'General';
    const kept = implied ? mergeStyle(style, { numberFormat: entry.numberFormat }) : style;
    transaction.putCell(sheet, row, column, { value: entry.value, formula: entry.formula, style: kept });
    return;
  }
  const value = numberFormat === '@' && written !== null ? String(written).toUpperCase() : written;
  transaction.putCell(sheet, row, column, { value, formula: null, style });
}

function isCovered(sheet: Sheet, row: number, column: number): boolean {
  const merge = sheet.state.merges.find((area) => isInArea(area, row, column));
  return merge !== undefined && (merge.row !== row || merge.column !== column);
}

function requireUnlockedWhereWritten(sheet: Sheet, area: Area, block: readonly (readonly Written[])[]): void {
  if (!sheet.state.protection) return;
  block.forEach((line, i) =>
    line.forEach((written, j) => {
      if (written !== undefined) requireUnlocked(sheet, cellArea(area.row + i, area.column + j));
    }),
  );
}

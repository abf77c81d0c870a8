import type { SheetModel } from '../../../sheet/model';
import { moveReferences } from '../../formula/reference-text';
import { renameSheet as renameFormulaSheet } from '../../formula/rename-formula';
import type { Book } from '../book';
import type { Origin } from '../event';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';
import { rewriteFormulas } from './rewrite-formulas';

/** Adds an empty sheet at a place (default: the end) without showing it. */
export function addSheet(book: Book, origin: Origin, name?: string, position = book.sheets.length): Sheet {
  const wanted = name ?? freeSheetName(book);
  requireSheetName(book, wanted, null);
  return book.transact(origin, (transaction) => {
    const sheet = book.createSheet(wanted);
    const sheets = [...book.sheets];
    sheets.splice(position, 0, sheet);
    transaction.updateBook({ sheets });
    transaction.structural = true;
    return sheet;
  });
}

/** Deletes a sheet; formulas that named it become #REF!. The last visible sheet is kept. */
export function deleteSheet(book: Book, origin: Origin, sheet: Sheet): void {
  requireAnotherVisible(book, sheet);
  book.transact(origin, (transaction) => {
    const index = book.sheets.indexOf(sheet);
    const sheets = book.sheets.filter((other) => other !== sheet);
    const next = sheets.slice(index).find(isVisible) ?? sheets.slice(0, index).findLast(isVisible);
    const names = book.state.names.filter((entry) => entry.sheet !== sheet.name);
    const active = book.activeSheet === sheet ? (next ?? book.activeSheet) : book.activeSheet;
    transaction.updateBook({ sheets, names, active });
    const gone = sheet.name.toLowerCase();
    rewriteFormulas(transaction, (formula) =>
      moveReferences(formula, (reference) => (reference.sheet?.toLowerCase() === gone ? null : reference)),
    );
    transaction.structural = true;
  });
}

/** Formulas, names and links follow. At most 31 characters, none of \ / ? : * [ ], no quote at the ends. */
export function renameSheet(book: Book, origin: Origin, sheet: Sheet, name: string): void {
  requireSheetName(book, name, sheet);
  const before = sheet.name;
  if (before === name) return;
  book.transact(origin, (transaction) => {
    transaction.update(sheet, { name });
    transaction.updateBook({ names: book.state.names.map((entry) => (entry.sheet === before ? { ...entry, sheet: name } : entry)) });
    for (const other of book.sheets) {
      if (!other.state.links.some((link) => link.sheet === before)) continue;
      transaction.update(other, { links: other.state.links.map((link) => (link.sheet === before ? { ...link, sheet: name } : link)) });
    }
    rewriteFormulas(transaction, (formula) => renameFormulaSheet(formula, before, name));
    transaction.structural = true;
  });
}

export function moveSheet(book: Book, origin: Origin, sheet: Sheet, position: number): void {
  if (position < 0 || position >= book.sheets.length) throw new BookRefusal('invalidArgument', `no place ${position}`);
  book.transact(origin, (transaction) => {
    const sheets = book.sheets.filter((other) => other !== sheet);
    sheets.splice(position, 0, sheet);
    transaction.updateBook({ sheets });
  });
}

/** Hiding the active sheet shows its neighbour; the last visible sheet cannot be hidden. */
export function setVisibility(book: Book, origin: Origin, sheet: Sheet, visibility: SheetModel['visibility']): void {
  if (visibility !== 'visible') requireAnotherVisible(book, sheet);
  book.transact(origin, (transaction) => {
    transaction.update(sheet, { visibility });
    if (visibility === 'visible' || book.activeSheet !== sheet) return;
    const index = book.sheets.indexOf(sheet);
    const next = book.sheets.slice(index).find(isVisible) ?? book.sheets.slice(0, index).findLast(isVisible);
    if (next) transaction.updateBook({ active: next });
  });
}

/** Tab colour (#RRGGBB or null), grid lines, frozen panes, print set-up, charts. */
export function changeSheet(
  book: Book,
  origin: Origin,
  sheet: Sheet,
  patch: Partial<Pick<Sheet['state'], 'tabColor' | 'gridlines' | 'freeze' | 'print' | 'charts'>>,
): void {
  book.transact(origin, (transaction) => transaction.update(sheet, patch));
}

function isVisible(sheet: Sheet): boolean {
  return sheet.state.visibility === 'visible';
}

function requireAnotherVisible(book: Book, sheet: Sheet): void {
  if (!book.sheets.some((other) => other !== sheet && isVisible(other))) {
    throw new BookRefusal('lastVisibleSheet', 'a workbook keeps one visible sheet');
  }
}

function requireSheetName(book: Book, name: string, self: Sheet | null): void {
  if (name === '' || name.length > 31 || /[\\/?:*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'")) {
    throw new BookRefusal('invalidName', `not a sheet name: ${name}`);
  }
  const holder = book.findSheet(name);
  if (holder && holder !== self) throw new BookRefusal('nameTaken', `taken: ${name}`);
}

function freeSheetName(book: Book): string {
  for (let number = book.sheets.length + 1; ; number++) {
    const name = `Sheet${number}`;
    if (!book.findSheet(name)) return name;
  }
}

import type { Content, SheetModel, WorkbookModel } from '../../sheet/model';
import type { Book } from './book';
import type { Sheet } from './sheet';
import { readModelStyle } from './style';
import { patchStyle, type Transaction } from './transaction';

/** Puts a model in place of all that the book holds, in one transaction. */
export function loadModel(book: Book, model: WorkbookModel): void {
  book.transact('user', (transaction) => {
    const sheets = model.sheets.map((sheet) => loadSheet(book, transaction, sheet));
    const active = sheets.find((sheet) => sheet.name === model.activeSheet) ?? sheets[0];
    if (!active) throw new RangeError('a workbook has at least one sheet');
    transaction.updateBook({ sheets, active, names: model.names });
    transaction.structural = true;
  });
}

function loadSheet(book: Book, transaction: Transaction, model: SheetModel): Sheet {
  const sheet = book.createSheet(model.name);
  for (const { area, style } of model.styles) transaction.restyle(sheet, area, patchStyle(readModelStyle(style)));
  for (const block of model.blocks) {
    block.content.forEach((line, i) =>
      line.forEach((content, j) => putContent(transaction, sheet, block.row + i, block.column + j, content)),
    );
  }
  transaction.update(sheet, {
    visibility: model.visibility,
    tabColor: model.tabColor ?? null,
    gridlines: model.gridlines,
    merges: model.merges,
    columnWidths: new Map(model.columnWidths.map(({ column, width }) => [column, width])),
    hiddenColumns: new Set(model.columnWidths.flatMap(({ column, hidden }) => (hidden ? [column] : []))),
    rowHeights: new Map(model.rowHeights.map(({ row, height }) => [row, height])),
    hiddenRows: new Set((model.hiddenRows ?? []).flatMap(({ row, rows }) => Array.from({ length: rows }, (_, at) => row + at))),
    tables: model.tables.map(({ name, area, filter, style }) => ({
      id: book.newId(),
      name,
      area,
      filter,
      style,
      bandedRows: true,
      criteria: new Map(),
    })),
    validations: model.validations,
    formats: model.conditionalFormats.map((format) => ({ id: book.newId(), format })),
    links: model.links,
    charts: (model.charts ?? []).map((chart) => ({ id: book.newId(), chart })),
    freeze: model.freeze ?? null,
    print: model.print ?? null,
    protection: model.protection ?? null,
  });
  return sheet;
}

function putContent(transaction: Transaction, sheet: Sheet, row: number, column: number, content: Content): void {
  if (content === null || content === '') return;
  if (typeof content === 'object') transaction.putContent(sheet, row, column, null, content.formula);
  else transaction.putContent(sheet, row, column, content);
}

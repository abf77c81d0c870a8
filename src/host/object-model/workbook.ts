import type { Book } from '../book/book';
import { applicationClass } from './application';
import { readText } from './arguments';
import { objectOf, type ModelClass } from './model-class';
import { nameCollectionClass } from './named-item';
import { rangeClass } from './range';
import { runtimeClass } from './runtime';
import { settingCollectionClass } from './setting';
import { tableCollectionClass } from './table-collection';
import { worksheetCollectionClass } from './worksheet-collection';

/** The root of everything. */
export const workbookClass: ModelClass<Book> = {
  name: 'Workbook',
  properties: {
    Name: { get: () => '工作簿.xlsx' },
    ReadOnly: { get: () => false },
    IsDirty: { get: (book) => book.canUndo },
  },
  links: {
    Application: (book) => objectOf(applicationClass, book),
    Worksheets: (book) => objectOf(worksheetCollectionClass, book),
    Tables: (book) => objectOf(tableCollectionClass, { book, sheet: null }),
    Names: (book) => objectOf(nameCollectionClass, book),
    Settings: (_book, { settings }) => objectOf(settingCollectionClass, settings),
    _Runtime: (book) => objectOf(runtimeClass, book),
  },
  methods: {
    GetSelectedRange: (book) => {
      const sheet = book.activeSheet;
      return objectOf(rangeClass, { sheet, area: sheet.selection.area });
    },
    GetActiveCell: (book) => {
      const sheet = book.activeSheet;
      const { row, column } = sheet.selection;
      return objectOf(rangeClass, { sheet, area: { row, column, rows: 1, columns: 1 } });
    },
    _RemoveReference: (_book, [id]: [unknown], session) => session.release(readText(id, 'reference')),
    _RemoveAllReferences: (_book, _arguments, session) => session.releaseAll(),
    _GetReferenceCount: (_book, _arguments, session) => session.keptCount,
  },
};

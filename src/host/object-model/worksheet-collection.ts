import type { Book } from '../book/book';
import { addSheet } from '../book/edit/tabs';
import type { Sheet } from '../book/sheet';
import { readText } from './arguments';
import { eventMethods } from './event-methods';
import { EVENT, WHOLE_WORKBOOK } from './event-type';
import { NULL_OBJECT, objectOf, type ModelClass, type ModelObject } from './model-class';
import { itemNotFound } from './model-error';
import { worksheetClass } from './worksheet';

export const worksheetCollectionClass: ModelClass<Book> = {
  name: 'WorksheetCollection',
  items: (book) => book.sheets.map((sheet) => objectOf(worksheetClass, sheet)),
  item: (book, key: unknown) => findSheet(book, key),
  methods: {
    ...eventMethods<Book>(
      {
        DataChangedEvent: EVENT.changed,
        ActivatedEvent: EVENT.activated,
        DeactivatedEvent: EVENT.deactivated,
        AddedEvent: EVENT.added,
        DeletedEvent: EVENT.deleted,
        SelectionChangedEvent: EVENT.selectionChanged,
        CalculatedEvent: EVENT.calculated,
        EventNameChanged: EVENT.nameChanged,
      },
      () => WHOLE_WORKBOOK,
    ),
    Add: (book, [name]: [unknown]) => {
      const wanted = name === undefined || name === null || name === '' ? undefined : readText(name, 'name');
      return objectOf(worksheetClass, addSheet(book, 'addin', wanted));
    },
    GetActiveWorksheet: (book) => objectOf(worksheetClass, book.activeSheet),
    GetItemOrNullObject: (book, [key]: [unknown]) => findSheet(book, key) ?? NULL_OBJECT,
    GetCount: (book, [visibleOnly]: [unknown]) => seen(book, visibleOnly).length,
    GetFirst: (book, [visibleOnly]: [unknown]) => sheetAt(seen(book, visibleOnly), 0),
    GetLast: (book, [visibleOnly]: [unknown]) => sheetAt(seen(book, visibleOnly), -1),
  },
};

function findSheet(book: Book, key: unknown): ModelObject | null {
  const text = readText(key, 'key');
  const sheet = book.sheets.find(({ id }) => id === text) ?? book.findSheet(text);
  return sheet && objectOf(worksheetClass, sheet);
}

function seen(book: Book, visibleOnly: unknown): readonly Sheet[] {
  return visibleOnly === true ? book.sheets.filter(({ state }) => state.visibility === 'visible') : book.sheets;
}

function sheetAt(sheets: readonly Sheet[], index: number): ModelObject {
  const sheet = sheets.at(index);
  if (!sheet) throw itemNotFound('sheet');
  return objectOf(worksheetClass, sheet);
}

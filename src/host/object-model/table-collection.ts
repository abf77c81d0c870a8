import { addTable, findTable, listTables } from '../book/edit/tables';
import type { Book } from '../book/book';
import type { Sheet } from '../book/sheet';
import { readInteger, readRange, readText } from './arguments';
import { NULL_OBJECT, objectOf, type ModelClass, type ModelObject } from './model-class';
import { itemNotFound, notSupported } from './model-error';
import { tableClass, type TableRef } from './table';

/** Tables of one sheet, or with sheet null of the whole workbook. */
interface TableScope {
  readonly book: Book;
  readonly sheet: Sheet | null;
}

export const tableCollectionClass: ModelClass<TableScope> = {
  name: 'TableCollection',
  properties: { Count: { get: (scope) => tablesOf(scope).length } },
  items: (scope) => tablesOf(scope).map((ref) => objectOf(tableClass, ref)),
  item: (scope, key: unknown) => findIn(scope, key),
  methods: {
    Add: ({ book, sheet }, [address, hasHeaders]: [unknown, unknown]) => {
      if (hasHeaders !== true) throw notSupported('a table without headers');
      const range = readRange(book, sheet ?? book.activeSheet, address);
      const { id } = addTable(book, 'addin', range.sheet, range.area);
      return objectOf(tableClass, { sheet: range.sheet, id });
    },
    GetCount: (scope) => tablesOf(scope).length,
    GetItemAt: (scope, [index]: [unknown]) => {
      const ref = tablesOf(scope)[readInteger(index, 'index')];
      if (!ref) throw itemNotFound('table');
      return objectOf(tableClass, ref);
    },
    GetItemOrNullObject: (scope, [key]: [unknown]) => findIn(scope, key) ?? NULL_OBJECT,
  },
};

function tablesOf({ book, sheet }: TableScope): TableRef[] {
  return listTables(book)
    .filter((entry) => !sheet || entry.sheet === sheet)
    .map((entry) => ({ sheet: entry.sheet, id: entry.table.id }));
}

function findIn({ book, sheet }: TableScope, key: unknown): ModelObject | null {
  const found = findTable(book, readText(key, 'key'));
  return found && (!sheet || found.sheet === sheet) ? objectOf(tableClass, { sheet: found.sheet, id: found.table.id }) : null;
}

import type { DefinedName } from '../../sheet/model';
import { writeAbsolute } from '../book/address';
import type { Book } from '../book/book';
import { addName, findName, removeName } from '../book/edit/names';
import { readRange, readText } from './arguments';
import { NULL_OBJECT, objectOf, type ModelClass, type ModelObject } from './model-class';
import { itemNotFound } from './model-error';
import { rangeClass } from './range';

export const nameCollectionClass: ModelClass<Book> = {
  name: 'NamedItemCollection',
  items: (book) => book.state.names.map((entry) => objectOf(namedItemClass, entry)),
  item: (book, name: unknown) => findItem(book, name),
  methods: {
    Add: (book, [name, reference]: [unknown, unknown]) => {
      const text = readText(name, 'name');
      const source = typeof reference === 'string' ? reference.replace(/^=/, '') : reference;
      const { sheet, area } = readRange(book, null, source);
      addName(book, 'addin', { name: text, sheet: sheet.name, area });
      return findItem(book, text) ?? NULL_OBJECT;
    },
    GetCount: (book) => book.state.names.length,
    GetItemOrNullObject: (book, [name]: [unknown]) => findItem(book, name) ?? NULL_OBJECT,
  },
};

const namedItemClass: ModelClass<DefinedName> = {
  name: 'NamedItem',
  id: ({ name }) => name,
  properties: {
    Name: { get: ({ name }) => name },
    Type: { get: () => 'Range' },
    Formula: { get: ({ sheet, area }) => writeAbsolute(sheet, area) },
    Value: { get: ({ sheet, area }) => writeAbsolute(sheet, area).slice(1) },
    Visible: { get: () => true },
    Scope: { get: () => 'Workbook' },
    Comment: { get: () => '' },
    _Id: { get: ({ name }) => name },
  },
  methods: {
    Delete: ({ name }, _values, { book }) => removeName(book, 'addin', name),
    GetRange: (entry, _values, { book }) => rangeOf(book, entry),
    GetRangeOrNullObject: (entry, _values, { book }) => (book.findSheet(entry.sheet) ? rangeOf(book, entry) : NULL_OBJECT),
  },
};

function rangeOf(book: Book, entry: DefinedName): ModelObject {
  const sheet = book.findSheet(entry.sheet);
  if (!sheet) throw itemNotFound(entry.sheet);
  return objectOf(rangeClass, { sheet, area: entry.area });
}

function findItem(book: Book, name: unknown): ModelObject | null {
  const entry = findName(book, readText(name, 'name'));
  return entry && objectOf(namedItemClass, entry);
}

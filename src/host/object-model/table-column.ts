import { filterTable } from '../book/edit/filter-table';
import { addTableColumn, deleteTableColumn } from '../book/edit/table-columns';
import { readHeaders } from '../book/edit/table-header';
import { writeContents } from '../book/edit/write-contents';
import { bodyOf, readInteger, readText } from './arguments';
import { NULL_OBJECT, objectOf, type ModelClass, type ModelObject } from './model-class';
import { invalidArgument, itemNotFound, notSupported } from './model-error';
import { rangeClass } from './range';
import { readValues, setValues } from './range-values';
import type { RangeRef } from './session';
import { tableOf, type TableRef } from './table';

interface ColumnRef {
  readonly table: TableRef;
  /** Header text when the reference was made: columns have no other lasting name here. */
  readonly header: string;
}

export const tableColumnCollectionClass: ModelClass<TableRef> = {
  name: 'TableColumnCollection',
  properties: { Count: { get: (table) => tableOf(table).area.columns } },
  items: (table) => headersOf(table).map((header) => objectOf(tableColumnClass, { table, header })),
  item: (table, key: unknown) => findColumn(table, key),
  methods: {
    Add: (table, [index, values, name]: unknown[], { book }) => {
      const at = index === undefined || index === null || index === -1 ? tableOf(table).area.columns : readInteger(index, 'index');
      const header = addTableColumn(book, 'addin', table.sheet, tableOf(table), at, name === undefined || name === null ? undefined : readText(name, 'name'));
      const column = { table, header };
      if (values !== undefined && values !== null) setValues(rangeOf(column), values, { book } as never);
      return objectOf(tableColumnClass, column);
    },
    GetCount: (table) => tableOf(table).area.columns,
    GetItemAt: (table, [index]: [unknown]) => {
      const header = headersOf(table)[readInteger(index, 'index')];
      if (header === undefined) throw itemNotFound('column');
      return objectOf(tableColumnClass, { table, header });
    },
    GetItemOrNullObject: (table, [key]: [unknown]) => findColumn(table, key) ?? NULL_OBJECT,
  },
};

const tableColumnClass: ModelClass<ColumnRef> = {
  name: 'TableColumn',
  id: ({ header }) => header,
  properties: {
    Id: { get: ({ header }) => header },
    Index: { get: (column) => indexOf(column) },
    Name: {
      get: ({ header }) => header,
      set: (column, value: unknown, { book }) => {
        const { row, column: from } = tableOf(column.table).area;
        writeContents(book, 'addin', column.table.sheet, row, from + indexOf(column), [[readText(value, 'name')]]);
      },
    },
    Values: { get: (column) => readValues(rangeOf(column)), set: (column, value: unknown, session) => setValues(rangeOf(column), value, session) },
  },
  links: { Filter: (column) => objectOf(filterClass, column) },
  methods: {
    GetRange: (column) => objectOf(rangeClass, rangeOf(column)),
    GetHeaderRowRange: (column) => objectOf(rangeClass, withArea(column, (area) => ({ ...area, rows: 1 }))),
    GetDataBodyRange: (column) => objectOf(rangeClass, withArea(column, bodyOf)),
    Delete: (column, _values, { book }) => deleteTableColumn(book, 'addin', column.table.sheet, tableOf(column.table), indexOf(column)),
  },
};

const filterClass: ModelClass<ColumnRef> = {
  name: 'Filter',
  methods: {
    ApplyValuesFilter: (column, [values]: [unknown], { book }) => {
      if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) throw notSupported('a filter by other than texts');
      filterTable(book, 'addin', column.table.sheet, tableOf(column.table), indexOf(column), new Set(values));
    },
    Clear: (column, _values, { book }) => filterTable(book, 'addin', column.table.sheet, tableOf(column.table), indexOf(column), null),
  },
};

function headersOf(table: TableRef): string[] {
  return readHeaders(table.sheet, tableOf(table));
}

function findColumn(table: TableRef, key: unknown): ModelObject | null {
  if (typeof key === 'number') {
    const header = headersOf(table)[key - 1];
    return header === undefined ? null : objectOf(tableColumnClass, { table, header });
  }
  if (typeof key !== 'string') throw invalidArgument('key');
  const header = headersOf(table).find((text) => text.toLowerCase() === key.toLowerCase());
  return header === undefined ? null : objectOf(tableColumnClass, { table, header });
}

function indexOf({ table, header }: ColumnRef): number {
  const index = headersOf(table).indexOf(header);
  if (index < 0) throw itemNotFound(`column ${header}`);
  return index;
}

function rangeOf(column: ColumnRef): RangeRef {
  return withArea(column, (area) => area);
}

function withArea(column: ColumnRef, shape: (area: RangeRef['area']) => RangeRef['area']): RangeRef {
  const { area } = tableOf(column.table);
  return { sheet: column.table.sheet, area: shape({ ...area, column: area.column + indexOf(column), columns: 1 }) };
}

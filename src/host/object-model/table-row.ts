import { addTableRows, deleteTableRows } from '../book/edit/table-rows';
import { readInteger } from './arguments';
import { objectOf, type ModelClass } from './model-class';
import { invalidArgument, itemNotFound } from './model-error';
import { rangeClass } from './range';
import { readValues, setValues } from './range-values';
import type { RangeRef } from './session';
import { tableOf, type TableRef } from './table';

interface RowRef {
  readonly table: TableRef;
  readonly index: number;
}

export const tableRowCollectionClass: ModelClass<TableRef> = {
  name: 'TableRowCollection',
  properties: { Count: { get: (table) => tableOf(table).area.rows - 1 } },
  items: (table) => Array.from({ length: tableOf(table).area.rows - 1 }, (_, index) => objectOf(tableRowClass, { table, index })),
  methods: {
    Add: (table, [index, values]: [unknown, unknown], session) => {
      const count = Array.isArray(values) ? values.length : 1;
      const at = index === undefined || index === null || index === -1 ? tableOf(table).area.rows - 1 : readInteger(index, 'index');
      addTableRows(session.book, 'addin', table.sheet, tableOf(table), at, count);
      const { area } = tableOf(table);
      if (values !== undefined && values !== null) {
        setValues({ sheet: table.sheet, area: { ...area, row: area.row + 1 + at, rows: count } }, values, session);
      }
      return objectOf(tableRowClass, { table, index: at });
    },
    GetCount: (table) => tableOf(table).area.rows - 1,
    GetItemAt: (table, [index]: [unknown]) => {
      const at = readInteger(index, 'index');
      if (at < 0 || at >= tableOf(table).area.rows - 1) throw itemNotFound('row');
      return objectOf(tableRowClass, { table, index: at });
    },
    DeleteRowsAt: (table, [index, count]: [unknown, unknown], { book }) =>
      deleteTableRows(book, 'addin', table.sheet, tableOf(table), readInteger(index, 'index'), count === undefined || count === null ? 1 : readInteger(count, 'count')),
  },
};

const tableRowClass: ModelClass<RowRef> = {
  name: 'TableRow',
  properties: {
    Index: { get: ({ index }) => index },
    Values: { get: (row) => readValues(rangeOf(row)), set: (row, value: unknown, session) => setValues(rangeOf(row), value, session) },
  },
  methods: {
    GetRange: (row) => objectOf(rangeClass, rangeOf(row)),
    Delete: ({ table, index }, _values, { book }) => deleteTableRows(book, 'addin', table.sheet, tableOf(table), index, 1),
  },
};

function rangeOf({ table, index }: RowRef): RangeRef {
  const { area } = tableOf(table);
  if (index < 0 || index >= area.rows - 1) throw invalidArgument(`row ${index}`);
  return { sheet: table.sheet, area: { ...area, row: area.row + 1 + index, rows: 1 } };
}

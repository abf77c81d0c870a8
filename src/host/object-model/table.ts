import type { Area } from '../../sheet/model';
import { clearFilters } from '../book/edit/filter-table';
import { sortTable } from '../book/edit/sort-table';
import { changeTable, convertTable, deleteTable, resizeTable } from '../book/edit/tables';
import type { Sheet } from '../book/sheet';
import type { Table } from '../book/state';
import { bodyOf, readBoolean, readRange, readText } from './arguments';
import { objectOf, type ModelClass, type ModelObject } from './model-class';
import { itemNotFound, notSupported } from './model-error';
import { rangeClass } from './range';
import { readSortFields } from './range-sort';
import { tableColumnCollectionClass } from './table-column';
import { tableRowCollectionClass } from './table-row';
import { worksheetClass } from './worksheet';

export interface TableRef {
  readonly sheet: Sheet;
  readonly id: string;
}

export const tableClass: ModelClass<TableRef> = {
  name: 'Table',
  id: ({ id }) => id,
  properties: {
    Id: { get: ({ id }) => id },
    Name: {
      get: (ref) => tableOf(ref).name,
      set: (ref, value: unknown, { book }) => changeTable(book, 'addin', ref.sheet, tableOf(ref), { name: readText(value, 'name') }),
    },
    Style: {
      get: (ref) => tableOf(ref).style ?? '',
      set: (ref, value: unknown, { book }) => {
        const style = readText(value, 'style');
        changeTable(book, 'addin', ref.sheet, tableOf(ref), { style: style === '' ? null : style });
      },
    },
    ShowBandedRows: {
      get: (ref) => tableOf(ref).bandedRows,
      set: (ref, value: unknown, { book }) =>
        changeTable(book, 'addin', ref.sheet, tableOf(ref), { bandedRows: readBoolean(value, 'showBandedRows') }),
    },
    ShowFilterButton: {
      get: (ref) => tableOf(ref).filter,
      set: (ref, value: unknown, { book }) =>
        changeTable(book, 'addin', ref.sheet, tableOf(ref), { filter: readBoolean(value, 'showFilterButton') }),
    },
    ShowHeaders: {
      get: () => true,
      set: (_ref, value: unknown) => {
        if (value !== true) throw notSupported('a table without headers');
      },
    },
    ShowTotals: {
      get: () => false,
      set: (_ref, value: unknown) => {
        if (value !== false) throw notSupported('a totals row');
      },
    },
    ShowBandedColumns: { get: () => false },
    HighlightFirstColumn: { get: () => false },
    HighlightLastColumn: { get: () => false },
  },
  links: {
    Worksheet: ({ sheet }) => objectOf(worksheetClass, sheet),
    Columns: (ref) => objectOf(tableColumnCollectionClass, ref),
    Rows: (ref) => objectOf(tableRowCollectionClass, ref),
    Sort: (ref) => objectOf(tableSortClass, ref),
    AutoFilter: (ref) => objectOf(autoFilterClass, ref),
  },
  methods: {
    GetRange: (ref) => rangeOf(ref, tableOf(ref).area),
    GetHeaderRowRange: (ref) => rangeOf(ref, { ...tableOf(ref).area, rows: 1 }),
    GetDataBodyRange: (ref) => rangeOf(ref, bodyOf(tableOf(ref).area)),
    Resize: (ref, [range]: [unknown], { book }) => {
      const { area } = readRange(book, ref.sheet, range);
      resizeTable(book, 'addin', ref.sheet, tableOf(ref), area);
    },
    ClearFilters: (ref, _values, { book }) => clearFilters(book, 'addin', ref.sheet, tableOf(ref)),
    ConvertToRange: (ref, _values, { book }) => {
      const { area } = tableOf(ref);
      convertTable(book, 'addin', ref.sheet, tableOf(ref));
      return rangeOf(ref, area);
    },
    Delete: (ref, _values, { book }) => deleteTable(book, 'addin', ref.sheet, tableOf(ref)),
  },
};

/** A table's filter. What it filters by is not told: nothing asks for it. */
const autoFilterClass: ModelClass<TableRef> = {
  name: 'AutoFilter',
  properties: {
    Enabled: { get: (ref) => tableOf(ref).filter },
    IsDataFiltered: { get: (ref) => tableOf(ref).criteria.size > 0 },
  },
  methods: {
    ClearCriteria: (ref, _values, { book }) => clearFilters(book, 'addin', ref.sheet, tableOf(ref)),
  },
};

const tableSortClass: ModelClass<TableRef> = {
  name: 'TableSort',
  methods: {
    Apply: (ref, [fields, matchCase]: unknown[], { book }) => {
      if (matchCase === true) throw notSupported('sort with case');
      sortTable(book, 'addin', ref.sheet, tableOf(ref), readSortFields(fields));
    },
  },
};

/** The table as it is now; ItemNotFound when it is gone. */
export function tableOf({ sheet, id }: TableRef): Table {
  const table = sheet.state.tables.find((candidate) => candidate.id === id);
  if (!table) throw itemNotFound(`table ${id}`);
  return table;
}

function rangeOf({ sheet }: TableRef, area: Area): ModelObject {
  return objectOf(rangeClass, { sheet, area });
}

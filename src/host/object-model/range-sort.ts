import { sortArea, type SortField } from '../book/edit/sort-table';
import type { ModelClass } from './model-class';
import { invalidArgument, notSupported } from './model-error';
import type { RangeRef } from './session';

export const rangeSortClass: ModelClass<RangeRef> = {
  name: 'RangeSort',
  methods: {
    Apply: ({ sheet, area }, [fields, matchCase, hasHeaders, orientation]: unknown[], { book }) => {
      if (matchCase === true) throw notSupported('sort with case');
      if (orientation !== undefined && orientation !== null && orientation !== 'Rows') throw notSupported('sort of columns');
      const body = hasHeaders === true ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area;
      sortArea(book, 'addin', sheet, body, readSortFields(fields));
    },
  },
};

/** Excel.SortField[]: values only, ascending unless said otherwise. */
export function readSortFields(fields: unknown): SortField[] {
  if (!Array.isArray(fields)) throw invalidArgument('fields');
  return (fields as Readonly<Record<string, unknown>>[]).map(({ key, ascending, sortOn }) => {
    if (typeof key !== 'number') throw invalidArgument('key');
    if (sortOn !== undefined && sortOn !== null && sortOn !== 'Value') throw notSupported('sort on formats');
    return { column: key, descending: ascending === false };
  });
}

import { cellArea } from '../book/address';
import type { Sheet } from '../book/sheet';
import { readInteger, readRange } from './arguments';
import { objectOf, type ModelClass, type ModelObject } from './model-class';
import { invalidArgument, itemNotFound } from './model-error';
import { changePrint, setupOf } from './page-layout';
import { rangeClass } from './range';

/** Breaks between rows; each is known by the row that begins the new page. */
export const pageBreakCollectionClass: ModelClass<Sheet> = {
  name: 'PageBreakCollection',
  items: (sheet) => breaksOf(sheet).map((row) => objectOf(pageBreakClass, { sheet, row })),
  methods: {
    Add: (sheet, [range]: [unknown], session) => {
      const { row } = readRange(session.book, sheet, range).area;
      if (row === 0) throw invalidArgument('no page ends above the first row');
      const breaks = [...new Set([...breaksOf(sheet), row])].sort((a, b) => a - b);
      changePrint(session, sheet, { breaks });
      return objectOf(pageBreakClass, { sheet, row });
    },
    GetItemAt: (sheet, [index]: [unknown]) => breakAt(sheet, readInteger(index, 'index')),
    GetCount: (sheet) => breaksOf(sheet).length,
    RemovePageBreaks: (sheet, _values, session) => {
      if (breaksOf(sheet).length > 0) changePrint(session, sheet, { breaks: [] });
    },
  },
};

interface PageBreak {
  readonly sheet: Sheet;
  readonly row: number;
}

const pageBreakClass: ModelClass<PageBreak> = {
  name: 'PageBreak',
  id: ({ row }) => String(row),
  properties: {
    _Id: { get: ({ row }) => String(row) },
    RowIndex: { get: ({ row }) => row },
    ColumnIndex: { get: () => 0 },
  },
  methods: {
    Delete: ({ sheet, row }, _values, session) => changePrint(session, sheet, { breaks: breaksOf(sheet).filter((other) => other !== row) }),
    GetCellAfterBreak: ({ sheet, row }) => objectOf(rangeClass, { sheet, area: cellArea(row, 0) }),
  },
};

function breakAt(sheet: Sheet, index: number): ModelObject {
  const row = breaksOf(sheet)[index];
  if (row === undefined) throw itemNotFound('page break');
  return objectOf(pageBreakClass, { sheet, row });
}

function breaksOf(sheet: Sheet): readonly number[] {
  return setupOf(sheet).breaks ?? [];
}

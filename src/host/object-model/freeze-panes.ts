import { changeSheet } from '../book/edit/tabs';
import type { Sheet } from '../book/sheet';
import { readInteger, readRange } from './arguments';
import { NULL_OBJECT, objectOf, type ModelClass } from './model-class';
import { rangeClass } from './range';

export const freezePanesClass: ModelClass<Sheet> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeAt: (sheet, [range]: [unknown], { book }) => {
      const { area } = readRange(book, sheet, range);
      changeSheet(book, 'addin', sheet, { freeze: { rows: area.row + area.rows, columns: area.column + area.columns } });
    },
    FreezeRows: (sheet, [count]: [unknown], { book }) =>
      changeSheet(book, 'addin', sheet, { freeze: { rows: readInteger(count, 'count'), columns: 0 } }),
    FreezeColumns: (sheet, [count]: [unknown], { book }) =>
      changeSheet(book, 'addin', sheet, { freeze: { rows: 0, columns: readInteger(count, 'count') } }),
    Unfreeze: (sheet, _values, { book }) => changeSheet(book, 'addin', sheet, { freeze: null }),
    GetLocationOrNullObject: (sheet) => {
      const { freeze } = sheet.state;
      if (!freeze) return NULL_OBJECT;
      return objectOf(rangeClass, { sheet, area: { row: 0, column: 0, rows: Math.max(1, freeze.rows), columns: Math.max(1, freeze.columns) } });
    },
  },
};

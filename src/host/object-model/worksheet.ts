import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../../sheet/address';
import type { Area, SheetModel } from '../../sheet/model';
import { cellArea, isInSheet } from '../book/address';
import { changeSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from '../book/edit/tabs';
import type { Sheet } from '../book/sheet';
import { readArea, readBoolean, readChoice, readColor, readInteger, readText } from './arguments';
import { chartCollectionClass } from './chart';
import { eventMethods } from './event-methods';
import { EVENT } from './event-type';
import { freezePanesClass } from './freeze-panes';
import { NULL_OBJECT, objectOf, type ModelClass, type ModelObject } from './model-class';
import { invalidArgument, ModelError } from './model-error';
import { pageBreakCollectionClass } from './page-break';
import { pageLayoutClass } from './page-layout';
import { protectionClass } from './protection';
import { rangeClass } from './range';
import { tableCollectionClass } from './table-collection';

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

export const worksheetClass: ModelClass<Sheet> = {
  name: 'Worksheet',
  id: (sheet) => sheet.id,
  properties: {
    Id: { get: (sheet) => sheet.id },
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, value: unknown, { book }) => renameSheet(book, 'addin', sheet, readText(value, 'name')),
    },
    Position: {
      get: (sheet, { book }) => book.sheets.indexOf(sheet),
      set: (sheet, value: unknown, { book }) => moveSheet(book, 'addin', sheet, readInteger(value, 'position')),
    },
    Visibility: {
      get: (sheet) => VISIBILITY[sheet.state.visibility],
      set: (sheet, value: unknown, { book }) => {
        const wanted = readChoice(value, Object.values(VISIBILITY), 'visibility');
        const visibility = (Object.keys(VISIBILITY) as SheetModel['visibility'][]).find((key) => VISIBILITY[key] === wanted);
        setVisibility(book, 'addin', sheet, visibility ?? 'visible');
      },
    },
    TabColor: {
      get: (sheet) => sheet.state.tabColor ?? '',
      set: (sheet, value: unknown, { book }) =>
        changeSheet(book, 'addin', sheet, { tabColor: value === '' ? null : readColor(value, 'tabColor') }),
    },
    ShowGridlines: gridlines(),
    // The library sets the property under this name where it takes the host for Excel on the web.
    Gridlines: { set: gridlines().set },
    ShowHeadings: { get: () => true },
    EnableCalculation: { get: () => true },
    StandardHeight: { get: () => 15 },
  },
  links: {
    Charts: (sheet) => objectOf(chartCollectionClass, sheet),
    Tables: (sheet, { book }) => objectOf(tableCollectionClass, { book, sheet }),
    FreezePanes: (sheet) => objectOf(freezePanesClass, sheet),
    PageLayout: (sheet) => objectOf(pageLayoutClass, sheet),
    HorizontalPageBreaks: (sheet) => objectOf(pageBreakCollectionClass, sheet),
    Protection: (sheet) => objectOf(protectionClass, sheet),
  },
  methods: {
    ...eventMethods<Sheet>(
      {
        DataChangedEvent: EVENT.changed,
        ActivatedEvent: EVENT.activated,
        DeactivatedEvent: EVENT.deactivated,
        SelectionChangedEvent: EVENT.selectionChanged,
        CalculatedEvent: EVENT.calculated,
        EventNameChanged: EVENT.nameChanged,
      },
      (sheet) => sheet.id,
    ),
    Activate: (sheet, _values, { book }) => book.activate(sheet),
    Calculate: (_sheet, _values, { book }) => book.calculate(),
    Delete: (sheet, _values, { book }) => {
      if (sheet.state.visibility === 'veryHidden') throw new ModelError('InvalidOperation', 'a very hidden sheet cannot be deleted');
      deleteSheet(book, 'addin', sheet);
    },
    GetRange: (sheet, [address]: [unknown], { book }) => {
      const isWhole = address === undefined || address === null || address === '';
      return objectOf(rangeClass, isWhole ? { sheet, area: WHOLE_SHEET } : readArea(book, sheet, address));
    },
    GetRangeByIndexes: (sheet, [row, column, rows, columns]: unknown[]) =>
      rangeOf(sheet, {
        row: readInteger(row, 'startRow'),
        column: readInteger(column, 'startColumn'),
        rows: readInteger(rows, 'rowCount'),
        columns: readInteger(columns, 'columnCount'),
      }),
    GetCell: (sheet, [row, column]: unknown[]) => rangeOf(sheet, cellArea(readInteger(row, 'row'), readInteger(column, 'column'))),
    GetUsedRange: (sheet, [valuesOnly]: [unknown]) => rangeOf(sheet, sheet.usedArea(valuesOnly === true) ?? cellArea(0, 0)),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly]: [unknown]) => {
      const used = sheet.usedArea(valuesOnly === true);
      return used ? rangeOf(sheet, used) : NULL_OBJECT;
    },
  },
};

const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAXIMUM_ROWS, columns: MAXIMUM_COLUMNS };

function gridlines(): NonNullable<ModelClass<Sheet>['properties']>[string] {
  return {
    get: (sheet) => sheet.state.gridlines,
    set: (sheet, value: unknown, { book }) => changeSheet(book, 'addin', sheet, { gridlines: readBoolean(value, 'showGridlines') }),
  };
}

function rangeOf(sheet: Sheet, area: Area): ModelObject {
  if (!isInSheet(area)) throw invalidArgument('outside the sheet');
  return objectOf(rangeClass, { sheet, area });
}

import { columnLetters } from '../../sheet/address';
import type { Area, Link } from '../../sheet/model';
import { isEntireColumns, isEntireRows, readAddress, writeAddress, writeSheetName } from '../book/address';
import { clearAll, clearContents, clearFormats, clearHyperlinks } from '../book/edit/clear-cells';
import { hideColumns, hideRows, mergeCells, unmergeCells } from '../book/edit/format-cells';
import { setLink } from '../book/edit/links';
import type { Shift } from '../book/edit/shift-area';
import { deleteColumns, deleteRows, insertColumns, insertRows, shiftCells } from '../book/edit/shift-lines';
import { readBoolean, readChoice } from './arguments';
import { conditionalFormatCollectionClass } from './conditional-format';
import { dataValidationClass } from './data-validation';
import { objectOf, type ModelClass } from './model-class';
import { invalidArgument, notSupported } from './model-error';
import { rangeFormatClass } from './range-format';
import { rangeShapes } from './range-shape';
import { rangeSortClass } from './range-sort';
import { readFormulas, readNumberFormats, readTexts, readValues, readValueTypes, setNumberFormats, setValues } from './range-values';
import type { RangeRef, Session } from './session';
import { worksheetClass } from './worksheet';

export const rangeClass: ModelClass<RangeRef> = {
  name: 'Range',
  properties: {
    Values: { get: readValues, set: setValues },
    Formulas: { get: readFormulas, set: setValues },
    FormulasLocal: { get: readFormulas, set: setValues },
    Text: { get: readTexts },
    ValueTypes: { get: readValueTypes },
    NumberFormat: { get: readNumberFormats, set: setNumberFormats },
    Address: { get: ({ sheet, area }) => `${writeSheetName(sheet.name)}!${writeAddress(area)}` },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rows },
    ColumnCount: { get: ({ area }) => area.columns },
    CellCount: { get: ({ area }) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns) },
    IsEntireColumn: { get: ({ area }) => isEntireColumns(area) },
    IsEntireRow: { get: ({ area }) => isEntireRows(area) },
    RowHidden: {
      get: ({ sheet, area }) => alike(area.row, area.rows, (row) => sheet.isRowHidden(row)),
      set: ({ sheet, area }, value: unknown, { book }) => hideRows(book, 'addin', sheet, area.row, area.rows, readBoolean(value, 'rowHidden')),
    },
    ColumnHidden: {
      get: ({ sheet, area }) => alike(area.column, area.columns, (column) => sheet.isColumnHidden(column)),
      set: ({ sheet, area }, value: unknown, { book }) =>
        hideColumns(book, 'addin', sheet, area.column, area.columns, readBoolean(value, 'columnHidden')),
    },
    Hidden: {
      get: ({ sheet, area }) =>
        alike(area.row, area.rows, (row) => sheet.isRowHidden(row)) === true ||
        alike(area.column, area.columns, (column) => sheet.isColumnHidden(column)) === true,
    },
    Hyperlink: { get: readHyperlink, set: setHyperlink },
  },
  links: {
    Worksheet: ({ sheet }) => objectOf(worksheetClass, sheet),
    Format: (range) => objectOf(rangeFormatClass, range),
    DataValidation: (range) => objectOf(dataValidationClass, range),
    ConditionalFormats: (range) => objectOf(conditionalFormatCollectionClass, range),
    Sort: (range) => objectOf(rangeSortClass, range),
  },
  methods: {
    ...rangeShapes,
    Clear: ({ sheet, area }, [applyTo]: [unknown], { book }) => CLEAR[readChoice(applyTo ?? 'All', CLEARABLE, 'applyTo')](book, 'addin', sheet, area),
    Insert: insertLines,
    Delete: deleteLines,
    Merge: (range, [across]: [unknown], { book }) => {
      const rows = across === true ? range.area.rows : 1;
      const height = across === true ? 1 : range.area.rows;
      for (let i = 0; i < rows; i++) mergeCells(book, 'addin', range.sheet, { ...range.area, row: range.area.row + i, rows: height });
    },
    Unmerge: ({ sheet, area }, _values, { book }) => unmergeCells(book, 'addin', sheet, area),
    Select: ({ sheet, area }, _values, { book }) => {
      book.activate(sheet);
      book.select(sheet, area);
    },
    // The library has the shape of a large block checked before it sends it in parts.
    _ValidateArraySize: ({ area }, [rows, columns]: [unknown, unknown]) => {
      if (rows !== area.rows || columns !== area.columns) throw invalidArgument('the array does not have the shape of the range');
    },
    Calculate: (_range, _values, { book }) => book.calculate(),
  },
};

const CLEARABLE = ['All', 'Contents', 'Formats', 'Hyperlinks'] as const;
const CLEAR = { All: clearAll, Contents: clearContents, Formats: clearFormats, Hyperlinks: clearHyperlinks } as const;

function alike<T>(from: number, count: number, read: (at: number) => T): T | null {
  const first = read(from);
  for (let at = from + 1; at < from + count; at++) if (read(at) !== first) return null;
  return first;
}

/** Whole rows and columns, or parts of them: what is below or to the right within the range moves. */
function insertLines({ sheet, area }: RangeRef, [shift]: [unknown], { book }: Session): unknown {
  const isDown = readChoice(shift, ['Down', 'Right'], 'shift') === 'Down';
  if (isDown && isEntireRows(area)) insertRows(book, 'addin', sheet, area.row, area.rows);
  else if (!isDown && isEntireColumns(area)) insertColumns(book, 'addin', sheet, area.column, area.columns);
  else shiftCells(book, 'addin', sheet, shiftOf(area, isDown, 1));
  return objectOf(rangeClass, { sheet, area });
}

function deleteLines({ sheet, area }: RangeRef, [shift]: [unknown], { book }: Session): void {
  const isUp = readChoice(shift, ['Up', 'Left'], 'shift') === 'Up';
  if (isUp && isEntireRows(area)) deleteRows(book, 'addin', sheet, area.row, area.rows);
  else if (!isUp && isEntireColumns(area)) deleteColumns(book, 'addin', sheet, area.column, area.columns);
  else shiftCells(book, 'addin', sheet, shiftOf(area, isUp, -1));
}

function shiftOf(area: Area, byRows: boolean, sign: 1 | -1): Shift {
  return byRows
    ? { axis: 'row', at: area.row, count: sign * area.rows, band: { from: area.column, size: area.columns } }
    : { axis: 'column', at: area.column, count: sign * area.columns, band: { from: area.row, size: area.rows } };
}

function readHyperlink({ sheet, area }: RangeRef): unknown {
  const link = sheet.linkAt(area.row, area.column);
  if (!link) return null;
  const cell = `${columnLetters(link.targetColumn)}${link.targetRow + 1}`;
  return { documentReference: `${writeSheetName(link.sheet)}!${cell}`, textToDisplay: String(sheet.valueAt(area.row, area.column) ?? '') };
}

/** Links to other places of the workbook; addresses of web pages are not known here. */
function setHyperlink(range: RangeRef, value: unknown, session: Session): void {
  const { sheet, area } = range;
  const { documentReference, address, textToDisplay } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (address !== undefined && address !== null && address !== '') throw notSupported('hyperlink address');
  const target = typeof documentReference === 'string' ? readAddress(documentReference) : null;
  if (!target) throw invalidArgument('documentReference');
  const link: Link = {
    row: area.row,
    column: area.column,
    sheet: target.sheet ?? sheet.name,
    targetRow: target.area.row,
    targetColumn: target.area.column,
  };
  setLink(session.book, 'addin', sheet, link);
  if (typeof textToDisplay === 'string') setValues({ sheet, area: { ...area, rows: 1, columns: 1 } }, textToDisplay, session);
}

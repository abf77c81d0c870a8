import type { CellStyle } from '../../sheet/model';
import { formatCells, setColumnWidth, setRowHeight } from '../book/edit/format-cells';
import { STANDARD_WIDTH } from '../book/state';
import { DEFAULT_FONT, type Style } from '../book/style';
import { readBoolean, readChoice, readColor, readText } from './arguments';
import { borderCollectionClass } from './border';
import { objectOf, type ModelClass, type Property } from './model-class';
import { invalidArgument } from './model-error';
import type { RangeRef, Session } from './session';

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right', general: 'General' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
/** Office.js measures columns in points, the book in pixels at 100 %. */
const POINTS_PER_PIXEL = 0.75;

export const rangeFormatClass: ModelClass<RangeRef> = {
  name: 'RangeFormat',
  properties: {
    HorizontalAlignment: styleProperty('horizontal', (value) => HORIZONTAL[value ?? 'general'], (value) => keyOf(HORIZONTAL, value)),
    VerticalAlignment: styleProperty('vertical', (value) => VERTICAL[value ?? 'bottom'], (value) => keyOf(VERTICAL, value)),
    WrapText: styleProperty('wrap', (value) => value ?? false, (value) => readBoolean(value, 'wrapText')),
    ColumnWidth: {
      get: ({ sheet, area }) => {
        const widths = new Set(Array.from({ length: Math.min(area.columns, 256) }, (_, i) => sheet.columnWidth(area.column + i)));
        const [width = STANDARD_WIDTH] = widths;
        return widths.size === 1 ? width * POINTS_PER_PIXEL : null;
      },
      set: ({ sheet, area }, value: unknown, { book }) => {
        const points = readSize(value, 'columnWidth');
        // A hundredth of a pixel is beyond what Excel keeps, and hides what multiplying and dividing did.
        setColumnWidth(book, 'addin', sheet, area.column, area.columns, Math.round((points / POINTS_PER_PIXEL) * 100) / 100);
      },
    },
    RowHeight: {
      get: ({ sheet, area }) => {
        const heights = new Set(Array.from({ length: Math.min(area.rows, 10_000) }, (_, i) => sheet.reportedRowHeight(area.row + i)));
        return heights.size === 1 ? [...heights][0] : null;
      },
      set: ({ sheet, area }, value: unknown, { book }) => setRowHeight(book, 'addin', sheet, area.row, area.rows, readSize(value, 'rowHeight')),
    },
    UseStandardHeight: {
      get: ({ sheet, area }) => Array.from({ length: Math.min(area.rows, 10_000) }, (_, i) => area.row + i).every((row) => !sheet.state.rowHeights.has(row)),
      set: ({ sheet, area }, value: unknown, { book }) => {
        if (readBoolean(value, 'useStandardHeight')) setRowHeight(book, 'addin', sheet, area.row, area.rows, undefined);
      },
    },
    UseStandardWidth: {
      get: ({ sheet, area }) => Array.from({ length: Math.min(area.columns, 256) }, (_, i) => area.column + i).every((column) => !sheet.state.columnWidths.has(column)),
      set: ({ sheet, area }, value: unknown, { book }) => {
        if (readBoolean(value, 'useStandardWidth')) setColumnWidth(book, 'addin', sheet, area.column, area.columns, undefined);
      },
    },
  },
  links: {
    Font: (range) => objectOf(fontClass, range),
    Fill: (range) => objectOf(fillClass, range),
    Borders: (range) => objectOf(borderCollectionClass, range),
    Protection: (range) => objectOf(formatProtectionClass, range),
  },
  methods: {
    // The grid fits a row to its contents where nobody set a height.
    AutofitRows: ({ sheet, area }, _values, { book }) => setRowHeight(book, 'addin', sheet, area.row, area.rows, undefined),
  },
};

const fontClass: ModelClass<RangeRef> = {
  name: 'RangeFont',
  properties: {
    Name: styleProperty('fontName', (value) => value ?? DEFAULT_FONT.name, (value) => readText(value, 'name')),
    Size: styleProperty('fontSize', (value) => value ?? DEFAULT_FONT.size, (value) => readSize(value, 'size')),
    Bold: styleProperty('bold', (value) => value ?? false, (value) => readBoolean(value, 'bold')),
    Italic: styleProperty('italic', (value) => value ?? false, (value) => readBoolean(value, 'italic')),
    Color: styleProperty('color', (value) => value ?? DEFAULT_FONT.color, (value) => readColor(value, 'color')),
  },
};

const fillClass: ModelClass<RangeRef> = {
  name: 'RangeFill',
  properties: {
    Color: styleProperty('fill', (value) => value ?? '#FFFFFF', (value) => (value === '' ? undefined : readColor(value, 'color'))),
  },
  methods: { Clear: ({ sheet, area }, _values, { book }) => formatCells(book, 'addin', sheet, area, { fill: undefined }) },
};

const formatProtectionClass: ModelClass<RangeRef> = {
  name: 'FormatProtection',
  properties: { Locked: styleProperty('locked', (value) => value ?? true, (value) => readBoolean(value, 'locked')) },
};

type Styled = Omit<CellStyle, 'border'>;

/** A property of every cell's format: read as null where cells differ. */
function styleProperty<K extends keyof Styled>(
  key: K,
  write: (value: Styled[K]) => unknown,
  read: (value: unknown) => Styled[K],
): Property<RangeRef> {
  return {
    get: (range) => common(range, (style) => write(style[key])),
    set: ({ sheet, area }, value: unknown, { book }: Session) => formatCells(book, 'addin', sheet, area, { [key]: read(value) }),
  };
}

/** What all cells share; null where they differ. Beyond the used part of the sheet cells look alike. */
function common({ sheet, area }: RangeRef, read: (style: Style) => unknown): unknown {
  const first = read(sheet.styleAt(area.row, area.column));
  const used = sheet.usedArea();
  const rows = Math.min(area.rows, Math.max(1, (used ? used.row + used.rows : 0) - area.row + 1));
  const columns = Math.min(area.columns, Math.max(1, (used ? used.column + used.columns : 0) - area.column + 1));
  for (let row = area.row; row < area.row + rows; row++) {
    for (let column = area.column; column < area.column + columns; column++) {
      if (read(sheet.styleAt(row, column)) !== first) return null;
    }
  }
  return first;
}

function keyOf<T extends string>(names: Readonly<Record<T, string>>, value: unknown): T {
  const wanted = readChoice(value, Object.values<string>(names), 'alignment');
  return (Object.keys(names) as T[]).find((key) => names[key] === wanted) as T;
}

function readSize(value: unknown, what: string): number {
  if (typeof value !== 'number' || !(value >= 0)) throw invalidArgument(what);
  return value;
}

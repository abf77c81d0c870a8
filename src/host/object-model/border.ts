import { requireUnprotected } from '../book/edit/guard';
import type { Borders, Side } from '../book/style';
import { mergeStyle } from '../book/style';
import type { Area } from '../../sheet/model';
import { readChoice, readColor } from './arguments';
import { objectOf, type ModelClass } from './model-class';
import { notSupported } from './model-error';
import type { RangeRef, Session } from './session';

const SIDE_INDEXES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;
type SideIndex = (typeof SIDE_INDEXES)[number];

interface BorderRef {
  readonly range: RangeRef;
  readonly side: SideIndex;
}

const BLACK = '#000000';

export const borderCollectionClass: ModelClass<RangeRef> = {
  name: 'RangeBorderCollection',
  properties: { Count: { get: () => SIDE_INDEXES.length } },
  items: (range) => SIDE_INDEXES.map((side) => objectOf(borderClass, { range, side })),
  item: (range, index: unknown) => {
    if (index === 'DiagonalDown' || index === 'DiagonalUp') throw notSupported('diagonal borders');
    return objectOf(borderClass, { range, side: readChoice(index, SIDE_INDEXES, 'index') });
  },
};

const borderClass: ModelClass<BorderRef> = {
  name: 'RangeBorder',
  id: ({ side }) => side,
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: (border) => (colorOf(border) === undefined ? 'None' : 'Continuous'),
      set: (border, value: unknown, session) => {
        if (value === 'None') draw(border, session, () => undefined);
        else if (value === 'Continuous') draw(border, session, (color) => color ?? BLACK);
        else throw notSupported(`border style ${String(value)}`);
      },
    },
    Color: {
      get: (border) => colorOf(border) ?? BLACK,
      set: (border, value: unknown, session) => {
        const color = readColor(value, 'color');
        draw(border, session, () => color);
      },
    },
    Weight: {
      get: () => 'Thin',
      set: (_border, value: unknown) => {
        if (value !== 'Thin') throw notSupported(`border weight ${String(value)}`);
      },
    },
  },
};

/** Which cells have which of their sides on this line, from both sides of it inside the range. */
function linesOf({ range, side }: BorderRef): { readonly area: Area; readonly on: Side }[] {
  const { area } = range;
  const top = { ...area, rows: 1 };
  const bottom = { ...area, row: area.row + area.rows - 1, rows: 1 };
  const left = { ...area, columns: 1 };
  const right = { ...area, column: area.column + area.columns - 1, columns: 1 };
  const lines: Record<SideIndex, { readonly area: Area; readonly on: Side }[]> = {
    EdgeTop: [{ area: top, on: 'top' }],
    EdgeBottom: [{ area: bottom, on: 'bottom' }],
    EdgeLeft: [{ area: left, on: 'left' }],
    EdgeRight: [{ area: right, on: 'right' }],
    InsideHorizontal: [
      { area: { ...area, rows: area.rows - 1 }, on: 'bottom' },
      { area: { ...area, row: area.row + 1, rows: area.rows - 1 }, on: 'top' },
    ],
    InsideVertical: [
      { area: { ...area, columns: area.columns - 1 }, on: 'right' },
      { area: { ...area, column: area.column + 1, columns: area.columns - 1 }, on: 'left' },
    ],
  };
  return lines[side].filter((line) => line.area.rows > 0 && line.area.columns > 0);
}

function colorOf(border: BorderRef): string | undefined {
  const [line] = linesOf(border);
  return line && border.range.sheet.styleAt(line.area.row, line.area.column).borders?.[line.on];
}

function draw(border: BorderRef, { book }: Session, color: (before: string | undefined) => string | undefined): void {
  const { sheet } = border.range;
  requireUnprotected(sheet);
  book.transact('addin', (transaction) => {
    for (const { area, on } of linesOf(border)) {
      transaction.restyle(sheet, area, (style) => {
        const borders = { [on]: color(style.borders?.[on]) } as Borders;
        return mergeStyle(style, { borders });
      });
    }
  });
}

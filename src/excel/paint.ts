import { columnLetters } from '../sheet/address';
import { settleLayers, type Layer } from '../sheet/layer';
import type { AreaStyle, CellStyle, SheetModel } from '../sheet/model';
import type { Desk } from './request';
import type { Step } from './step';

/** Estimated bytes of one format set on one area, its share of the range's look-up included. */
const SETTING_BYTES = 380;
/** Points to a pixel at 100 %: the model has pixels, Office.js wants points. */
export const POINTS_PER_PIXEL = 0.75;

type Setter<P extends keyof CellStyle> = (range: Excel.Range, value: NonNullable<CellStyle[P]>, isBare: boolean) => void;

const SETTERS: { readonly [P in keyof CellStyle]-?: Setter<P> } = {
  // One value for all cells of the range; the types know only the two-dimensional form.
  numberFormat: (range, format) => void (range.numberFormat = format as unknown as string[][]),
  fontName: (range, name) => void (range.format.font.name = name),
  fontSize: (range, size) => void (range.format.font.size = size),
  bold: (range, bold) => void (range.format.font.bold = bold),
  italic: (range, italic) => void (range.format.font.italic = italic),
  color: (range, color) => void (range.format.font.color = color),
  fill: (range, fill) => void (range.format.fill.color = fill),
  horizontal: (range, side) => void (range.format.horizontalAlignment = HORIZONTAL[side]),
  vertical: (range, side) => void (range.format.verticalAlignment = VERTICAL[side]),
  wrap: (range, wrap) => void (range.format.wrapText = wrap),
  border: drawBorder,
  locked: (range, locked) => void (range.format.protection.locked = locked),
};

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right', general: 'General' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** What a cleared sheet's cells have anyway. */
const BARE: Partial<CellStyle> = {
  numberFormat: 'General',
  bold: false,
  italic: false,
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  locked: true,
};

/**
 * Formats of one property each, by areas as large as can be: a column of dates is one call whatever else its
 * cells have. `isBare` says that nothing is formatted yet, so that what a plain cell has is left out.
 */
export function paintSteps(
  sheet: string,
  styles: readonly AreaStyle[],
  properties: readonly (keyof CellStyle)[],
  isBare: boolean,
): readonly Step[] {
  return properties.flatMap((property) => stepsOfProperty(sheet, styles, property, isBare));
}

/** Everything but the number format, which goes before the values. */
export const LOOKS: readonly (keyof CellStyle)[] = (Object.keys(SETTERS) as (keyof CellStyle)[]).filter(
  (property) => property !== 'numberFormat',
);

function stepsOfProperty<P extends keyof CellStyle>(
  sheet: string,
  styles: readonly AreaStyle[],
  property: P,
  isBare: boolean,
): readonly Step[] {
  const set = SETTERS[property] as Setter<P>;
  return layersOf(styles, property, isBare).map(({ area, value }) => ({
    bytes: property === 'border' ? 4 * SETTING_BYTES : SETTING_BYTES,
    run: (desk) => set(desk.range(sheet, area), value, isBare),
  }));
}

/** The settled areas of one property: they do not overlap. */
export function layersOf<P extends keyof CellStyle>(
  styles: readonly AreaStyle[],
  property: P,
  isBare: boolean,
): readonly Layer<NonNullable<CellStyle[P]>>[] {
  type V = NonNullable<CellStyle[P]>;
  const layers = styles.flatMap(({ area, style }): Layer<V>[] => {
    const value = style[property];
    return value === undefined ? [] : [{ area, value: value as V }];
  });
  const isPlain = (value: V): boolean =>
    isBare && (value === BARE[property] || (typeof value === 'object' && value.sides === 'none'));
  return settleLayers<V>(layers, (_below, above) => (isPlain(above) ? null : above), JSON.stringify);
}

const SIDES = ['EdgeTop', 'EdgeLeft', 'EdgeRight', 'EdgeBottom', 'InsideHorizontal', 'InsideVertical'] as const;
const BOTTOM_SIDES: ReadonlySet<string> = new Set(['EdgeBottom', 'InsideHorizontal']);

/** A line that is continuous is thin unless told otherwise. */
function drawBorder(range: Excel.Range, border: NonNullable<CellStyle['border']>, isBare: boolean): void {
  for (const side of SIDES) {
    const isDrawn = border.sides === 'all' || (border.sides === 'bottom' && BOTTOM_SIDES.has(side));
    if (!isDrawn && isBare) continue;
    const line = range.format.borders.getItem(side);
    line.style = isDrawn ? 'Continuous' : 'None';
    if (isDrawn) line.color = border.color;
  }
}

/** Column widths, hidden columns and row heights, neighbours alike in one call. */
export function measureSteps(sheet: SheetModel): readonly Step[] {
  const columns = runsOf(sheet.columnWidths.map(({ column, width, hidden }) => ({ at: column, size: width, isHidden: hidden === true })));
  const rows = runsOf(sheet.rowHeights.map(({ row, height }) => ({ at: row, size: height, isHidden: false })));
  return [
    ...columns.map(({ from, to, size, isHidden }) => ({
      bytes: 2 * SETTING_BYTES,
      run: (desk: Desk) => {
        const range = desk.sheet(sheet.name).getRange(`${columnLetters(from)}:${columnLetters(to)}`);
        range.format.columnWidth = size * POINTS_PER_PIXEL;
        if (isHidden) range.columnHidden = true;
      },
    })),
    ...rows.map(({ from, to, size }) => ({
      bytes: 2 * SETTING_BYTES,
      run: (desk: Desk) => {
        desk.sheet(sheet.name).getRange(`${from + 1}:${to + 1}`).format.rowHeight = size;
      },
    })),
  ];
}

interface Measure {
  readonly at: number;
  readonly size: number;
  readonly isHidden: boolean;
}

function runsOf(measures: readonly Measure[]): readonly { from: number; to: number; size: number; isHidden: boolean }[] {
  const runs: { from: number; to: number; size: number; isHidden: boolean }[] = [];
  const byPlace = new Map(measures.map((measure) => [measure.at, measure]));
  for (const { at, size, isHidden } of [...byPlace.values()].sort((a, b) => a.at - b.at)) {
    const last = runs.at(-1);
    if (last && last.to === at - 1 && last.size === size && last.isHidden === isHidden) last.to = at;
    else runs.push({ from: at, to: at, size, isHidden });
  }
  return runs;
}

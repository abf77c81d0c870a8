import type { Appearance } from '../../book/appearance';
import type { Sheet } from '../../book/sheet';
import type { Style } from '../../book/style';
import { DEFAULT_FONT } from '../../book/style';
import { estimateWidth, lineHeight } from './cell-measure';
import { barToCss, paintsEmptyCell, styleToCss } from './cell-style';

/** What a cell shows, apart from where. */
export interface CellPaint {
  readonly text: string;
  /** Declarations that many cells share. */
  readonly css: string;
  /** Of this cell alone: its data bar. */
  readonly ownCss: string;
  readonly align: 'left' | 'center' | 'right';
  /** True for text that may run over empty neighbours on the right. */
  readonly runsOver: boolean;
  /** Pixels that the text needs on one line. */
  readonly textWidth: number;
  readonly wraps: boolean;
  /** Points. */
  readonly fontSize: number;
  /** Name of the table whose filter button the cell bears. */
  readonly filter: 'off' | 'on' | null;
  readonly link: boolean;
}

/** How the page gets what Excel shows: formatted texts and conditional formats. */
export interface CellReader {
  /** The content in its number format; color where the format names one. */
  readText(sheet: Sheet, row: number, column: number): { readonly text: string; readonly color?: string };
  readAppearance(sheet: Sheet, row: number, column: number): Appearance;
}

/** Null for a cell that shows nothing at all. */
export function paintCell(sheet: Sheet, row: number, column: number, reader: CellReader): CellPaint | null {
  const { style, bar } = reader.readAppearance(sheet, row, column);
  const value = sheet.valueAt(row, column);
  const filter = filterButtonAt(sheet, row, column);
  if (value === null && !bar && !filter && !paintsEmptyCell(style)) return null;
  const fontSize = style.fontSize ?? DEFAULT_FONT.size;
  const shown = value === null ? { text: '' } : reader.readText(sheet, row, column);
  const link = sheet.state.links.length > 0 && sheet.linkAt(row, column) !== null;
  return {
    text: shown.text,
    css: shown.color ? `${styleToCss(style)};color:${shown.color}` : styleToCss(style),
    ownCss: bar ? `${barToCss(bar)};` : '',
    align: alignOf(style, value),
    runsOver: typeof value === 'string' && !style.wrap && shown.text !== '',
    textWidth: shown.text === '' ? 0 : estimateWidth(shown.text, fontSize, style.bold),
    // Numbers are never broken into lines.
    wraps: style.wrap === true && typeof value === 'string',
    fontSize,
    filter,
    link,
  };
}

function alignOf(style: Style, value: string | number | boolean | null): CellPaint['align'] {
  if (style.horizontal && style.horizontal !== 'general') return style.horizontal;
  if (typeof value === 'number') return 'right';
  // Excel centres truth values and errors.
  return typeof value === 'boolean' || (typeof value === 'string' && /^#[A-Z/0]+[!?A]?$/.test(value)) ? 'center' : 'left';
}

function filterButtonAt(sheet: Sheet, row: number, column: number): CellPaint['filter'] {
  for (const table of sheet.state.tables) {
    const { area } = table;
    if (!table.filter || row !== area.row || column < area.column || column >= area.column + area.columns) continue;
    return table.criteria.has(column - area.column) ? 'on' : 'off';
  }
  return null;
}

/**
 * True where the text may be larger than its cell. Only then is it clipped: a clip on every cell would cost the
 * browser more than all the rest of scrolling.
 */
export function needsClip(paint: CellPaint, width: number, height: number): boolean {
  const room = width - 7;
  if (!paint.wraps) return paint.textWidth > room || lineHeight(paint.fontSize) > height;
  const breaks = paint.text.includes('\n') ? paint.text.split('\n').length - 1 : 0;
  const lines = Math.ceil((paint.textWidth * 1.1) / Math.max(room, 1)) + breaks;
  return lines * lineHeight(paint.fontSize) > height;
}

/** True where a number does not fit its column: Excel shows ### then, never a part of a number. */
export function isTooNarrow(paint: CellPaint, value: unknown, width: number): boolean {
  return typeof value === 'number' && paint.textWidth * 0.94 > width - 3;
}

import type { CellStyle as FileStyle } from 'hucre/xlsx';
import { resolveThemeColor } from 'hucre/xlsx';
import type { CellStyle } from '../sheet/model';

type FileFont = NonNullable<FileStyle['font']>;
type FileColor = NonNullable<FileFont['color']>;

/** Font of cells that name none. Column widths in a file are measured in its digits: 7 pixels each. */
export const DEFAULT_FONT = { name: 'Calibri', size: 11 } as const;

/** How a cell looks, in the file library's terms. */
export function toFileStyle(style: CellStyle): FileStyle {
  const file: FileStyle = {};
  const { fontName, fontSize, bold, italic, color, fill, horizontal, vertical, wrap, numberFormat, border, locked } = style;
  if (fontName !== undefined || fontSize !== undefined || bold || italic || color !== undefined) {
    file.font = {
      name: fontName ?? DEFAULT_FONT.name,
      size: fontSize ?? DEFAULT_FONT.size,
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(color !== undefined && { color: { rgb: color.slice(1) } }),
    };
  }
  if (fill !== undefined) file.fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill.slice(1) } };
  if (border && border.sides !== 'none') {
    const side = { style: 'thin', color: { rgb: border.color.slice(1) } } as const;
    file.border = border.sides === 'all' ? { top: side, right: side, bottom: side, left: side } : { bottom: side };
  }
  if ((horizontal && horizontal !== 'general') || (vertical && vertical !== 'bottom') || wrap) {
    file.alignment = {
      ...(horizontal && horizontal !== 'general' && { horizontal }),
      ...(vertical && vertical !== 'bottom' && { vertical }),
      ...(wrap && { wrapText: true }),
    };
  }
  if (numberFormat !== undefined && numberFormat !== 'General') file.numFmt = numberFormat;
  if (locked === false) file.protection = { locked };
  return file;
}

/** A file's style as far as the model knows it; the name of the file's default font is left out. */
export function fromFileStyle(file: FileStyle, themeColors: readonly string[], defaultFont: FileFont): CellStyle {
  const color = colorOf(file.font?.color, themeColors);
  const fill = fillOf(file, themeColors);
  const border = borderOf(file, themeColors);
  const { horizontal, vertical, wrapText } = file.alignment ?? {};
  return {
    ...(file.font?.name !== undefined && file.font.name !== defaultFont.name && { fontName: file.font.name }),
    ...(file.font?.size !== undefined && file.font.size !== DEFAULT_FONT.size && { fontSize: file.font.size }),
    ...(file.font?.bold && { bold: true }),
    ...(file.font?.italic && { italic: true }),
    ...(color !== undefined && color !== '#000000' && { color }),
    ...(fill !== undefined && { fill }),
    ...((horizontal === 'left' || horizontal === 'center' || horizontal === 'right') && { horizontal }),
    ...((vertical === 'top' || vertical === 'center') && { vertical }),
    ...(wrapText && { wrap: true }),
    ...(file.numFmt !== undefined && file.numFmt !== 'General' && { numberFormat: file.numFmt }),
    ...(border && { border }),
    ...(file.protection?.locked === false && { locked: false }),
  };
}

/** #RRGGBB of a file's colour; undefined for automatic. */
export function colorOf(color: FileColor | undefined, themeColors: readonly string[]): string | undefined {
  if (!color) return undefined;
  if (color.rgb !== undefined) return /^[0-9A-Fa-f]{6}$/.test(color.rgb) ? `#${color.rgb.toUpperCase()}` : undefined;
  if (color.theme !== undefined) {
    return `#${resolveThemeColor([...themeColors], THEME_ORDER[color.theme] ?? color.theme, color.tint).toUpperCase()}`;
  }
  return color.indexed === undefined ? undefined : INDEXED[color.indexed];
}

/** A file counts light and dark the other way round than the theme lists them. */
const THEME_ORDER: readonly number[] = [1, 0, 3, 2];

/** The first colours of the old palette, twice, as old programs and some new ones still write them. */
const BASIC = ['#000000', '#FFFFFF', '#FF0000', '#00FF00', '#0000FF', '#FFFF00', '#FF00FF', '#00FFFF'] as const;
const INDEXED: readonly string[] = [...BASIC, ...BASIC];

function fillOf({ fill }: FileStyle, themeColors: readonly string[]): string | undefined {
  return fill?.type === 'pattern' && fill.pattern === 'solid' ? colorOf(fill.fgColor, themeColors) : undefined;
}

function borderOf({ border }: FileStyle, themeColors: readonly string[]): CellStyle['border'] | undefined {
  if (!border?.bottom) return undefined;
  const color = colorOf(border.bottom.color, themeColors) ?? '#000000';
  const sides = border.top && border.left && border.right ? 'all' : 'bottom';
  return { sides, color };
}

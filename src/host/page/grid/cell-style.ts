import { DEFAULT_FONT, type Side, SIDES, type Style } from '../../book/style';
import { listFontFamilies } from './cell-font';
import { POINT } from './cell-measure';

const vertical = { top: 'flex-start', center: 'center', bottom: 'flex-end' } as const;

/** CSS of a cell without its place: everything but borders is of one style object, so it is kept per object. */
const known = new WeakMap<Style, string>();

export function styleToCss(style: Style): string {
  const found = known.get(style);
  if (found !== undefined) return found;
  const css = [
    `font-family:${listFontFamilies(style.fontName ?? DEFAULT_FONT.name)}`,
    `font-size:${(style.fontSize ?? DEFAULT_FONT.size) * POINT}px`,
    `color:${style.color ?? DEFAULT_FONT.color}`,
    `align-items:${vertical[style.vertical ?? 'bottom']}`,
    style.bold ? 'font-weight:700' : '',
    style.italic ? 'font-style:italic' : '',
    style.fill ? `background-color:${style.fill}` : '',
    style.wrap ? 'white-space:pre-wrap;overflow-wrap:anywhere' : 'white-space:pre',
    ...SIDES.map((side) => borderToCss(side, style)),
  ]
    .filter((part) => part !== '')
    .join(';');
  known.set(style, css);
  return css;
}

function borderToCss(side: Side, style: Style): string {
  const color = style.borders?.[side];
  return color ? `border-${side}:1px solid ${color}` : '';
}

/** A data bar of this share (0 to 1) of the cell's width. */
export function barToCss(bar: { readonly color: string; readonly share: number }): string {
  const share = `${(bar.share * 100).toFixed(1)}%`;
  return `background-image:linear-gradient(to right,${bar.color} ${share},transparent ${share})`;
}

/** True where a style is seen without any content. */
export function paintsEmptyCell(style: Style): boolean {
  return style.fill !== undefined || style.borders !== undefined;
}

import { settleLayers } from './layer';
import type { AreaStyle, CellStyle } from './model';

/** What a cell looks like where no style says otherwise; the font's name is then the workbook's own. */
const PLAIN: CellStyle = {
  fontSize: 11,
  bold: false,
  italic: false,
  color: '#000000',
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  numberFormat: 'General',
  locked: true,
};

const PROPERTIES = [
  'fontName',
  'fontSize',
  'bold',
  'italic',
  'color',
  'fill',
  'horizontal',
  'vertical',
  'wrap',
  'numberFormat',
  'border',
  'locked',
] as const satisfies readonly (keyof CellStyle)[];

/** Properties in a fixed order, colours in capitals, without those that only repeat what a plain cell has. */
export function canonicaliseStyle(style: CellStyle): CellStyle {
  const entries = PROPERTIES.flatMap((property): [string, unknown][] => {
    const value = style[property];
    if (value === undefined) return [];
    if (property === 'border') {
      const border = style.border;
      return border && border.sides !== 'none'
        ? [['border', { sides: border.sides, color: border.color.toUpperCase() }]]
        : [];
    }
    const settled = property === 'color' || property === 'fill' ? String(value).toUpperCase() : value;
    return settled === PLAIN[property] ? [] : [[property, settled]];
  });
  return Object.fromEntries(entries);
}

/** Text that is equal for styles that look alike. */
export function keyOfStyle(style: CellStyle): string {
  return JSON.stringify(canonicaliseStyle(style));
}

/** Styles by cell with overrides applied, in areas that do not overlap; plain cells are left out. */
export function canonicaliseStyles(styles: readonly AreaStyle[]): readonly AreaStyle[] {
  const settled = settleLayers<CellStyle>(
    styles.map(({ area, style }) => ({ area, value: style })),
    (below, above) => {
      const combined = canonicaliseStyle({ ...below, ...definedOf(above) });
      return Object.keys(combined).length === 0 ? null : combined;
    },
    (style) => JSON.stringify(style),
  );
  return settled.map(({ area, value }) => ({ area, style: value }));
}

function definedOf(style: CellStyle): CellStyle {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}

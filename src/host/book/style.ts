import type { CellStyle } from '../../sheet/model';

/** Colour (#RRGGBB) of the thin line on each side; a missing side has no line. */
export interface Borders {
  readonly top?: string;
  readonly right?: string;
  readonly bottom?: string;
  readonly left?: string;
}

export type Side = keyof Borders;

export const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** A cell's own format: the model's style with lines by side, as Excel keeps them. */
export interface Style extends Omit<CellStyle, 'border'> {
  readonly borders?: Borders;
}

export const PLAIN: Style = {};

/** What a new workbook's cells look like. */
export const DEFAULT_FONT = { name: '等线', size: 11, color: '#000000' } as const;

/** Properties of the patch win; undefined in the patch takes a property away; sides of lines are merged. */
export function mergeStyle(style: Style, patch: Style): Style {
  const merged: Record<string, unknown> = { ...style, ...patch };
  if (patch.borders) {
    const borders = dropUndefined({ ...style.borders, ...patch.borders });
    merged['borders'] = Object.keys(borders).length > 0 ? borders : undefined;
  }
  dropUndefined(merged);
  return Object.keys(merged).length > 0 ? (merged as Style) : PLAIN;
}

/** A model's style as a patch for mergeStyle: its border takes the place of all four sides. */
export function readModelStyle(style: CellStyle): Style {
  const { border, ...rest } = style;
  if (!border) return rest;
  const line = (drawn: boolean): string | undefined => (drawn ? border.color : undefined);
  const all = border.sides === 'all';
  const borders = { top: line(all), right: line(all), bottom: line(border.sides !== 'none'), left: line(all) };
  return { ...rest, borders } as Style;
}

/**
 * The style in the model's words. Lines that the model cannot say (a left line alone) are left out; a top line
 * alone belongs to the bottom of the cell above.
 */
export function writeModelStyle(style: Style): CellStyle {
  const { borders, ...rest } = style;
  if (!borders?.bottom) return rest;
  const sides = borders.top && borders.left && borders.right ? 'all' : 'bottom';
  return { ...rest, border: { sides, color: borders.bottom } };
}

/** Equal styles have equal keys. */
export function styleKey(style: Style): string {
  return JSON.stringify(style, (_, value: unknown) =>
    value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function dropUndefined(record: Record<string, unknown>): Record<string, unknown> {
  for (const key of Object.keys(record)) if (record[key] === undefined) delete record[key];
  return record;
}

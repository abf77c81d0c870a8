import { isInArea } from '../../sheet/area';
import type { Book } from './book';
import type { Sheet } from './sheet';
import { mergeStyle, type Style } from './style';

/** How a cell looks: its own format with the conditional formats that hold over it. */
export interface Appearance {
  readonly style: Style;
  /** Data bar: share of the cell's width, 0 to 1. */
  readonly bar: { readonly color: string; readonly share: number } | null;
}

/** The first format that sets a property wins, as in Excel. Formulas are evaluated, so ask for visible cells only. */
export function appearanceAt(book: Book, sheet: Sheet, row: number, column: number): Appearance {
  let patch: Style = {};
  let bar: Appearance['bar'] = null;
  for (const { format } of sheet.state.formats) {
    if (!isInArea(format.area, row, column)) continue;
    if (format.kind === 'dataBar') {
      bar ??= barOf(sheet.valueAt(row, column), format);
      continue;
    }
    const holds = book.evaluate(format.formula, sheet, { row, column }, format.area);
    if (holds !== true && !(typeof holds === 'number' && holds !== 0)) continue;
    patch = { ...(format.fill && { fill: format.fill }), ...(format.color && { color: format.color }), ...(format.bold && { bold: true }), ...patch };
  }
  return { style: mergeStyle(sheet.styleAt(row, column), patch), bar };
}

function barOf(value: unknown, format: { readonly color: string; readonly minimum: number; readonly maximum: number }): Appearance['bar'] {
  if (typeof value !== 'number' || format.maximum <= format.minimum) return null;
  const share = (value - format.minimum) / (format.maximum - format.minimum);
  return { color: format.color, share: Math.min(1, Math.max(0, share)) };
}

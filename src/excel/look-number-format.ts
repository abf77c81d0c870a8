import { boundAreas, intersectAreas } from '../sheet/area';
import type { Area } from '../sheet/model';
import type { SheetLook } from '../sheet/sheet-look';
import { wholePart } from './cell-block';
import type { Desk } from './request';
import { splitArea } from './read';
import { BLOCK_CELLS } from './step';

/**
 * Cells whose number formats are asked for in one look, some 12 bytes each. A unit's workbook has 40,000 in all; of one
 * with more each list gives its first rows, which people fill in first, and its last.
 */
const MOST_CELLS = 200_000;
/** In one request: 600,000 bytes of answer. */
const REQUEST_CELLS = 50_000;

/** Part of a sheet, by the name that it is laid under and the one that it has. */
export interface FormatBand {
  readonly look: SheetLook;
  readonly sheet: string;
  readonly area: Area;
}

/** Number formats of a band, row by row. */
export interface BandFormats extends FormatBand {
  readonly formats: readonly (readonly unknown[])[];
}

/** What is asked for: all columns with a number format, over as many rows as can be afforded, as many to a request as fit. */
export function formatBands(sheets: readonly { readonly look: SheetLook; readonly sheet: string }[], most = MOST_CELLS): readonly (readonly FormatBand[])[] {
  const wholes = sheets.flatMap((each) => {
    const area = boundAreas(shownIn(each.look).map((shown) => shown.area));
    return area === null ? [] : [{ ...each, area }];
  });
  const requests: FormatBand[][] = [];
  let cells = Infinity;
  for (const { area: whole, ...each } of wholes) {
    const rows = Math.floor(most / wholes.length / whole.columns);
    for (const part of rowsWithin(whole, Math.max(1, rows))) {
      for (const area of splitArea(part, BLOCK_CELLS)) {
        const size = area.rows * area.columns;
        if (cells + size > REQUEST_CELLS) {
          requests.push([]);
          cells = 0;
        }
        requests.at(-1)!.push({ ...each, area });
        cells += size;
      }
    }
  }
  return requests;
}

/** All rows, or the first and the last. */
function rowsWithin(whole: Area, rows: number): Area[] {
  if (whole.rows <= rows + 1) return [whole];
  return [{ ...whole, rows }, { ...whole, row: whole.row + whole.rows - 1, rows: 1 }];
}

function shownIn({ styles }: SheetLook): readonly { readonly area: Area; readonly format: string }[] {
  return styles.flatMap(({ area, style: { numberFormat } }) => (numberFormat === undefined ? [] : [{ area, format: numberFormat }]));
}

/** Asks for the formats of a band; the returned function gives them. Throws HostError incompleteRead for an answer with holes. */
export function askForBand(desk: Desk, band: FormatBand): () => BandFormats {
  const range = desk.range(band.sheet, band.area);
  range.load('numberFormat');
  return () => ({ ...band, formats: wholePart(band.sheet, band.area, range.numberFormat) });
}

/**
 * Each column as it is laid, and every other format that one of its cells has, once, where it was first met. Rows that
 * were not asked for count as they are laid.
 */
export function numberFormatsOf(look: SheetLook, bands: readonly BandFormats[]): SheetLook['styles'] {
  const own = bands.filter((band) => band.look === look);
  return shownIn(look).flatMap(({ area, format }) => {
    const others = new Map<string, Area>();
    for (const band of own) {
      const common = intersectAreas(band.area, area);
      for (let row = common?.row ?? 0; common !== null && row < common.row + common.rows; row += 1) {
        for (let column = common.column; column < common.column + common.columns; column += 1) {
          const found = String(band.formats[row - band.area.row]![column - band.area.column]);
          if (found !== format && !others.has(found)) others.set(found, { row, column, rows: 1, columns: 1 });
        }
      }
    }
    return [{ area, style: { numberFormat: format } }, ...[...others].map(([numberFormat, cell]) => ({ area: cell, style: { numberFormat } }))];
  });
}

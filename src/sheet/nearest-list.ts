import type { List } from '../list/list';
import { normaliseHeader } from './match-header';
import type { WorkbookContent } from './model';
import { cellReader } from './read-data';

/** The row of a foreign workbook that looks most like the header of one of our lists. */
export interface NearestList {
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  readonly list: List;
  /** Headers of the list that are not in the row, in their order. */
  readonly missing: readonly string[];
}

/** Fewer headers than this are found in any table about projects. */
const fewestHeaders = 4;
/** Rows and columns from the corner that are looked at. */
const searched = { rows: 40, columns: 120 };

/** What a workbook without a list of ours most looks like, to say what is wrong with it; null where it is like none. */
export function findNearestList(content: WorkbookContent, lists: readonly List[]): NearestList | null {
  const wanted = lists.map((list) => {
    const headers = list.columns.filter(({ role }) => role === 'entry' || role === 'issued').map(({ header }) => header);
    return { list, headers, keys: headers.map(normaliseHeader) };
  });
  let best: (NearestList & { readonly share: number }) | null = null;
  for (const sheet of content.sheets) {
    if (sheet.visibility === 'veryHidden') continue;
    const cell = cellReader(sheet);
    for (let row = sheet.row; row < sheet.row + Math.min(searched.rows, sheet.values.length); row += 1) {
      const texts = new Set<string>();
      for (let at = sheet.column; at < sheet.column + searched.columns; at += 1) {
        const value = cell(row, at);
        if (typeof value === 'string') texts.add(normaliseHeader(value));
      }
      if (texts.size < fewestHeaders) continue;
      for (const { list, headers, keys } of wanted) {
        const missing = headers.filter((_, at) => !texts.has(keys[at]!));
        const found = headers.length - missing.length;
        const share = found / headers.length;
        if (found >= fewestHeaders && share > (best?.share ?? 0)) best = { sheet: sheet.name, row, list, missing, share };
      }
    }
  }
  return best;
}

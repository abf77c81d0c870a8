import type { List } from '../list/list';
import { sheetLabels } from '../text/sheet';
import { formatAddress } from './address';
import type { ListLayout } from './layout';
import { isHidden, widthOf, type ListPages } from './list-page';
import type { Area, Block, Content, PrintSetup } from './model';

/** Pixels of a Chinese character of a header: 10 points. */
const headerLetter = 40 / 3;

/**
 * Band row and header row. Neighbours of one band share a merged cell, on each printed page one of its own. The column
 * with which a page begins stays out of it: a program that rounds the scale otherwise puts it on the page before, where
 * a merged cell would be painted over the edge.
 */
export function bandBlock(layout: ListLayout, pages: ListPages): { readonly block: Block; readonly merges: Area[] } {
  const bands = layout.places.map((place) => (place.kind === 'ours' ? (place.column.band ?? null) : null));
  const merges: Area[] = [];
  const beginsPage = (at: number): boolean => at > 0 && pages.starts.includes(at);
  const staysOut = (at: number): boolean => beginsPage(at) && bands[at + 1] === bands[at];
  const goesOn = (at: number): boolean => at > 0 && bands[at - 1] === bands[at] && !beginsPage(at) && !staysOut(at - 1);
  const texts: Content[] = bands.map((band, at) => (goesOn(at) || staysOut(at) ? null : band));
  for (let start = 0; start < bands.length; start += 1) {
    if (texts[start] === null) continue;
    let end = start + 1;
    while (end < bands.length && goesOn(end)) end += 1;
    if (end - start > 1) merges.push({ row: layout.bandRow, column: start, rows: 1, columns: end - start });
  }
  return { block: { row: layout.bandRow, column: 0, content: [texts] }, merges };
}

/** Header texts in the order of the sheet's columns. */
export function headersOf(layout: ListLayout): string[] {
  return layout.places.map((place) => (place.kind === 'ours' ? place.column.header : place.user.header));
}

/** A column that the user added has none: it keeps the width that it has. */
export function columnWidths(layout: ListLayout): { column: number; width: number; hidden?: boolean }[] {
  return layout.places.flatMap((place, column) =>
    place.kind === 'user' ? [] : [{ column, width: widthOf(place), ...(isHidden(place) ? { hidden: true } : {}) }],
  );
}

/** Row heights in points: what is frozen above the table stays low, so that a laptop still shows rows. */
export function rowHeights(layout: ListLayout): { row: number; height: number }[] {
  const heights = new Map<number, number>([
    [layout.attachmentRow, 18],
    [layout.titleRow, 30],
    [layout.infoRow, 18],
    [layout.bandRow, 18],
    [layout.headerRow, headerHeight(layout)],
  ]);
  for (const row of [layout.totalRow, layout.cityTotalRow, layout.noticeRow, layout.cityLevelRow]) {
    if (row !== null) heights.set(row, 20);
  }
  return [...heights].map(([row, height]) => ({ row, height }));
}

/** Points that the longest header needs in its column; 42 leave room for filter buttons under one line. */
function headerHeight(layout: ListLayout): number {
  const lines = layout.places.map((place) => {
    if (place.kind === 'user' || isHidden(place)) return 1;
    const halves = [...place.column.header].reduce((sum, letter) => sum + (letter > '\u2000' ? 2 : 1.1), 0);
    return Math.ceil((halves / 2) * headerLetter / (widthOf(place) - 7));
  });
  return Math.max(42, Math.max(...lines) * 14 + 4);
}

/** Cell of the first header in the form A$6, from which 序号 counts. */
export function headerCellOf(layout: ListLayout): string {
  const address = formatAddress(layout.headerRow, 0);
  return address.replace(/(\d+)$/, '$$$1');
}

/** Landscape, as many pages wide as stay readable, header rows and project names on each page. */
export function printSetup(list: List, layout: ListLayout, pages: ListPages): PrintSetup {
  return {
    paper: list.paper,
    orientation: 'landscape',
    fitToWidth: pages.count,
    titleRows: { from: layout.bandRow, to: layout.headerRow },
    area: pages.area,
    ...(pages.repeated > 0 && { titleColumns: { from: 0, to: pages.repeated - 1 } }),
    centerHorizontally: true,
    footer: { left: sheetLabels.signature, center: '', right: sheetLabels.page },
    margins: { top: 0.6, bottom: 0.7, left: 0.4, right: 0.4, footer: 0.3 },
  };
}

import type { List } from '../list/list';
import { fromSerial } from '../plan/day';
import { asOfName } from '../total/reference';
import { sheetLabels } from '../text/sheet';
import { formatAddress } from './address';
import type { BuildInput } from './build-input';
import type { LaidColumn, ListLayout } from './layout';
import { colors, styles } from './look';
import type { Area, AreaStyle, Block, Content, PrintSetup } from './model';
import { reporterName } from './sheet-name';

/** Pixels of the sheet that one printed page holds, at the smallest scale that is still easy to read. */
const pageWidths = { A4: 1700, A3: 2450 } as const;

/** The three lines above every list: 附件, title, 填报单位 · 统计截止日 · 单位. */
export function frameBlocks(list: List, layout: ListLayout, input: BuildInput, reporter: string): Block[] {
  // List 8 holds no money, so it names no unit of money.
  const hasMoney = list.columns.some((column) => column.type === 'money');
  const money = hasMoney ? `　　${sheetLabels.money}：${list.unitOfMeasure}` : '';
  const formula =
    `="${sheetLabels.reporter}："&${reporterName}` +
    `&"　　${sheetLabels.asOf}："&YEAR(${asOfName})&"年"&MONTH(${asOfName})&"月"&DAY(${asOfName})&"日${money}"`;
  const value = `${sheetLabels.reporter}：${reporter}　　${sheetLabels.asOf}：${chineseDate(input.asOf)}${money}`;
  return [
    { row: layout.attachmentRow, column: 0, content: [[list.attachment]] },
    { row: layout.titleRow, column: 0, content: [[list.title]] },
    { row: layout.infoRow, column: 0, content: [[{ formula, value }]] },
  ];
}

export function frameStyles(layout: ListLayout, columns: number): AreaStyle[] {
  return [
    { area: { row: layout.attachmentRow, column: 0, rows: 1, columns: 1 }, style: styles.attachment },
    { area: { row: layout.titleRow, column: 0, rows: 1, columns }, style: styles.title },
    { area: { row: layout.infoRow, column: 0, rows: 1, columns }, style: { ...styles.info, border: { sides: 'bottom', color: colors.line } } },
  ];
}

/** Title and line under it, merged over the width of the first printed page. */
export function frameMerges(layout: ListLayout, columns: number): Area[] {
  return [layout.titleRow, layout.infoRow].map((row) => ({ row, column: 0, rows: 1, columns }));
}

/** How many columns the first printed page holds. */
export function firstPageColumns(list: List, layout: ListLayout): number {
  let width = 0;
  let count = 0;
  for (const place of layout.places) {
    if (isHidden(place) || (list.kind === 'target' && !isPrinted(place))) continue;
    width += widthOf(place);
    if (width > pageWidth(list, layout)) break;
    count += 1;
  }
  return Math.max(count, 3);
}

/** Band row and header row. Neighbours of one band share a merged cell. */
export function bandBlock(layout: ListLayout): { readonly block: Block; readonly merges: Area[] } {
  const bands = layout.places.map((place) => (place.kind === 'ours' ? (place.column.band ?? null) : null));
  const merges: Area[] = [];
  const texts: Content[] = bands.map((band, at) => (at > 0 && bands[at - 1] === band ? null : band));
  for (let start = 0; start < bands.length; start += 1) {
    if (texts[start] === null) continue;
    let end = start + 1;
    while (end < bands.length && bands[end] === bands[start]) end += 1;
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
    [layout.headerRow, 42],
  ]);
  for (const row of [layout.totalRow, layout.cityTotalRow, layout.noticeRow, layout.cityLevelRow]) {
    if (row !== null) heights.set(row, 20);
  }
  return [...heights].map(([row, height]) => ({ row, height }));
}

/** Cell of the first header in the form A$6, from which 序号 counts. */
export function headerCellOf(layout: ListLayout): string {
  const address = formatAddress(layout.headerRow, 0);
  return address.replace(/(\d+)$/, '$$$1');
}

/** Landscape, as many pages wide as stay readable, header rows and project names on each page. */
export function printSetup(list: List, layout: ListLayout): PrintSetup {
  const pages = Math.max(1, Math.ceil(printedWidth(list, layout) / pageWidth(list, layout)));
  return {
    paper: list.paper,
    orientation: 'landscape',
    fitToWidth: pages,
    titleRows: { from: layout.bandRow, to: layout.headerRow },
    // A target list has a fixed number of rows, so it can be printed without 校验提示.
    ...(list.kind === 'target' ? { area: printedArea(layout) } : {}),
    ...(list.kind === 'project' && pages > 1 ? { titleColumns: { from: 0, to: 1 } } : {}),
    centerHorizontally: true,
    footer: { left: sheetLabels.signature, center: '', right: sheetLabels.page },
    margins: { top: 0.6, bottom: 0.7, left: 0.4, right: 0.4, footer: 0.3 },
  };
}

/** 2023年11月5日 */
export function chineseDate(serial: number): string {
  const { year, month, day } = fromSerial(serial);
  return `${year}年${month}月${day}日`;
}

/** A wide list is spread evenly, so that the last page is not a strip. */
function pageWidth(list: List, layout: ListLayout): number {
  const pages = Math.ceil(printedWidth(list, layout) / pageWidths[list.paper]);
  return Math.max(printedWidth(list, layout) / Math.max(1, pages), pageWidths[list.paper] * 0.6);
}

/** What is printed of a project list is all that is not hidden. */
function printedWidth(list: List, layout: ListLayout): number {
  const printed = layout.places.filter((place) => (list.kind === 'target' ? isPrinted(place) : !isHidden(place)));
  return printed.reduce((sum, place) => sum + widthOf(place), 0);
}

/** The sheet down to the table's last row, up to the column before 校验提示. */
function printedArea(layout: ListLayout): Area {
  const columns = layout.places.findIndex((place) => !isPrinted(place));
  return { row: 0, column: 0, rows: layout.firstRow + layout.rowCount, columns: columns < 0 ? layout.places.length : columns };
}

function isPrinted(place: LaidColumn): boolean {
  return place.kind === 'user' || (place.column.role !== 'identity' && place.column.role !== 'mark');
}

function widthOf(place: LaidColumn): number {
  return place.kind === 'ours' ? place.column.width : 120;
}

function isHidden(place: LaidColumn): boolean {
  return place.kind === 'ours' && place.column.role === 'identity';
}

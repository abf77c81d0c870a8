import type { List } from '../list/list';
import { formatDay } from '../text/format';
import { sheetLabels } from '../text/sheet';
import { asOfName } from '../total/reference';
import type { BuildInput } from './build-input';
import type { ListLayout } from './layout';
import type { ListPages } from './list-page';
import { colors, styles } from './look';
import type { Area, AreaStyle, Block } from './model';
import { reporterName } from './sheet-name';

/**
 * The three lines above every list: 附件, title, 填报单位 · 统计截止日 · 单位. 附件 stands on each page by the columns
 * that are repeated; the other two are longer than these, so that each page to the right has its own.
 */
export function headBlocks(list: List, layout: ListLayout, pages: ListPages, input: BuildInput, reporter: string): Block[] {
  // List 8 holds no money, so it names no unit of money.
  const hasMoney = list.columns.some((column) => column.type === 'money');
  const money = hasMoney ? `　　${sheetLabels.money}：${list.unitOfMeasure}` : '';
  const formula =
    `="${sheetLabels.reporter}："&${reporterName}` +
    `&"　　${sheetLabels.asOf}："&YEAR(${asOfName})&"年"&MONTH(${asOfName})&"月"&DAY(${asOfName})&"日${money}"`;
  const value = `${sheetLabels.reporter}：${reporter}　　${sheetLabels.asOf}：${formatDay(input.asOf)}${money}`;
  return [
    { row: layout.attachmentRow, column: 0, content: [[list.attachment]] },
    ...titlePlaces(pages).map(({ column }): Block => ({ row: layout.titleRow, column, content: [[list.title]] })),
    ...infoPlaces(pages).map(({ column }): Block => ({ row: layout.infoRow, column, content: [[{ formula, value }]] })),
  ];
}

export function headStyles(layout: ListLayout, pages: ListPages): AreaStyle[] {
  const line = (row: number): Area => ({ row, column: 0, rows: 1, columns: pages.area.columns });
  return [
    { area: { row: layout.attachmentRow, column: 0, rows: 1, columns: 1 }, style: styles.attachment },
    { area: line(layout.titleRow), style: styles.title },
    { area: line(layout.infoRow), style: { ...styles.info, border: { sides: 'bottom', color: colors.line } } },
  ];
}

/** Title and line under it, each merged over the width of its page. */
export function headMerges(layout: ListLayout, pages: ListPages): Area[] {
  const merge = (row: number) => ({ column, columns }: Place): Area[] => (columns > 1 ? [{ row, column, rows: 1, columns }] : []);
  return [...titlePlaces(pages).flatMap(merge(layout.titleRow)), ...infoPlaces(pages).flatMap(merge(layout.infoRow))];
}

interface Place {
  readonly column: number;
  readonly columns: number;
}

/** The first page's title stands in the middle of the whole page: what is repeated of it is empty. */
function titlePlaces(pages: ListPages): Place[] {
  return [{ column: 0, columns: pages.firstColumns }, ...placesToTheRight(pages)];
}

/** What begins in the columns that are repeated would be repeated on each page, cut off where they end. */
function infoPlaces(pages: ListPages): Place[] {
  const { repeated, firstColumns } = pages;
  const from = repeated < firstColumns ? repeated : 0;
  return [{ column: from, columns: firstColumns - from }, ...placesToTheRight(pages)];
}

/** Of each page but the first, from its second column on: a program that rounds the scale puts the first on the page before. */
function placesToTheRight({ starts, area }: ListPages): Place[] {
  return starts.slice(1).map((start, at) => {
    const end = starts[at + 2] ?? area.columns;
    const column = Math.min(start + 1, end - 1);
    return { column, columns: end - column };
  });
}

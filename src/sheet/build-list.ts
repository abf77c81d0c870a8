import type { List } from '../list/list';
import { targetColumn } from '../list/target-list';
import type { MeasureKey } from '../plan/plan';
import type { FormulaContext } from '../total/formula-pair';
import type { TotalData } from '../total/data';
import type { Steps } from '../total/steps';
import { formatAbsoluteAddress } from './address';
import type { BuildInput } from './build-input';
import { columnAt, layList, type ListLayout } from './layout';
import { bodyContent } from './list-body';
import { bandBlock, headerCellOf, headersOf, rowHeights } from './list-frame';
import { headBlocks, headMerges, headStyles } from './list-head';
import { cityLevelLine, cityLines, projectTotals } from './list-line';
import { lookOfList } from './list-look';
import { layPages } from './list-page';
import { bodyStyleOf, styles } from './look';
import type { AreaStyle, Block, Content, SheetModel } from './model';
import { sheetNameOf } from './sheet-name';

/** One of the nine lists or a ledger as a sheet. Data must be computed (computeColumns). */
export function* buildList(list: List, input: BuildInput, data: TotalData, reporter: string): Steps<SheetModel> {
  const rows = input.rows[list.key];
  const layout = layList(input.plan, list, input.scope, rows);
  const context = formulaContext(list, layout, input, data);
  const pages = layPages(list, layout);
  const band = bandBlock(layout, pages);
  const lines = lineBlocks(list, layout, input, data);
  yield;
  const body = yield* bodyContent(list, layout, rows, data, context);
  const look = lookOfList(input.plan, list, layout, sheetNameOf('data', input.sheetNames));
  const table = {
    row: layout.headerRow,
    column: 0,
    rows: layout.rowCount + 1,
    columns: layout.places.length,
  };
  return {
    name: sheetNameOf(list, input.sheetNames),
    ...look,
    blocks: [
      ...headBlocks(list, layout, pages, input, reporter),
      ...lines,
      band.block,
      { row: layout.headerRow, column: 0, content: [headersOf(layout)] },
      { row: layout.firstRow, column: 0, content: body },
    ],
    styles: [
      ...headStyles(layout, pages),
      ...lines.flatMap((line) => lineStyles(line.row, list, layout)),
      { area: { row: layout.bandRow, column: 0, rows: 1, columns: table.columns }, style: styles.band },
      { area: { row: layout.headerRow, column: 0, rows: 1, columns: table.columns }, style: styles.header },
      ...look.styles,
    ],
    merges: [...headMerges(layout, pages), ...band.merges],
    rowHeights: rowHeights(layout),
    tables: [{ name: list.tableName, area: table, headers: headersOf(layout), filter: list.kind === 'project', style: null }],
    links: [],
  };
}

/** The lines between the title and the table: 合计, or 全市合计 and 文件全市数, or 市本级. */
export function lineBlocks(list: List, layout: ListLayout, input: BuildInput, data: TotalData): Block[] {
  const block = (row: number, content: Content[][]): Block => ({ row, column: 0, content });
  if (list.kind === 'project') return [block(layout.totalRow!, [projectTotals(list, layout, data)])];
  if (layout.cityTotalRow !== null) {
    const [total, notice] = cityLines(list, layout, data);
    return [block(layout.cityTotalRow, [total!]), block(layout.noticeRow!, [notice!])];
  }
  return layout.cityLevelRow === null ? [] : [block(layout.cityLevelRow, [cityLevelLine(layout, input)])];
}

/** A line above the table shows each figure as its column does. */
function lineStyles(row: number, list: List, layout: ListLayout): AreaStyle[] {
  return layout.places.map((place, column) => {
    const area = { row, column, rows: 1, columns: 1 };
    if (place.kind !== 'ours') return { area, style: styles.total };
    const { numberFormat = 'General' } = bodyStyleOf(place.column);
    const isCount = list.kind === 'project' && place.column.key === list.nameColumn;
    const isText = column === 0 || place.column.role === 'mark' || numberFormat === '@';
    return {
      area,
      style: {
        ...styles.total,
        numberFormat: isCount ? '#,##0"个"_ ' : isText ? 'General' : numberFormat,
        ...(column === 0 ? { horizontal: 'center' as const } : {}),
      },
    };
  });
}

function formulaContext(list: List, layout: ListLayout, input: BuildInput, data: TotalData): FormulaContext {
  return {
    plan: input.plan,
    lists: data.lists,
    scope: input.scope,
    list,
    headerCell: headerCellOf(layout),
    cityLevelCell: (measure: MeasureKey) =>
      layout.cityLevelRow === null
        ? null
        : formatAbsoluteAddress(layout.cityLevelRow, columnAt(layout, targetColumn(measure, 'done'))),
  };
}

import type { Exchange } from '../list/record';
import type { Plan } from '../plan/plan';
import { exchangeKindName, exchangeLabels, shortBatch } from '../text/exchange-sheet';
import { colors, styles } from './look';
import { isSameName } from './lay-sheet';
import type { AreaStyle, CellStyle, Content, SheetContent, SheetModel } from './model';
import { cellReader } from './read-data';
import { printReport } from './report-print';
import { tableNames } from './sheet-name';

const headerRow = 2;
const widths = [48, 120, 76, 96, 300, 76, 52, 52, 52, 52, 52, 420];
const columns = exchangeLabels.headers.length;
/** Characters of 处理情况 that a cell holds; the hidden sheet keeps all of them. */
const longestText = 32_000;
const countKeys = ['added', 'changed', 'deleted', 'conflicting', 'refused'] as const;

/** False for a sheet of the user's own that is only called so: it holds something, and neither our table nor our title. */
export function isExchange(sheet: SheetContent): boolean {
  const hasTable = sheet.tables.some(({ name }) => isSameName(name, tableNames.exchange));
  return hasTable || cellReader(sheet)(0, 0) === exchangeLabels.title || sheet.values.flat().every((cell) => cell === null || cell === '');
}

/** True where nothing stands on it but what is ours: with somebody's words on it, it is not to be taken away. */
export function isBareExchange(sheet: SheetContent): boolean {
  const isOurs = (row: number, column: number): boolean => (row <= headerRow && column < columns) || isExchangeLine(sheet, { row, column });
  return isExchange(sheet) && sheet.values.every((line, down) => line.every((cell, along) => cell === null || cell === '' || isOurs(sheet.row + down, sheet.column + along)));
}

/** True for a cell of one of its lines, which are known by their number. */
export function isExchangeLine(sheet: SheetContent, { row, column }: { readonly row: number; readonly column: number }): boolean {
  return column < columns && row > headerRow && typeof cellReader(sheet)(row, 0) === 'number';
}

/** The sheet 交换记录 of the city workbook: one line for each file that was sent or merged, the oldest first. */
export function buildExchange(name: string, plan: Plan, exchanges: readonly Exchange[]): SheetModel {
  const body = exchanges.map((exchange, at) => lineOf(plan, exchange, at));
  const area = { row: headerRow + 1, column: 0, rows: body.length, columns };
  return {
    name,
    visibility: 'visible',
    tabColor: '#6B7280',
    gridlines: false,
    blocks: [
      { row: 0, column: 0, content: [[exchangeLabels.title]] },
      { row: 1, column: 0, content: [[exchangeLabels.intro]] },
      { row: headerRow, column: 0, content: [exchangeLabels.headers] },
      { row: headerRow + 1, column: 0, content: body },
    ],
    styles: [
      { area: { row: 0, column: 0, rows: 1, columns }, style: { ...styles.title, horizontal: 'left' } },
      { area: { row: 1, column: 0, rows: 1, columns }, style: { ...styles.info, color: colors.quiet } },
      { area: { row: headerRow, column: 0, rows: 1, columns }, style: styles.header },
      ...bodyStyles(area),
    ],
    merges: [{ row: 1, column: 0, rows: 1, columns }],
    columnWidths: widths.map((width, column) => ({ column, width })),
    rowHeights: [
      { row: 0, height: 30 },
      { row: 1, height: 20 },
      { row: headerRow, height: 24 },
    ],
    tables: [
      {
        name: tableNames.exchange,
        area: { row: headerRow, column: 0, rows: body.length + 1, columns },
        headers: [...exchangeLabels.headers],
        filter: true,
        style: null,
      },
    ],
    validations: [],
    conditionalFormats: [],
    links: [],
    freeze: { rows: headerRow + 1, columns: 0 },
    print: printReport(headerRow),
  };
}

/** What was sent out has no counts of changes. */
function lineOf(plan: Plan, exchange: Exchange, at: number): Content[] {
  const counts = countKeys.map((key): Content => (exchange.kind === 'split' ? null : exchange.counts[key]));
  return [
    at + 1,
    exchange.at,
    exchangeKindName(exchange.kind),
    plan.units.find(({ key }) => key === exchange.unit)?.name ?? exchange.unit,
    exchange.file,
    exchange.batch === '' ? null : shortBatch(exchange.batch),
    ...counts,
    exchange.decisions.join('；').slice(0, longestText),
  ];
}

function bodyStyles(area: AreaStyle['area']): AreaStyle[] {
  const column = (at: number, count: number, style: CellStyle): AreaStyle => ({ area: { ...area, column: at, columns: count }, style });
  const centered: CellStyle = { ...styles.body, horizontal: 'center' };
  const text: CellStyle = { ...styles.body, horizontal: 'left', wrap: true, numberFormat: '@' };
  return [
    column(0, 1, { ...centered, numberFormat: '0' }),
    column(1, 1, { ...centered, numberFormat: '@' }),
    column(2, 2, { ...centered, numberFormat: '@' }),
    column(4, 1, text),
    column(5, 1, { ...centered, color: colors.quiet, numberFormat: '@' }),
    column(6, 5, { ...centered, numberFormat: '0' }),
    column(11, 1, { ...text, numberFormat: 'General' }),
  ];
}

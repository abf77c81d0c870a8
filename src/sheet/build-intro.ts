import type { List } from '../list/list';
import { earliestDay, latestDay } from '../list/column';
import { listsInScope } from '../list/registry';
import { asOfName } from '../total/reference';
import { formatClause } from '../text/format';
import { fillerOf, introLines, sheetLabels, workbookTitle } from '../text/sheet';
import type { BuildInput } from './build-input';
import { colors, styles } from './look';
import type { AreaStyle, Block, DefinedName, Link, SheetModel } from './model';
import { reporterName, sheetNameOf } from './sheet-name';

/** Rows of the two cells that the user may change. */
const reporterRow = 2;
const asOfRow = 3;
const firstProseRow = 5;

/** 说明, the first sheet: what this is, how to fill it in without the add-in, who fills in which sheet. */
export function buildIntro(
  input: BuildInput,
  reporter: string,
): { readonly sheet: SheetModel; readonly names: readonly DefinedName[] } {
  const { plan, scope } = input;
  const name = sheetNameOf('intro', input.sheetNames);
  const lines = introLines(plan);
  const tableRow = firstProseRow + lines.length;
  const lists = listsInScope(plan, scope);
  const listRows = lists.map((list) => [sheetNameOf(list, input.sheetNames), null, fillerOf(plan, list), formatClause(list.source)]);
  const blocks: Block[] = [
    { row: 0, column: 0, content: [[workbookTitle(plan, scope)]] },
    { row: 1, column: 0, content: [[`依据：${plan.issuer}${plan.number}`]] },
    { row: reporterRow, column: 0, content: [[sheetLabels.reporter, reporter]] },
    { row: asOfRow, column: 0, content: [[sheetLabels.asOf, input.asOf]] },
    ...lines.map((line, at) => ({
      row: firstProseRow + at,
      column: 0,
      content: [['heading' in line ? line.heading : line.prose]],
    })),
    { row: tableRow, column: 0, content: [['工作表', null, '填报单位', '依据'], ...listRows] },
  ];
  const whole = (row: number) => ({ row, column: 0, rows: 1, columns: 4 });
  const sheet: SheetModel = {
    name,
    visibility: 'visible',
    tabColor: '#4A5568',
    gridlines: false,
    blocks,
    styles: [
      { area: whole(0), style: styles.title },
      { area: whole(1), style: { ...styles.info, horizontal: 'center', color: colors.quiet } },
      ...inputStyles(),
      ...lines.map((line, at): AreaStyle => ({
        area: whole(firstProseRow + at),
        style: 'heading' in line ? styles.section : styles.prose,
      })),
      { area: whole(tableRow), style: styles.header },
      { area: { row: tableRow + 1, column: 0, rows: lists.length, columns: 4 }, style: { ...styles.body, wrap: true } },
      {
        area: { row: tableRow + 1, column: 0, rows: lists.length, columns: 1 },
        style: { color: colors.accent },
      },
      { area: { row: tableRow + 1, column: 3, rows: lists.length, columns: 1 }, style: { horizontal: 'center' } },
    ],
    merges: [
      whole(0),
      whole(1),
      ...lines.map((_, at) => whole(firstProseRow + at)),
      ...Array.from({ length: lists.length + 1 }, (_, at) => ({ row: tableRow + at, column: 0, rows: 1, columns: 2 })),
    ],
    columnWidths: [110, 190, 480, 90].map((width, column) => ({ column, width })),
    rowHeights: [
      { row: 0, height: 42 },
      { row: 1, height: 20 },
      { row: reporterRow, height: 24 },
      { row: asOfRow, height: 24 },
      ...lines.map((line, at) => ({
        row: firstProseRow + at,
        height: 'heading' in line ? 26 : 18 * Math.ceil(line.prose.length / 52) + 4,
      })),
      ...Array.from({ length: lists.length + 1 }, (_, at) => ({ row: tableRow + at, height: 20 })),
    ],
    tables: [],
    validations: [
      {
        area: { row: asOfRow, column: 1, rows: 1, columns: 1 },
        rule: { kind: 'date', operator: 'between', minimum: earliestDay, maximum: latestDay },
        prompt: { title: sheetLabels.asOf, text: '填日期，例如 2023-11-25。时序进度、汇总和各项校验都以这一天为准。' },
        error: {
          title: sheetLabels.asOf,
          text: '“统计截止日”应为日期，例如 2023-11-25。点“取消”恢复原来的日期。',
          level: 'stop',
        },
      },
    ],
    conditionalFormats: [],
    links: lists.map((list, at): Link => linkTo(list, tableRow + 1 + at, input)),
    print: {
      paper: 'A4',
      orientation: 'portrait',
      fitToWidth: 1,
      centerHorizontally: true,
      footer: { left: '', center: '', right: sheetLabels.page },
      margins: { top: 0.7, bottom: 0.7, left: 0.6, right: 0.6, footer: 0.3 },
    },
    protection: { allowFormatColumns: true, allowFilter: false },
  };
  const cell = (row: number) => ({ row, column: 1, rows: 1, columns: 1 });
  return {
    sheet,
    names: [
      { name: asOfName, sheet: name, area: cell(asOfRow) },
      { name: reporterName, sheet: name, area: cell(reporterRow) },
    ],
  };
}

function inputStyles(): AreaStyle[] {
  const label = { ...styles.header, horizontal: 'center' as const };
  const field = { ...styles.body, fontSize: 12, locked: false, horizontal: 'left' as const };
  const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
  return [
    { area: at(reporterRow, 0), style: label },
    { area: at(asOfRow, 0), style: label },
    { area: at(reporterRow, 1), style: field },
    { area: at(asOfRow, 1), style: { ...field, numberFormat: 'yyyy-mm-dd' } },
  ];
}

function linkTo(list: List, row: number, input: BuildInput): Link {
  return { row, column: 0, sheet: sheetNameOf(list, input.sheetNames), targetRow: 0, targetColumn: 0 };
}

import { resultLabels } from '../text/sheet';
import { quoteSheetName } from './address';
import { colors, fonts, markColors, styles } from './look';
import type { Area, AreaStyle, CellStyle, Change, Content, FormulaFormat, SheetContent, SheetModel } from './model';
import { printReport } from './report-print';
import { tableNames } from './sheet-name';

/** One line of 校验结果, all text; the place is where its link leads. */
export interface ResultLine {
  /** 错误, 警告, 提示, or 已说明; 已调整 and 已停用 for what the office decided of a rule. */
  readonly level: string;
  readonly sheet: string;
  /** A1, or empty where the line is about the workbook as a whole. */
  readonly cell: string;
  readonly place: { readonly row: number; readonly column: number } | null;
  readonly unit: string;
  readonly code: string;
  readonly sentence: string;
  readonly source: string;
}

/** The last check as text. */
export interface ResultSheet {
  /** When, by which plan, as of which day, and the counts: one paragraph each. */
  readonly summary: readonly string[];
  readonly lines: readonly ResultLine[];
}

const headerRow = 6;
const widths = [48, 64, 150, 76, 84, 200, 560, 84];
const columns = resultLabels.headers.length;
const tableName = tableNames.result;

/** The sheet 校验结果. Before the first check it says what to do. */
export function buildResult(name: string, result: ResultSheet | undefined): SheetModel {
  const summary = result === undefined ? [resultLabels.none] : result.summary;
  const body = bodyOf(result);
  const area = { row: headerRow + 1, column: 0, rows: body.length, columns };
  return {
    name,
    visibility: 'visible',
    tabColor: '#B45309',
    gridlines: false,
    blocks: [
      { row: 0, column: 0, content: [[resultLabels.title]] },
      ...summary.slice(0, headerRow - 1).map((text, at) => ({ row: 1 + at, column: 0, content: [[text]] })),
      { row: headerRow, column: 0, content: [resultLabels.headers] },
      { row: headerRow + 1, column: 0, content: body },
    ],
    styles: [
      { area: { row: 0, column: 0, rows: 1, columns }, style: { ...styles.title, horizontal: 'left' } },
      { area: { row: 1, column: 0, rows: headerRow - 1, columns }, style: styles.info },
      { area: { row: headerRow, column: 0, rows: 1, columns }, style: styles.header },
      ...bodyStyles(area),
    ],
    merges: Array.from({ length: headerRow - 1 }, (_, at) => ({ row: 1 + at, column: 0, rows: 1, columns })),
    columnWidths: widths.map((width, column) => ({ column, width })),
    rowHeights: [
      { row: 0, height: 30 },
      // Filter buttons have room under the words.
      { row: headerRow, height: 36 },
    ],
    tables: [
      {
        name: tableName,
        area: { row: headerRow, column: 0, rows: body.length + 1, columns },
        headers: [...resultLabels.headers],
        filter: true,
        style: null,
      },
    ],
    validations: [],
    conditionalFormats: levelFormats(area),
    links: [],
    freeze: { rows: headerRow + 1, columns: 0 },
    print: printReport(headerRow),
  };
}

/**
 * The same on a sheet that is there, written over the last check's in one go: `present` is its table as it was
 * read. Where the table is gone or was moved the sheet has to be laid anew (null).
 */
export function rewriteResult(present: SheetContent, result: ResultSheet): Change[] | null {
  const table = present.tables.find(({ name }) => name.toLowerCase() === tableName.toLowerCase());
  if (table === undefined || table.area.row !== headerRow || table.area.column !== 0) return null;
  const sheet = present.name;
  const body = bodyOf(result);
  const before = table.area.rows - 1;
  const area = { row: headerRow + 1, column: 0, rows: body.length, columns };
  const empty = Array.from({ length: Math.max(0, before - body.length) }, () => resultLabels.headers.map(() => null));
  const summary = Array.from({ length: headerRow - 1 }, (_, at) => [result.summary[at] ?? null]);
  return [
    { kind: 'resizeTable', sheet, table: tableName, area: { row: headerRow, column: 0, rows: body.length + 1, columns } },
    {
      kind: 'styleCells',
      sheet,
      styles: [
        ...(empty.length === 0 ? [] : [{ area: { ...area, row: area.row + body.length, rows: empty.length }, style: bare }]),
        ...bodyStyles(area),
      ],
    },
    { kind: 'writeCells', sheet, row: 1, column: 0, content: summary },
    { kind: 'writeCells', sheet, row: area.row, column: 0, content: [...body, ...empty] },
    { kind: 'replaceConditionalFormats', sheet, formats: levelFormats(area) },
  ];
}

/** What rows below the table look like. */
const bare: CellStyle = { border: { sides: 'none', color: colors.line } };

const levelNames = { error: '错误', warning: '警告', info: '提示' } as const;

function lineCells(line: ResultLine, at: number): Content[] {
  return [at + 1, line.level, line.sheet, linkCell(line), line.unit, line.code, line.sentence, line.source];
}

/** A formula and no native link, so that a check writes it together with everything else. */
function linkCell({ sheet, cell, place }: ResultLine): Content {
  if (place === null) return cell;
  const target = `#${quoteSheetName(sheet)}!${cell}`.replaceAll('"', '""');
  return { formula: `=HYPERLINK("${target}","${cell}")`, value: cell };
}

function bodyOf(result: ResultSheet | undefined): Content[][] {
  const lines = result?.lines ?? [];
  return lines.length === 0 ? [resultLabels.headers.map(() => null)] : lines.map(lineCells);
}

function levelFormats(area: Area): FormulaFormat[] {
  return (['error', 'warning', 'info'] as const).map((severity) => ({
    kind: 'formula',
    area: { ...area, column: 1, columns: 1 },
    formula: `=$B${area.row + 1}="${levelNames[severity]}"`,
    fill: markColors[severity].fill,
    color: markColors[severity].color,
  }));
}

function bodyStyles(area: AreaStyle['area']): AreaStyle[] {
  const column = (at: number, style: CellStyle): AreaStyle => ({ area: { ...area, column: at, columns: 1 }, style });
  const centered: CellStyle = { ...styles.body, horizontal: 'center' };
  return [
    column(0, { ...centered, numberFormat: '0' }),
    column(1, centered),
    column(2, { ...styles.body, wrap: true }),
    column(3, { ...centered, color: colors.accent }),
    column(4, centered),
    column(5, { ...styles.body, fontName: fonts.body, fontSize: 9, color: colors.quiet }),
    column(6, { ...styles.body, wrap: true, horizontal: 'left' }),
    column(7, { ...centered, wrap: true }),
  ];
}

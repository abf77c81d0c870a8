import { describeKeptCopy, keptCopyTexts } from '../text/kept-copy';
import { columnLetters } from './address';
import { markColors, styles } from './look';
import type { Area, AreaStyle, Content, SheetContent, SheetModel } from './model';
import { cellReader } from './read-data';
import { printReport } from './report-print';

/** What somebody typed into a sheet of ours that is about to be laid over, as it stands there. */
export interface TypedSheet {
  readonly sheet: SheetContent;
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  /** 0-based; null where the sheet has no table. */
  readonly headerRow: number | null;
  /** Number formats by sheet column; a column that is not there shows numbers as they are. */
  readonly formats: ReadonlyMap<number, string>;
  /** Sheet columns that nobody reads: 行标识. */
  readonly hidden: readonly number[];
}

/** True for such a copy: whatever stands on it belongs to no list. */
export function isKeptCopy(sheet: SheetContent): boolean {
  const first = cellReader(sheet)(0, 0);
  return typeof first === 'string' && first.startsWith(keptCopyTexts.mark);
}

const firstRow = 2;

/** The rows in which something was typed, each under the headers and with its number in the sheet, what was typed coloured. Values only. */
export function buildKeptCopy(name: string, { sheet, cells, headerRow, formats, hidden }: TypedSheet): SheetModel {
  const cell = cellReader(sheet);
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const last = rows.concat(headerRow ?? []).reduce((right, row) => Math.max(right, lastColumn(sheet, row)), sheet.column);
  const columns = Array.from({ length: last + 1 - sheet.column }, (_, at) => sheet.column + at);
  const placeOf = (column: number): number => column - sheet.column + 1;
  const headers = columns.map((column): Content => (headerRow === null ? columnLetters(column) : cell(headerRow, column)));
  const lines = rows.map((row): Content[] => [row + 1, ...columns.map((column) => cell(row, column))]);
  const area = { row: firstRow, column: 0, rows: lines.length, columns: columns.length + 1 };
  const formatted = columns.flatMap((column): AreaStyle[] => {
    const numberFormat = formats.get(column);
    return numberFormat === undefined ? [] : [{ area: { ...area, column: placeOf(column), columns: 1 }, style: { numberFormat } }];
  });
  const lineOf = new Map(rows.map((row, at) => [row, firstRow + at]));
  const marked = columnAreas(cells.map(({ row, column }) => ({ row: lineOf.get(row)!, column: placeOf(column) })));
  return {
    name,
    visibility: 'visible',
    tabColor: markColors.warning.color,
    gridlines: true,
    blocks: [
      { row: 0, column: 0, content: [[describeKeptCopy(sheet.name)]] },
      { row: 1, column: 0, content: [[keptCopyTexts.row, ...headers]] },
      { row: firstRow, column: 0, content: lines },
    ],
    styles: [
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { ...styles.info, color: markColors.warning.color } },
      { area: { ...area, row: 1, rows: 1 }, style: styles.header },
      { area, style: { ...styles.body, wrap: true } },
      ...formatted,
      ...marked.map((each): AreaStyle => ({ area: each, style: { fill: markColors.warning.fill } })),
    ],
    merges: [],
    columnWidths: [
      { column: 0, width: 64 },
      ...columns.map((column) => ({ column: placeOf(column), width: 110, ...(hidden.includes(column) ? { hidden: true } : {}) })),
    ],
    rowHeights: [],
    tables: [],
    validations: [],
    conditionalFormats: [],
    links: [],
    freeze: { rows: firstRow, columns: 1 },
    print: printReport(firstRow - 1),
  };
}

/** Cells under one another as one area each. */
function columnAreas(cells: TypedSheet['cells']): Area[] {
  const areas: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = areas[areas.length - 1];
    if (last?.column === column && last.row + last.rows === row) last.rows += 1;
    else if (last?.column !== column || last.row + last.rows < row) areas.push({ row, column, rows: 1, columns: 1 });
  }
  return areas;
}

function lastColumn(sheet: SheetContent, row: number): number {
  const line = sheet.values[row - sheet.row] ?? [];
  let at = line.length - 1;
  while (at > 0 && (line[at] ?? '') === '') at -= 1;
  return sheet.column + at;
}

import type { AreaStyle, Block, CellStyle, Content, SheetModel, WorkbookModel } from '../../sheet/model';
import { joinRuns } from '../../sheet/row-run';
import type { Book } from './book';
import { readHeaders } from './edit/table-header';
import type { Sheet } from './sheet';
import { STANDARD_WIDTH, type Protection } from './state';
import { PLAIN, styleKey, writeModelStyle, type Style } from './style';

/** All of the book as data. Formulas carry their present results. */
export function writeModel(book: Book): WorkbookModel {
  return {
    sheets: book.sheets.map(writeSheet),
    names: book.state.names,
    activeSheet: book.activeSheet.name,
  };
}

function writeSheet(sheet: Sheet): SheetModel {
  const { state } = sheet;
  return {
    name: state.name,
    visibility: state.visibility,
    ...(state.tabColor !== null && { tabColor: state.tabColor }),
    gridlines: state.gridlines,
    blocks: writeBlocks(sheet),
    styles: writeStyles(sheet),
    merges: state.merges,
    columnWidths: [...new Set([...state.columnWidths.keys(), ...state.hiddenColumns])].sort((a, b) => a - b).map((column) => ({
      column,
      width: state.columnWidths.get(column) ?? STANDARD_WIDTH,
      ...(state.hiddenColumns.has(column) && { hidden: true }),
    })),
    rowHeights: [...state.rowHeights].sort(([a], [b]) => a - b).map(([row, height]) => ({ row, height })),
    ...(state.hiddenRows.size > 0 && { hiddenRows: joinRuns([...state.hiddenRows]) }),
    tables: state.tables.map((table) => ({
      name: table.name,
      area: table.area,
      headers: readHeaders(sheet, table),
      filter: table.filter,
      style: table.style,
    })),
    validations: state.validations,
    conditionalFormats: state.formats.map(({ format }) => format),
    links: state.links,
    ...(state.charts.length > 0 && { charts: state.charts.map(({ chart }) => chart) }),
    ...(state.freeze && { freeze: state.freeze }),
    ...(state.print && { print: state.print }),
    ...(state.protection && { protection: withoutPassword(state.protection) }),
  };
}

/** A file of ours has no passwords. */
function withoutPassword({ allowFormatColumns, allowFilter }: Protection): NonNullable<SheetModel['protection']> {
  return { allowFormatColumns, allowFilter };
}

/** One block per unbroken stretch of a row. */
function writeBlocks(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  for (const row of sortedKeys(sheet.state.rows)) {
    let open: { column: number; content: Content[] } | null = null;
    const cells = sheet.state.rows.get(row);
    for (const column of sortedKeys(cells ?? new Map<number, unknown>())) {
      const content = contentAt(sheet, row, column);
      if (content === null) continue;
      if (open && open.column + open.content.length === column) open.content.push(content);
      else {
        open = { column, content: [content] };
        blocks.push({ row, column, content: [open.content] });
      }
    }
  }
  return blocks;
}

function contentAt(sheet: Sheet, row: number, column: number): Content {
  const formula = sheet.formulaAt(row, column);
  const value = sheet.valueAt(row, column);
  // An empty text as a result shows nothing, like an empty cell; files and add-ins do not tell them apart either.
  return formula === null ? value : { formula, value: value === '' ? null : value };
}

/** Whole columns and rows first, then runs of alike cells, joined downwards. */
function writeStyles(sheet: Sheet): AreaStyle[] {
  const styles: AreaStyle[] = [];
  const { columnStyles, rowStyles } = sheet.state;
  for (const [column, style] of columnStyles) styles.push({ area: { row: 0, column, rows: 1_048_576, columns: 1 }, style: writeModelStyle(style) });
  for (const [row, style] of rowStyles) styles.push({ area: { row, column: 0, rows: 1, columns: 16_384 }, style: writeModelStyle(style) });
  const open = new Map<string, { column: number; columns: number; row: number; rows: number; style: CellStyle }>();
  const keys = new Map<Style, string>();
  for (const row of sortedKeys(sheet.state.rows)) {
    for (const run of runsOf(sheet, row, keys)) {
      const key = `${run.column},${run.columns},${run.key}`;
      const above = open.get(key);
      if (above && above.row + above.rows === row) above.rows++;
      else {
        if (above) styles.push(toAreaStyle(above));
        open.set(key, { ...run, row, rows: 1, style: writeModelStyle(run.style) });
      }
    }
  }
  for (const run of open.values()) styles.push(toAreaStyle(run));
  return styles;
}

interface Run {
  readonly column: number;
  columns: number;
  readonly key: string;
  readonly style: Style;
}

function runsOf(sheet: Sheet, row: number, keys: Map<Style, string>): Run[] {
  const runs: Run[] = [];
  const cells = sheet.state.rows.get(row);
  for (const column of sortedKeys(cells ?? new Map<number, unknown>())) {
    const style = cells?.get(column)?.style ?? PLAIN;
    const isBare = style === PLAIN && sheet.state.columnStyles.size === 0 && sheet.state.rowStyles.size === 0;
    if (isBare) continue;
    const key = keys.get(style) ?? styleKey(style);
    keys.set(style, key);
    const last = runs.at(-1);
    if (last && last.key === key && last.column + last.columns === column) last.columns++;
    else runs.push({ column, columns: 1, key, style });
  }
  return runs;
}

function toAreaStyle(run: { column: number; columns: number; row: number; rows: number; style: CellStyle }): AreaStyle {
  return { area: { row: run.row, column: run.column, rows: run.rows, columns: run.columns }, style: run.style };
}

function sortedKeys(map: ReadonlyMap<number, unknown>): number[] {
  return [...map.keys()].sort((a, b) => a - b);
}

import { columnLetters, MAXIMUM_ROWS } from '../sheet/address';
import type { Area, CellStyle, Content, SheetModel, TableModel } from '../sheet/model';
import { gridOf, isEmptyContent } from '../sheet/grid';
import type { Grid } from '../sheet/grid';
import { fitRows } from './fit-row';
import type { StringPool } from './string-pool';
import { uniqueHeaders } from './table-shape';
import { encodeFormula, encodeText } from './xml-text';

/** Errors that a file has a type of its own for; newer ones (#SPILL!) have none and are kept as text. */
const ERRORS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
]);

/** Rows that are written in a piece. */
const rowsPerStep = 100;

export interface WrittenCells {
  /** <sheetData>…</sheetData> */
  readonly xml: string;
  /** What the cells span, A1 of an empty sheet. */
  readonly dimension: Area;
}

/**
 * The cells of a sheet. Written by us and not by the library, which makes a key of the whole style for every
 * cell, cannot write the cached value of a formula that failed, and lets _x0041_ in a text turn into A.
 * @param styled areas that do not overlap, with the index of their style in the file
 */
export function* writeCells(
  sheet: SheetModel,
  styled: readonly { readonly area: Area; readonly style: CellStyle; readonly index: number }[],
  strings: StringPool,
): Generator<undefined, WrittenCells, void> {
  const grid = gridOf(sheet.blocks);
  for (const table of sheet.tables) writeHeaders(grid, table);
  const lastRow = Math.max(-1, ...grid.keys());
  yield;
  const styles = styleRows(styled, lastRow);
  yield;
  const heights = new Map(sheet.rowHeights.map(({ row, height }) => [row, height]));
  const fitted = fitRows(sheet, styled, grid);
  yield;
  const hidden = new Set((sheet.hiddenRows ?? []).flatMap(({ row, rows: count }) => Array.from({ length: count }, (_, at) => row + at)));
  const rows = [...new Set([...grid.keys(), ...styles.keys(), ...heights.keys(), ...hidden])].sort((a, b) => a - b);

  const parts: string[] = [];
  const span = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const row of rows) {
    const cells = grid.get(row) ?? [];
    const styleIndexes = styles.get(row) ?? [];
    const width = Math.max(cells.length, styleIndexes.length);
    let xml = '';
    for (let column = 0; column < width; column += 1) {
      const content = cells[column];
      const style = styleIndexes[column] ?? 0;
      if (style === 0 && isEmptyContent(content)) continue;
      xml += writeCell(columnLetters(column) + String(row + 1), content ?? null, style, strings);
      if (column < span.left) span.left = column;
      if (column > span.right) span.right = column;
    }
    const height = heights.get(row);
    if (xml === '' && height === undefined && !hidden.has(row)) continue;
    if (parts.length % rowsPerStep === 0) yield;
    parts.push(`<row r="${row + 1}"${heightOf(height, fitted.get(row))}${hidden.has(row) ? ' hidden="1"' : ''}>${xml}</row>`);
    if (xml === '') continue;
    span.top = Math.min(span.top, row);
    span.bottom = row;
  }
  const dimension =
    span.top === Infinity
      ? { row: 0, column: 0, rows: 1, columns: 1 }
      : { row: span.top, column: span.left, rows: span.bottom - span.top + 1, columns: span.right - span.left + 1 };
  return { xml: `<sheetData>${parts.join('')}</sheetData>`, dimension };
}

/** A fitted height is no custom one: the program may fit the row anew. */
function heightOf(set: number | undefined, fitted: number | undefined): string {
  if (set !== undefined) return ` ht="${set}" customHeight="1"`;
  return fitted === undefined ? '' : ` ht="${fitted}"`;
}

function writeCell(address: string, content: Content, style: number, strings: StringPool): string {
  const open = style === 0 ? `<c r="${address}"` : `<c r="${address}" s="${style}"`;
  if (typeof content === 'number') return Number.isFinite(content) ? `${open}><v>${content}</v></c>` : `${open}/>`;
  if (typeof content === 'string') {
    if (content === '') return `${open}/>`;
    return ERRORS.has(content)
      ? `${open} t="e"><v>${content}</v></c>`
      : `${open} t="s"><v>${strings.indexOf(content)}</v></c>`;
  }
  if (content === null) return `${open}/>`;
  if (typeof content === 'boolean') return `${open} t="b"><v>${content ? 1 : 0}</v></c>`;
  const formula = `<f>${encodeFormula(content.formula.replace(/^=/, ''))}</f>`;
  const { value } = content;
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return `${open}>${formula}</c>`;
  if (typeof value === 'number') return `${open}>${formula}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  return `${open} t="${ERRORS.has(value) ? 'e' : 'str'}">${formula}<v>${encodeText(value)}</v></c>`;
}

/** Excel refuses a table whose header cells are not the very texts that the table names. */
function writeHeaders(grid: Grid, table: TableModel): void {
  const cells = grid.get(table.area.row) ?? [];
  uniqueHeaders(table).forEach((header, i) => {
    for (let column = cells.length; column < table.area.column + i; column += 1) cells[column] = null;
    cells[table.area.column + i] = header;
  });
  grid.set(table.area.row, cells);
}

/** Style index by row and column. A style down to the last row of the sheet ends where the contents end. */
function styleRows(
  styled: readonly { readonly area: Area; readonly index: number }[],
  lastRow: number,
): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const { area, index } of styled) {
    if (index === 0) continue;
    const reachesEnd = area.row + area.rows >= MAXIMUM_ROWS;
    const end = reachesEnd ? Math.max(lastRow + 1, area.row + 1) : area.row + area.rows;
    for (let row = area.row; row < end; row += 1) {
      let indexes = rows.get(row);
      if (!indexes) {
        indexes = [];
        rows.set(row, indexes);
      }
      for (let column = indexes.length; column < area.column; column += 1) indexes[column] = 0;
      for (let column = area.column; column < area.column + area.columns; column += 1) indexes[column] = index;
    }
  }
  return rows;
}

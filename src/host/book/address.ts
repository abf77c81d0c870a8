import { columnLetters, formatArea, formatAbsoluteArea, MAXIMUM_COLUMNS, MAXIMUM_ROWS, parseArea, parseReference } from '../../sheet/address';
import { isInArea } from '../../sheet/area';
import type { Area } from '../../sheet/model';

export function isEntireRows(area: Area): boolean {
  return area.column === 0 && area.columns === MAXIMUM_COLUMNS;
}

export function isEntireColumns(area: Area): boolean {
  return area.row === 0 && area.rows === MAXIMUM_ROWS;
}

/** A1 · A1:B2 · A:C · 1:3, as Excel writes it, without the sheet. */
export function writeAddress(area: Area): string {
  if (isEntireColumns(area)) return `${columnLetters(area.column)}:${columnLetters(area.column + area.columns - 1)}`;
  if (isEntireRows(area)) return `${area.row + 1}:${area.row + area.rows}`;
  return formatArea(area);
}

/** As in a name's formula: =汇总!$A$1:$B$2 */
export function writeAbsolute(sheet: string, area: Area): string {
  return `=${writeSheetName(sheet)}!${formatAbsoluteArea(area)}`;
}

/** A sheet name as Excel shows it before ! in an address: quoted only where it must be. */
export function writeSheetName(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[rc]\d*$/i.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Reads an address with or without a sheet before it, $ or not; null for anything else. */
export function readAddress(text: string): { readonly sheet: string | null; readonly area: Area } | null {
  if (text.includes('!')) return parseReference(text);
  const area = parseArea(text.replaceAll('$', ''));
  return area && { sheet: null, area };
}

export function cellArea(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}

export function isInSheet(area: Area): boolean {
  return (
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    area.row + area.rows <= MAXIMUM_ROWS &&
    area.column + area.columns <= MAXIMUM_COLUMNS
  );
}

export function containsArea(outer: Area, inner: Area): boolean {
  return (
    isInArea(outer, inner.row, inner.column) &&
    isInArea(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1)
  );
}

/** Positions of all cells, row by row. */
export function* cellsOf(area: Area): Generator<{ readonly row: number; readonly column: number }> {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) yield { row, column };
  }
}

import type { Area } from './model';

export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

export const MAXIMUM_ROWS = 1_048_576;
export const MAXIMUM_COLUMNS = 16_384;

const letterCache: string[] = [];

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  const known = letterCache[column];
  if (known !== undefined) return known;
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  letterCache[column] = letters;
  return letters;
}

/** A → 0, AA → 26; case does not matter. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** {row: 2, column: 1} → B3. */
export function formatAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** {row: 2, column: 1} → $B$3. */
export function formatAbsoluteAddress(row: number, column: number): string {
  return `$${columnLetters(column)}$${row + 1}`;
}

/** B3 or $B$3 → {row: 2, column: 1}; null where the text is no address or lies outside the largest sheet. */
export function parseAddress(text: string): CellAddress | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(text);
  if (!match) return null;
  const row = Number(match[2]) - 1;
  const column = columnNumber(match[1] ?? '');
  return row < MAXIMUM_ROWS && column < MAXIMUM_COLUMNS ? { row, column } : null;
}

/** A1:C3, or A1 for a single cell. */
export function formatArea(area: Area): string {
  const first = formatAddress(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${formatAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** $A$1:$C$3, or $A$1 for a single cell. */
export function formatAbsoluteArea(area: Area): string {
  const first = formatAbsoluteAddress(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${formatAbsoluteAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** A1, A1:C3, C3:A1 with or without $, also whole columns (A:C) and rows (1:3); null where it is none of these. */
export function parseArea(text: string): Area | null {
  const [first = '', second, extra] = text.split(':');
  if (extra !== undefined) return null;
  const from = parseAddress(first);
  if (second === undefined) return from && { ...from, rows: 1, columns: 1 };
  const to = parseAddress(second);
  if (from && to) return spanOf(from, to);
  return parseWholeColumns(first, second) ?? parseWholeRows(first, second);
}

/** 'O''Neil' for use in a formula; always quoted, which every office suite reads. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** '1 投资目标任务'!$A$1:$B$2 */
export function formatReference(sheet: string, area: Area): string {
  return `${quoteSheetName(sheet)}!${formatAbsoluteArea(area)}`;
}

/** Reads '1 投资'!$A$1:$B$2 or Sheet1!A1, with or without a leading =; null for anything else. */
export function parseReference(text: string): { readonly sheet: string; readonly area: Area } | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(text.trim());
  if (!match) return null;
  const area = parseArea(match[3] ?? '');
  return area && { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? '', area };
}

function spanOf(a: CellAddress, b: CellAddress): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.abs(a.row - b.row) + 1, columns: Math.abs(a.column - b.column) + 1 };
}

function parseWholeColumns(first: string, second: string): Area | null {
  const from = parseAddress(`${first}1`);
  const to = parseAddress(`${second}1`);
  if (!from || !to || /[0-9]/.test(first + second)) return null;
  return { ...spanOf(from, to), rows: MAXIMUM_ROWS };
}

function parseWholeRows(first: string, second: string): Area | null {
  const from = parseAddress(`A${first.replace('$', '')}`);
  const to = parseAddress(`A${second.replace('$', '')}`);
  if (!from || !to) return null;
  return { ...spanOf(from, to), columns: MAXIMUM_COLUMNS };
}

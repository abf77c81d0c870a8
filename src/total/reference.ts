import type { List } from '../list/list';

/** The named cell that every due-date formula and rule reads. */
export const asOfName = '统计截止日';

/** Shown where a figure cannot be given: a denominator of 0, nothing entered yet, or no figure for the unit. */
export const dash = '—';

/** A whole column of a list's table: t5_list[[总投资（万元）]]. */
export function columnReference(list: List, key: string): string {
  return `${list.tableName}[${bracket(headerOf(list, key))}]`;
}

/** The cell of a column in the formula's own row, in file form. */
export function rowReference(list: List, key: string): string {
  return `${list.tableName}[[#This Row],[${escapeHeader(headerOf(list, key))}]]`;
}

/** The cells from one column to another in the formula's own row. */
export function rowSpanReference(list: List, from: string, to: string): string {
  const [first, last] = [escapeHeader(headerOf(list, from)), escapeHeader(headerOf(list, to))];
  return `${list.tableName}[[#This Row],[${first}]:[${last}]]`;
}

/** The table's body from one column to another. */
export function columnSpanReference(list: List, from: string, to: string): string {
  return `${list.tableName}[[${escapeHeader(headerOf(list, from))}]:[${escapeHeader(headerOf(list, to))}]]`;
}

/** Text as a formula constant. */
export function textConstant(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function headerOf(list: List, key: string): string {
  const column = list.columns.find((candidate) => candidate.key === key);
  if (column === undefined) throw new RangeError(`list ${list.key} has no column ${key}`);
  return column.header;
}

/** Headers with brackets, hyphens or blanks need a second pair of brackets; plain ones do not. */
function bracket(header: string): string {
  return /^[\p{L}\p{N}_]+$/u.test(header) ? escapeHeader(header) : `[${escapeHeader(header)}]`;
}

function escapeHeader(header: string): string {
  return header.replaceAll(/['[\]#]/g, "'$&");
}

import type { Finding } from '../list/entry';
import type { List } from '../list/list';
import type { Area, SheetContent } from './model';
import { cellReader } from './read-data';

type Outside = Extract<Finding, { kind: 'outsideTable' }>;

/** Entries below a table, which no formula counts; from the table's end to the last row that holds any. */
export function entriesBelow(list: List, sheet: SheetContent, area: Area): Outside | null {
  const cell = cellReader(sheet);
  const start = area.row + area.rows;
  let end = start;
  for (let row = start; row < sheet.row + sheet.values.length; row += 1) {
    for (let at = area.column; at < area.column + area.columns; at += 1) {
      if (cell(row, at) !== null) end = row + 1;
    }
  }
  if (end === start) return null;
  return {
    kind: 'outsideTable',
    list: list.key,
    row: start,
    column: area.column,
    rows: end - start,
    columns: area.columns,
    growable: true,
  };
}

/** Entries to the right of a table, from its header row down; they may be notes, so they are only pointed out. */
export function entriesBeside(list: List, sheet: SheetContent, area: Area): Outside | null {
  const cell = cellReader(sheet);
  const first = area.column + area.columns;
  let [top, bottom, left, right] = [-1, -1, Number.MAX_SAFE_INTEGER, -1];
  for (let row = area.row; row < sheet.row + sheet.values.length; row += 1) {
    for (let at = first; at < sheet.column + (sheet.values[0]?.length ?? 0); at += 1) {
      if (cell(row, at) === null) continue;
      if (top < 0) top = row;
      bottom = row;
      left = Math.min(left, at);
      right = Math.max(right, at);
    }
  }
  if (top < 0) return null;
  return {
    kind: 'outsideTable',
    list: list.key,
    row: top,
    column: left,
    rows: bottom - top + 1,
    columns: right - left + 1,
    growable: false,
  };
}

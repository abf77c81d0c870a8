import type { Area } from './model';

/** The area over both corners, inclusive. */
export function areaBetween(row: number, column: number, lastRow: number, lastColumn: number): Area {
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export function isSameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function isInArea(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** What both areas cover, null where they are apart. */
export function intersectAreas(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** What is left of an area when another is taken away: up to four areas that do not overlap. */
export function subtractArea(area: Area, taken: Area): readonly Area[] {
  const common = intersectAreas(area, taken);
  if (!common) return [area];
  const below = common.row + common.rows;
  const right = common.column + common.columns;
  const parts: Area[] = [
    { row: area.row, column: area.column, rows: common.row - area.row, columns: area.columns },
    { row: below, column: area.column, rows: area.row + area.rows - below, columns: area.columns },
    { row: common.row, column: area.column, rows: common.rows, columns: common.column - area.column },
    { row: common.row, column: right, rows: common.rows, columns: area.column + area.columns - right },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

/** The smallest area over all of them, null for none. */
export function boundAreas(areas: Iterable<Area>): Area | null {
  let bound: Area | null = null;
  for (const area of areas) {
    if (!bound) {
      bound = area;
      continue;
    }
    const row: number = Math.min(bound.row, area.row);
    const column: number = Math.min(bound.column, area.column);
    const rows: number = Math.max(bound.row + bound.rows, area.row + area.rows) - row;
    const columns: number = Math.max(bound.column + bound.columns, area.column + area.columns) - column;
    bound = { row, column, rows, columns };
  }
  return bound;
}

/** Reading order: from the top, then from the left. */
export function compareAreas(a: Area, b: Area): number {
  return a.row - b.row || a.column - b.column || a.rows - b.rows || a.columns - b.columns;
}

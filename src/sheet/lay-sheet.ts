import { intersectAreas } from './area';
import { gridOf, isEmptyContent } from './grid';
import type { Area, Content, RowMove, SheetModel, TableModel } from './model';
import { shiftArea } from './shift-row';
import type { RowShift } from './shift-row';

/** A sheet laid anew in place, and the row shifts that references from elsewhere have to follow. */
export interface LaidSheet {
  readonly sheet: SheetModel;
  readonly shifts: readonly RowShift[];
}

/**
 * Lays `next` over `present`: everything is as in `next`, and tables that only `present` has stay, moved along
 * with the rows, after `moves`. A table that would overlap one of `next` has to give way.
 */
export function laySheetInPlace(present: SheetModel, next: SheetModel, moves: readonly RowMove[] = []): LaidSheet {
  const shifts: RowShift[] = moves.map((move) => ({ ...move, sheet: present.name }));
  const wanted = [...next.tables].sort((a, b) => a.area.row - b.area.row);
  for (const table of wanted) {
    const before = present.tables.find(({ name }) => isSameName(name, table.name));
    const area = before && moveArea(before.area, shifts);
    if (!area || area.row === table.area.row) continue;
    const count = table.area.row - area.row;
    shifts.push({ sheet: present.name, row: count > 0 ? area.row : table.area.row, count });
  }
  const kept = present.tables.flatMap((table): TableModel[] => {
    if (next.tables.some(({ name }) => isSameName(name, table.name))) return [];
    const area = moveArea(table.area, shifts);
    return area && !next.tables.some((other) => intersectAreas(area, other.area)) ? [{ ...table, area }] : [];
  });
  if (kept.length === 0) return { sheet: next, shifts };
  const grid = gridOf(next.blocks);
  const headers = kept.flatMap((table) =>
    table.headers.flatMap((header, i) => {
      const { row, column } = table.area;
      return isEmptyContent(grid.get(row)?.[column + i]) ? [{ row, column: column + i, content: [[header as Content]] }] : [];
    }),
  );
  return { sheet: { ...next, tables: [...next.tables, ...kept], blocks: [...next.blocks, ...headers] }, shifts };
}

/** Table names are told apart without regard to case, as in Excel. */
export function isSameName(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}

function moveArea(area: Area, shifts: readonly RowShift[]): Area | null {
  let moved: Area | null = area;
  for (const shift of shifts) moved = moved && shiftArea(moved, shift);
  return moved;
}

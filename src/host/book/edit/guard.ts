import { intersectAreas } from '../../../sheet/area';
import type { Area } from '../../../sheet/model';
import { cellsOf, containsArea, isInSheet } from '../address';
import { BookRefusal } from '../refusal';
import type { Sheet } from '../sheet';

/** Refuses a write to locked cells of a protected sheet, as Excel does to user and add-in alike. */
export function requireUnlocked(sheet: Sheet, area: Area): void {
  if (!sheet.state.protection) return;
  for (const { row, column } of cellsOf(area)) {
    if (sheet.isLocked(row, column)) throw new BookRefusal('protected', `${sheet.name} is protected`);
  }
}

/** Refuses what a protected sheet forbids altogether: formats, rows and columns, tables. */
export function requireUnprotected(sheet: Sheet): void {
  if (sheet.state.protection) throw new BookRefusal('protected', `${sheet.name} is protected`);
}

export function requireInSheet(area: Area): void {
  if (!isInSheet(area)) throw new BookRefusal('outsideSheet', 'beyond the edge of the sheet');
}

/** Refuses an area that cuts through a merged area. */
export function requireWholeMerges(sheet: Sheet, area: Area): void {
  const cut = sheet.state.merges.some((merge) => intersectAreas(merge, area) && !containsArea(area, merge));
  if (cut) throw new BookRefusal('mergedCells', 'part of a merged cell');
}

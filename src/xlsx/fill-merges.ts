import { parseArea } from '../sheet/address';
import { isEmptyContent, type Grid } from '../sheet/grid';
import type { Content } from '../sheet/model';
import type { Budget } from './budget';
import { elementsOf } from './xml-element';

/**
 * What a cell merged over several rows says is said of each of them: so it is meant by whoever merges the unit or the
 * developer of two projects, and the cells it covers are empty in the file. Only down its first column, where something is
 * entered in the row: a free row of a table holds formulas, and would become a project. Throws FileError tooLarge.
 * @param xml of the worksheet, behind its cells
 */
export function fillMerges(grid: Grid, xml: string, budget: Budget, sheet: string): void {
  const rowNumbers = [...grid.keys()].sort((a, b) => a - b);
  // Each row is looked through once, however many merges lie over it.
  const known = new Map<number, boolean>();
  const holdsEntry = (row: number, cells: readonly (Content | undefined)[]): boolean => {
    const found = known.get(row) ?? cells.some(isEntered);
    known.set(row, found);
    return found;
  };
  for (const { attributes } of elementsOf(xml, 'mergeCell')) {
    budget.spend('formats', 1, sheet);
    const area = parseArea(attributes.get('ref') ?? '');
    if (!area || area.rows === 1) continue;
    const first = grid.get(area.row)?.[area.column];
    const value = typeof first === 'object' && first !== null ? first.value : first;
    if (value === undefined || isEmptyContent(value)) continue;
    for (let i = firstFrom(rowNumbers, area.row + 1); i < rowNumbers.length && rowNumbers[i]! < area.row + area.rows; i += 1) {
      const cells = grid.get(rowNumbers[i]!)!;
      budget.spend('formats', 1, sheet);
      if (!holdsEntry(rowNumbers[i]!, cells)) continue;
      if (typeof value === 'string') budget.spend('characters', value.length, sheet);
      for (let column = cells.length; column < area.column; column += 1) cells[column] = null;
      if (isEmptyContent(cells[area.column])) cells[area.column] = value;
    }
  }
}

/** True for a cell that holds anything but a formula. */
function isEntered(cell: Content | undefined): boolean {
  return !isEmptyContent(cell) && typeof cell !== 'object';
}

/** Place of the first number that is not below the least. */
function firstFrom(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

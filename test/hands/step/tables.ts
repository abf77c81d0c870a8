import { clearFilters, filterTable } from '../../../src/host/book/edit/filter-table';
import { sortTable } from '../../../src/host/book/edit/sort-table';
import { putBlock, readBlock, withSheet, ƒ, type Ledger, type LedgerCell } from '../ledger';
import { placesOf, tabOf, tableOfList, type HandStep, type Place, type Scene } from '../scene';

function tableAt(scene: Scene, { sheet, list }: Place) {
  return tabOf(scene, sheet).state.tables.find(({ name }) => name === list.tableName)!;
}

/** A row as one text: rows of the same contents are the same to their user. */
function keyOf(row: readonly LedgerCell[]): string {
  return JSON.stringify(row.map((cell) => (cell === ƒ ? { formula: true } : cell)));
}

/** The rows as they stand on the screen, where each of them was there before and none is missing; else as they were. */
function readOrder(before: Place, actual: Ledger): LedgerCell[][] {
  const { list, sheet, area } = before;
  const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
  const was = readBlock(sheet, body);
  const place = tableOfList(actual, list);
  const now = place === null ? [] : readBlock(place.sheet, body);
  const sorted = (rows: readonly (readonly LedgerCell[])[]) => rows.map(keyOf).sort().join('\n');
  return sorted(was) === sorted(now) ? now : was;
}

export const tableSteps: readonly HandStep[] = [
  {
    name: 'sort a list',
    weight: 7,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const { sheet, area } = place;
      const column = scene.random.between(0, area.columns - 1);
      const descending = scene.random.chance(0.4);
      return {
        said: `sorts ${sheet.name} by column ${column + 1}${descending ? ', the greatest first' : ''}`,
        run: () => sortTable(scene.book, 'user', tabOf(scene, sheet), tableAt(scene, place), [{ column, descending }]),
        expected: (actual) => withSheet(scene.ledger, sheet.id, (own) => putBlock(own, area.row + 1, area.column, readOrder(place, actual))),
      };
    },
  },
  {
    name: 'filter a list',
    weight: 5,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const { sheet, area } = place;
      const column = scene.random.between(0, area.columns - 1);
      const shown = new Set(
        readBlock(sheet, { row: area.row + 1, rows: area.rows - 1, column: area.column + column, columns: 1 })
          .flat()
          .filter((cell) => cell !== ƒ && scene.random.chance(0.4))
          .map((cell) => String(cell ?? '')),
      );
      return {
        said: `filters ${sheet.name} by column ${column + 1}`,
        run: () => filterTable(scene.book, 'user', tabOf(scene, sheet), tableAt(scene, place), column, shown),
        expected: () => scene.ledger,
      };
    },
  },
  {
    name: 'show all rows of a list again',
    weight: 3,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      return {
        said: `clears the filters of ${place.sheet.name}`,
        run: () => clearFilters(scene.book, 'user', tabOf(scene, place.sheet), tableAt(scene, place)),
        expected: () => scene.ledger,
      };
    },
  },
];

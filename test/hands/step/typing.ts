import { clearContents } from '../../../src/host/book/edit/clear-cells';
import { enterText } from '../../../src/host/book/edit/enter-text';
import { fillCells } from '../../../src/host/book/edit/fill-cells';
import type { Area } from '../../../src/sheet/model';
import { entryFor, noteOf } from '../entry';
import { emptyBlock, putBlock, readBlock, withSheet, ƒ, type ExpectedCell } from '../ledger';
import { columnAt, placesOf, tabOf, type Edit, type HandStep, type Place, type Scene } from '../scene';

/** A cell in the body of a list, for most steps in the rows that are filled. */
export function pickBodyCell({ random }: Scene, { area }: Place): { readonly row: number; readonly column: number } {
  const body = area.rows - 1;
  return { row: area.row + 1 + random.between(0, Math.max(0, Math.min(body, 30) - 1)), column: area.column + random.between(0, area.columns - 1) };
}

function typed(scene: Scene, place: Pick<Place, 'sheet'>, row: number, column: number, text: string, means: readonly ExpectedCell[]): Edit {
  const { ledger, random } = scene;
  const insist = random.chance(0.6);
  const cell: ExpectedCell = { anyOf: means as readonly (Exclude<ExpectedCell, { anyOf: unknown }>)[] };
  return {
    said: `types ${JSON.stringify(text)} into ${place.sheet.name} row ${row + 1} column ${column + 1}`,
    run: () => enterText(scene.book, tabOf(scene, place.sheet), row, column, text, { insist }),
    expected: () => withSheet(ledger, place.sheet.id, (sheet) => putBlock(sheet, row, column, [[cell]])),
  };
}

const isEntered = (place: Place, column: number): boolean => {
  const role = columnAt(place, column)?.role;
  return role === undefined || role === 'entry';
};

export const typingSteps: readonly HandStep[] = [
  {
    name: 'type into a list',
    weight: 30,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const { row, column } = pickBodyCell(scene, place);
      // Marks and formulas are typed over, too, but seldom.
      if (!isEntered(place, column) && scene.random.chance(0.8)) return null;
      const entry = entryFor(columnAt(place, column), scene.random, scene.next());
      return typed(scene, place, row, column, entry.text, entry.means);
    },
  },
  {
    name: 'type below a list',
    weight: 4,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const row = place.area.row + place.area.rows + (scene.random.chance(0.7) ? 0 : scene.random.between(1, 3));
      const column = place.area.column + scene.random.between(1, 4);
      const { text, means } = entryFor(columnAt(place, column), scene.random, scene.next());
      return typed(scene, place, row, column, text, means);
    },
  },
  {
    name: 'write a note beside, above or below a list',
    weight: 6,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const { area } = place;
      const column = area.column + area.columns + scene.random.between(1, 3);
      const row = scene.random.between(0, area.row + Math.min(area.rows, 12));
      const text = noteOf(scene.next());
      return typed(scene, place, row, column, text, [text]);
    },
  },
  {
    name: 'write a note on 说明 or 汇总',
    weight: 3,
    plan: (scene) => {
      const sheets = scene.ledger.sheets.filter(({ name }) => name === '说明' || name === '汇总');
      if (sheets.length === 0) return null;
      const sheet = scene.random.pick(sheets);
      const width = Math.max(...sheet.cells.map((line) => line.length));
      const text = noteOf(scene.next());
      return typed(scene, { sheet }, scene.random.between(0, sheet.cells.length + 3), width + scene.random.between(1, 2), text, [text]);
    },
  },
  {
    name: 'clear cells',
    weight: 6,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const from = pickBodyCell(scene, place);
      const area: Area = {
        ...from,
        rows: Math.min(scene.random.between(1, 3), place.area.row + place.area.rows - from.row),
        columns: Math.min(scene.random.between(1, 4), place.area.column + place.area.columns - from.column),
      };
      return {
        said: `clears ${place.sheet.name} ${JSON.stringify(area)}`,
        run: () => clearContents(scene.book, 'user', tabOf(scene, place.sheet), area),
        expected: () => withSheet(scene.ledger, place.sheet.id, (sheet) => putBlock(sheet, area.row, area.column, emptyBlock(area))),
      };
    },
  },
  {
    name: 'fill down',
    weight: 5,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene, 'project'));
      if (place === undefined) return null;
      const { row, column } = pickBodyCell(scene, place);
      const rows = Math.min(scene.random.between(2, 4), place.area.row + place.area.rows - row);
      if (rows < 2) return null;
      const source: Area = { row, column, rows: 1, columns: 1 };
      const [[cell = null] = []] = readBlock(place.sheet, source);
      const { ledger } = scene;
      return {
        said: `fills ${place.sheet.name} row ${row + 1} column ${column + 1} down over ${rows} rows`,
        run: () => fillCells(scene.book, 'user', tabOf(scene, place.sheet), source, { ...source, rows }),
        expected: () =>
          withSheet(ledger, place.sheet.id, (sheet) => putBlock(sheet, row, column, Array.from({ length: rows }, () => [cell === ƒ ? ƒ : cell]))),
      };
    },
  },
];

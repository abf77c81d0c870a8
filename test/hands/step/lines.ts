import { deleteColumns, deleteRows, insertColumns, insertRows } from '../../../src/host/book/edit/shift-lines';
import { hideColumns, hideRows } from '../../../src/host/book/edit/format-cells';
import { enterText } from '../../../src/host/book/edit/enter-text';
import { putBlock, shiftLines, withSheet, type LedgerSheet } from '../ledger';
import { followLines } from '../own-formula';
import { columnAt, placesOf, tabOf, type Edit, type HandStep, type Scene } from '../scene';

const verbs = { row: { insert: insertRows, remove: deleteRows }, column: { insert: insertColumns, remove: deleteColumns } } as const;

function shifted(scene: Scene, sheet: LedgerSheet, axis: 'row' | 'column', at: number, count: number): Edit {
  const { ledger } = scene;
  const work = count > 0 ? verbs[axis].insert : verbs[axis].remove;
  return {
    said: `${count > 0 ? 'inserts' : 'deletes'} ${Math.abs(count)} ${axis}s at ${at + 1} of ${sheet.name}`,
    run: () => work(scene.book, 'user', tabOf(scene, sheet), at, Math.abs(count)),
    expected: () => withSheet(ledger, sheet.id, (own) => shiftLines(own, axis, at, count)),
    formulas: (formulas) => followLines(formulas, sheet.id, axis, at, count),
  };
}

export const lineSteps: readonly HandStep[] = [
  {
    name: 'insert rows in a list',
    weight: 8,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const { area } = place;
      return shifted(scene, place.sheet, 'row', area.row + 1 + scene.random.between(0, Math.min(area.rows - 1, 20)), scene.random.between(1, 2));
    },
  },
  {
    name: 'delete rows of a list',
    weight: 7,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined || place.area.rows < 4) return null;
      const { area } = place;
      return shifted(scene, place.sheet, 'row', area.row + 1 + scene.random.between(0, Math.min(area.rows - 3, 20)), -scene.random.between(1, 2));
    },
  },
  {
    name: 'insert rows above a list',
    weight: 3,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      return place === undefined ? null : shifted(scene, place.sheet, 'row', scene.random.between(0, place.area.row), 1);
    },
  },
  {
    name: 'delete a row above a list',
    weight: 1,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined || place.area.row === 0) return null;
      return shifted(scene, place.sheet, 'row', scene.random.between(0, place.area.row - 1), -1);
    },
  },
  {
    name: 'insert a column in a list or left of it',
    weight: 2,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      // Enough is enough: every column that people add stays.
      if (place === undefined || place.area.columns > place.list.columns.length + 4) return null;
      return shifted(scene, place.sheet, 'column', place.area.column + scene.random.between(0, place.area.columns), 1);
    },
  },
  {
    name: 'delete a column of a list',
    weight: 1,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const at = place.area.column + scene.random.between(0, place.area.columns - 1);
      // Mostly a column of his own; sometimes one of ours.
      if (columnAt(place, at) !== undefined && scene.random.chance(0.7)) return null;
      return shifted(scene, place.sheet, 'column', at, -1);
    },
  },
  {
    name: 'add a column of his own at the right',
    weight: 2,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined || place.area.columns > place.list.columns.length + 4) return null;
      const { sheet, area } = place;
      const [column, header] = [area.column + area.columns, `自用${scene.next()}`];
      return {
        said: `adds the column ${header} to ${sheet.name}`,
        run: () => enterText(scene.book, tabOf(scene, sheet), area.row, column, header),
        expected: () => withSheet(scene.ledger, sheet.id, (own) => putBlock(own, area.row, column, [[header]])),
      };
    },
  },
  {
    name: 'rename a header',
    weight: 2,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const { sheet, area } = place;
      const column = area.column + scene.random.between(0, area.columns - 1);
      const header = String(place.sheet.cells[area.row]?.[column] ?? '');
      const text = scene.random.chance(0.5) ? `${header}（改）` : `改名${scene.next()}`;
      return {
        said: `renames the header ${header} of ${sheet.name} to ${text}`,
        run: () => enterText(scene.book, tabOf(scene, sheet), area.row, column, text),
        expected: () => withSheet(scene.ledger, sheet.id, (own) => putBlock(own, area.row, column, [[text]])),
      };
    },
  },
  {
    name: 'hide or show rows',
    weight: 2,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const at = place.area.row + scene.random.between(1, place.area.rows);
      const hide = scene.random.chance(0.6);
      return {
        said: `${hide ? 'hides' : 'shows'} rows from ${at + 1} of ${place.sheet.name}`,
        run: () => hideRows(scene.book, 'user', tabOf(scene, place.sheet), at, 2, hide),
        expected: () => scene.ledger,
      };
    },
  },
  {
    name: 'hide or show columns',
    weight: 2,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const at = place.area.column + scene.random.between(0, place.area.columns - 1);
      const hide = scene.random.chance(0.6);
      return {
        said: `${hide ? 'hides' : 'shows'} columns from ${at + 1} of ${place.sheet.name}`,
        run: () => hideColumns(scene.book, 'user', tabOf(scene, place.sheet), at, 2, hide),
        expected: () => scene.ledger,
      };
    },
  },
];

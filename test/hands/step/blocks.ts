import { moveCells } from '../../../src/host/book/edit/move-cells';
import { copyCells, pasteClip, pasteTexts } from '../../../src/host/book/edit/paste-block';
import { insertRows } from '../../../src/host/book/edit/shift-lines';
import { intersectAreas } from '../../../src/sheet/area';
import type { Area } from '../../../src/sheet/model';
import { entryFor } from '../entry';
import { emptyBlock, putBlock, readBlock, shiftLines, withSheet, type ExpectedCell, type ExpectedSheet } from '../ledger';
import { followLines, followMove } from '../own-formula';
import { columnAt, placesOf, tabOf, type HandStep, type Place, type Scene } from '../scene';
import { pickBodyCell } from './typing';

/** A block within the body of a list. */
function pickBlock(scene: Scene, place: Place): Area {
  const from = pickBodyCell(scene, place);
  const { area } = place;
  return {
    ...from,
    rows: Math.min(scene.random.between(1, 3), area.row + area.rows - from.row),
    columns: Math.min(scene.random.between(1, 5), area.column + area.columns - from.column),
  };
}

/** Texts from another program: tab-separated lines, with whatever stands there. */
function foreignBlock(scene: Scene, place: Place, { row, column, rows, columns }: Area): { readonly texts: string[][]; readonly means: ExpectedCell[][] } {
  const texts: string[][] = [];
  const means: ExpectedCell[][] = [];
  for (let i = 0; i < rows; i += 1) {
    const entries = Array.from({ length: columns }, (_, j) => entryFor(scene.random.chance(0.7) ? columnAt(place, column + j) : undefined, scene.random, scene.next() + row));
    texts.push(entries.map(({ text }) => text));
    means.push(entries.map((entry) => ({ anyOf: entry.means })));
  }
  return { texts, means };
}

export const blockSteps: readonly HandStep[] = [
  {
    name: 'paste from another program',
    weight: 7,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const block = pickBlock(scene, place);
      // Sometimes it reaches beyond the end of the list.
      const area = scene.random.chance(0.15) ? { ...block, row: place.area.row + place.area.rows - 1, rows: 3 } : block;
      const { texts, means } = foreignBlock(scene, place, area);
      return {
        said: `pastes ${JSON.stringify(texts)} into ${place.sheet.name} at row ${area.row + 1} column ${area.column + 1}`,
        run: () => void pasteTexts(scene.book, tabOf(scene, place.sheet), area.row, area.column, texts),
        expected: () => withSheet(scene.ledger, place.sheet.id, (sheet) => putBlock(sheet, area.row, area.column, means)),
      };
    },
  },
  {
    name: 'copy and paste within the workbook, over validations',
    weight: 7,
    plan: (scene) => {
      const [from, to] = [scene.random.pick(placesOf(scene)), scene.random.pick(placesOf(scene))];
      if (from === undefined || to === undefined) return null;
      const source = pickBlock(scene, from);
      const target = pickBodyCell(scene, to);
      const cells = readBlock(from.sheet, source);
      return {
        said: `copies ${from.sheet.name} ${JSON.stringify(source)} to ${to.sheet.name} row ${target.row + 1} column ${target.column + 1}`,
        run: () => void pasteClip(scene.book, tabOf(scene, to.sheet), { ...target, rows: 1, columns: 1 }, copyCells(tabOf(scene, from.sheet), source)),
        expected: () => withSheet(scene.ledger, to.sheet.id, (sheet) => putBlock(sheet, target.row, target.column, cells)),
      };
    },
  },
  {
    name: 'copy a row',
    weight: 5,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene, 'project'));
      if (place === undefined) return null;
      const { sheet, area } = place;
      const source: Area = { ...area, row: pickBodyCell(scene, place).row, rows: 1 };
      const row = area.row + 1 + scene.random.between(0, Math.min(area.rows - 2, 20));
      const isInserted = scene.random.chance(0.5);
      const cells = readBlock(sheet, source);
      const tab = tabOf(scene, sheet);
      return {
        said: `copies row ${source.row + 1} of ${sheet.name} ${isInserted ? 'into a new row above' : 'over'} row ${row + 1}`,
        run: () =>
          scene.book.transact('user', () => {
            const clip = copyCells(tab, source);
            if (isInserted) insertRows(scene.book, 'user', tab, row, 1);
            pasteClip(scene.book, tab, { ...source, row }, clip);
          }),
        expected: () =>
          withSheet(scene.ledger, sheet.id, (own): ExpectedSheet => putBlock(isInserted ? shiftLines(own, 'row', row, 1) : own, row, area.column, cells)),
        formulas: (formulas) => (isInserted ? followLines(formulas, sheet.id, 'row', row, 1) : formulas),
      };
    },
  },
  {
    name: 'cut and paste',
    weight: 4,
    plan: (scene) => {
      const place = scene.random.pick(placesOf(scene));
      if (place === undefined) return null;
      const { sheet } = place;
      const source = pickBlock(scene, place);
      const start = pickBodyCell(scene, place);
      const target: Area = { ...source, row: start.row, column: Math.min(start.column, place.area.column + place.area.columns - source.columns) };
      // Moving by a step or two within itself is a rarity that Excel refuses in part.
      if (intersectAreas(source, target)) return null;
      const cells = readBlock(sheet, source);
      return {
        said: `cuts ${sheet.name} ${JSON.stringify(source)} and pastes it at row ${target.row + 1} column ${target.column + 1}`,
        run: () => void moveCells(scene.book, tabOf(scene, sheet), source, tabOf(scene, sheet), target.row, target.column),
        expected: () => withSheet(scene.ledger, sheet.id, (own) => putBlock(putBlock(own, source.row, source.column, emptyBlock(source)), target.row, target.column, cells)),
        formulas: (formulas) => followMove(formulas, sheet.id, source, target),
      };
    },
  },
];

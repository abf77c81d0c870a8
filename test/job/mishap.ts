import { applyChanges } from '../../src/sheet/apply-change';
import { blocksOf, gridOf } from '../../src/sheet/grid';
import type { Content, SheetModel, WorkbookModel } from '../../src/sheet/model';
import { shiftArea, shiftFormula } from '../../src/sheet/shift-row';

/** What users and other programs do to a workbook, done to a model as a spreadsheet would. */

export function findSheet(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

export function withSheet(model: WorkbookModel, name: string, parts: Partial<SheetModel>): WorkbookModel {
  findSheet(model, name);
  return { ...model, sheets: model.sheets.map((sheet) => (sheet.name === name ? { ...sheet, ...parts } : sheet)) };
}

export function renameSheet(model: WorkbookModel, from: string, to: string): WorkbookModel {
  const renamed = withSheet(model, from, { name: to });
  return { ...renamed, names: renamed.names.map((name) => (name.sheet === from ? { ...name, sheet: to } : name)) };
}

export function deleteSheet(model: WorkbookModel, name: string): WorkbookModel {
  return applyChanges(model, [{ kind: 'removeSheet', sheet: name }]);
}

/** Whole sheet rows inserted above a row; tables, formulas and formats of the sheet move with them. */
export function insertRows(model: WorkbookModel, name: string, row: number, count: number): WorkbookModel {
  const sheet = findSheet(model, name);
  const shift = { sheet: name, row, count };
  const grid = gridOf(sheet.blocks);
  const moved = new Map(
    [...grid].map(([at, cells]) => [
      at >= row ? at + count : at,
      cells.map((cell): Content =>
        typeof cell === 'object' && cell !== null ? { ...cell, formula: shiftFormula(cell.formula, name, shift) } : (cell ?? null),
      ),
    ]),
  );
  return withSheet(model, name, {
    blocks: blocksOf(moved),
    tables: sheet.tables.map((table) => ({ ...table, area: shiftArea(table.area, shift)! })),
  });
}

/** A column put into the sheet's table before the column at a place; cellOf gives its cells by row of the body. */
export function insertColumn(
  model: WorkbookModel,
  name: string,
  at: number,
  header: string,
  cellOf: (row: number) => Content,
): WorkbookModel {
  const sheet = findSheet(model, name);
  const table = sheet.tables[0]!;
  const grid = gridOf(sheet.blocks);
  for (const [row, cells] of grid) {
    const inBody = row > table.area.row && row < table.area.row + table.area.rows;
    while (cells.length < at) cells.push(null);
    cells.splice(at, 0, row === table.area.row ? header : inBody ? cellOf(row - table.area.row - 1) : null);
  }
  return withSheet(model, name, {
    blocks: blocksOf(grid),
    tables: [
      {
        ...table,
        area: { ...table.area, columns: table.area.columns + 1 },
        headers: [...table.headers.slice(0, at), header, ...table.headers.slice(at)],
      },
    ],
  });
}

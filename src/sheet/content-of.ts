import { intersectAreas } from './area';
import { blocksOf, gridOf, type Grid } from './grid';
import type { SheetContent, SheetModel, WorkbookContent, WorkbookModel } from './model';
import type { Value } from '../list/list';

/**
 * What a check reads of a workbook: values and formulas of each sheet's used range, and its tables. A formula's
 * value is its cached result: nothing is recalculated here.
 */
export function contentOf(model: WorkbookModel): WorkbookContent {
  return { sheets: model.sheets.map(contentOfSheet) };
}

/** One sheet's used range: the rectangle over all cells that hold something; without rows for an empty sheet. */
export function contentOfSheet(sheet: SheetModel): SheetContent {
  const tables = sheet.tables.map(({ name, area }) => ({ name, area }));
  const content = contentOfGrid({ ...sheet, tables }, gridOf(sheet.blocks));
  const isMerged = sheet.merges.some((merge) => tables.some(({ area }) => intersectAreas(area, merge) !== null));
  return isMerged ? { ...content, mergedInTables: true } : content;
}

/** The same of cells that lie on a grid. */
export function contentOfGrid({ name, visibility, tables }: Pick<SheetContent, 'name' | 'visibility' | 'tables'>, grid: Grid): SheetContent {
  const blocks = blocksOf(grid);
  const row = blocks[0]?.row ?? 0;
  const end = blocks.reduce((last, block) => Math.max(last, block.row + block.content.length), row);
  const column = blocks.reduce((first, block) => Math.min(first, block.column), blocks[0]?.column ?? 0);
  const columnEnd = blocks.reduce(
    (last, block) => Math.max(last, block.column + (block.content[0]?.length ?? 0)),
    column,
  );
  const columns = columnEnd - column;

  const values: Value[][] = [];
  const formulas: (string | null)[][] = [];
  for (let at = row; at < end; at += 1) {
    values.push(new Array<Value>(columns).fill(null));
    formulas.push(new Array<string | null>(columns).fill(null));
  }
  for (const block of blocks) {
    block.content.forEach((contents, offset) => {
      const valueLine = values[block.row - row + offset] ?? [];
      const formulaLine = formulas[block.row - row + offset] ?? [];
      const shift = block.column - column;
      for (let i = 0; i < contents.length; i += 1) {
        const cell = contents[i] ?? null;
        if (typeof cell === 'object' && cell !== null) {
          valueLine[shift + i] = cell.value;
          formulaLine[shift + i] = cell.formula;
        } else valueLine[shift + i] = cell;
      }
    });
  }
  return {
    name,
    visibility,
    row,
    column,
    values,
    formulas,
    tables,
  };
}

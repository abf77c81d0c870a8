import { canonicalise } from '../../src/sheet/canonical';
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../../src/sheet/address';
import { intersectAreas } from '../../src/sheet/area';
import type { Area, Content, SheetModel, WorkbookModel } from '../../src/sheet/model';
import { gridOf } from '../../src/sheet/grid';

/**
 * All of a workbook but what is entered, computed or mere taste: what 修复表格 answers for. Of each list as many rows as
 * `like` has: 生成 adds empty ones where the last is filled.
 */
export function structureOf(model: WorkbookModel, like: WorkbookModel = model): Record<string, unknown> {
  const ends = new Map(like.sheets.map(({ name, tables: [table] }) => [name, table === undefined ? MAXIMUM_ROWS : table.area.row + table.area.rows]));
  const { sheets, names } = canonicalise({ ...model, sheets: model.sheets.map((sheet) => cutAt(withoutTaste(sheet), ends.get(sheet.name) ?? MAXIMUM_ROWS)) });
  return {
    names,
    ...Object.fromEntries(
      sheets.map(({ name, visibility, tabColor, gridlines, tables, validations, conditionalFormats, freeze, protection, print, columnWidths, hiddenRows, blocks, styles }) => [
        name,
        {
          visibility, tabColor, gridlines, tables, freeze, protection, styles, hiddenRows,
          // What is given to a sheet that is never printed is nobody's.
          print: visibility === 'visible' ? print : undefined,
          hidden: columnWidths.flatMap(({ column, hidden }) => (hidden ? [column] : [])),
          validations: validations.map((each) => (each.rule.kind === 'list' ? { ...each, rule: { ...each.rule, source: each.rule.source.replaceAll("'", '') } } : each)),
          formats: conditionalFormats.map((each) => JSON.stringify(each)).sort(),
          formulas: [...gridOf(blocks)].flatMap(([row, cells]) => cells.flatMap((cell, column) => (isFormula(cell) ? [`${row},${column}${cell.formula}`] : []))),
        },
      ]),
    ),
  };
}

function cutAt(sheet: SheetModel, end: number): SheetModel {
  const cut = <T extends { readonly area: Area }>(parts: readonly T[]): T[] =>
    parts.flatMap((part) => {
      const area = intersectAreas(part.area, { row: 0, column: 0, rows: end, columns: MAXIMUM_COLUMNS });
      return area === null ? [] : [{ ...part, area }];
    });
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => ({ ...block, content: block.content.slice(0, Math.max(0, end - block.row)) })),
    tables: cut(sheet.tables),
    styles: cut(sheet.styles),
    validations: cut(sheet.validations),
    conditionalFormats: cut(sheet.conditionalFormats),
  };
}

/** Of styles number formats and locks; programs write what is not a code with a backslash, in quotes, or as it is. */
function withoutTaste(sheet: SheetModel): SheetModel {
  const styles = sheet.styles.map(({ area, style: { numberFormat, locked } }) => ({
    area,
    style: { ...(numberFormat !== undefined && { numberFormat: numberFormat.replace(/[\\"]/g, '') }), ...(locked !== undefined && { locked }) },
  }));
  return { ...sheet, styles };
}

function isFormula(cell: Content | undefined): cell is Extract<Content, { formula: string }> {
  return typeof cell === 'object' && cell !== null;
}

import { formatArea } from '../sheet/address';
import { gridOf } from '../sheet/grid';
import type { Grid } from '../sheet/grid';
import type { SheetModel, TableModel } from '../sheet/model';
import { tableArea, uniqueHeaders } from './table-shape';
import { encodeFormula, encodeMarkup, escapeHeader } from './xml-text';

/**
 * The table parts of a sheet, in the order of its tables. Written by us: the library has no calculated columns,
 * without which a row that the user adds gets no formulas, and no table without a style.
 */
export function writeTables(sheet: SheetModel, firstId: number): readonly string[] {
  if (sheet.tables.length === 0) return [];
  const grid = gridOf(sheet.blocks);
  return sheet.tables.map((table, i) => writeTable(table, firstId + i, grid));
}

function writeTable(table: TableModel, id: number, grid: Grid): string {
  const ref = formatArea(tableArea(table));
  const columns = uniqueHeaders(table).map((header, i) => {
    const formula = sharedFormula(grid, table, table.area.column + i);
    const open = `<tableColumn id="${i + 1}" name="${encodeMarkup(escapeHeader(header))}"`;
    return formula === null
      ? `${open}/>`
      : `${open}><calculatedColumnFormula>${encodeFormula(formula)}</calculatedColumnFormula></tableColumn>`;
  });
  const name = encodeMarkup(table.name);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${name}"` +
    ` displayName="${name}" ref="${ref}" totalsRowShown="0">` +
    (table.filter ? `<autoFilter ref="${ref}"/>` : '') +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    `<tableStyleInfo${table.style === null ? '' : ` name="${encodeMarkup(table.style)}"`}` +
    ' showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
  );
}

/**
 * The formula that all body cells of a column share, without =; null where they do not. Only formulas with
 * structured references: A1 references move from row to row.
 */
function sharedFormula(grid: Grid, { area }: TableModel, column: number): string | null {
  let shared: string | null = null;
  for (let row = area.row + 1; row < area.row + area.rows; row += 1) {
    const cell = grid.get(row)?.[column];
    if (typeof cell !== 'object' || cell === null) return null;
    if (shared !== null && shared !== cell.formula) return null;
    shared = cell.formula;
  }
  return shared?.includes('[') ? shared.replace(/^=/, '') : null;
}

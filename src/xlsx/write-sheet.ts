import type { Cell, WriteSheet } from 'hucre/xlsx';
import { formatArea, formatReference } from '../sheet/address';
import type { SheetModel } from '../sheet/model';
import { toFileWidth } from './column-width';
import { tableArea, uniqueHeaders } from './table-shape';
import { toFileRule } from './write-format';
import { footerOf, toPageSetup } from './write-print';
import { toFileValidation } from './write-validation';

type Carriers = ReadonlyMap<string, Partial<Cell>>;

/**
 * A sheet for the file library: everything but the contents of its cells.
 * @param carriers cells that have to be there all the same, to learn the indexes of styles
 */
export function toFileSheet(sheet: SheetModel, carriers: Carriers): WriteSheet {
  const { freeze, print } = sheet;
  const cells = new Map(carriers);
  for (const link of sheet.links) {
    const key = `${link.row},${link.column}`;
    const target = { row: link.targetRow, column: link.targetColumn, rows: 1, columns: 1 };
    const location = formatReference(link.sheet, target).replaceAll('$', '');
    cells.set(key, { ...cells.get(key), hyperlink: { target: '', location: location } });
  }
  return {
    name: sheet.name,
    ...(cells.size > 0 && { cells }),
    ...columnsOf(sheet),
    ...(sheet.merges.length > 0 && {
      merges: sheet.merges.map(({ row, column, rows, columns }) => ({
        startRow: row,
        startCol: column,
        endRow: row + rows - 1,
        endCol: column + columns - 1,
      })),
    }),
    dataValidations: sheet.validations.map(toFileValidation),
    conditionalRules: sheet.conditionalFormats.map(toFileRule),
    ...(freeze && (freeze.rows > 0 || freeze.columns > 0) && { freezePane: freeze }),
    ...(sheet.protection && {
      protection: {
        sheet: true,
        objects: true,
        scenarios: true,
        formatColumns: sheet.protection.allowFormatColumns,
        autoFilter: sheet.protection.allowFilter,
      },
    }),
    ...(print && {
      pageSetup: toPageSetup(print),
      headerFooter: { oddFooter: footerOf(print) },
      // The library names the last row before a break.
      ...(print.breaks && { rowBreaks: print.breaks.map((row) => row - 1) }),
    }),
    view: {
      showGridLines: sheet.gridlines,
      ...(sheet.tabColor !== undefined && { tabColor: { rgb: sheet.tabColor.slice(1) } }),
    },
    hidden: sheet.visibility === 'hidden',
    veryHidden: sheet.visibility === 'veryHidden',
    tables: sheet.tables.map((table) => ({
      name: table.name,
      range: formatArea(tableArea(table)),
      columns: uniqueHeaders(table).map((name) => ({ name })),
    })),
  };
}

function columnsOf(sheet: SheetModel): Pick<WriteSheet, 'columns'> {
  if (sheet.columnWidths.length === 0) return {};
  const byColumn = new Map(sheet.columnWidths.map((entry) => [entry.column, entry]));
  return {
    columns: Array.from({ length: Math.max(...byColumn.keys()) + 1 }, (_, column) => {
      const entry = byColumn.get(column);
      return entry ? { width: toFileWidth(entry.width), ...(entry.hidden && { hidden: true }) } : {};
    }),
  };
}

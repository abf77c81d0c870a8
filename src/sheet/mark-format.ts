import { markBrackets } from '../text/mark-bracket';
import { columnLetters, formatAddress } from './address';
import { columnAt, type ListLayout } from './layout';
import { markColors } from './look';
import type { FormulaFormat } from './model';

/** What the conditional formats need of a table's place on its sheet. */
export interface MarkedTable {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly rowCount: number;
  /** Sheet column of the first and number of columns. */
  readonly column: number;
  readonly columns: number;
  /** Sheet column of 校验提示. */
  readonly markColumn: number;
}

/**
 * Three conditional formats over a table's whole body: a cell is coloured when its row's 校验提示 names its
 * header in the brackets of a severity. They travel with a row that is sorted or mailed, need no add-in, and
 * leave the user's own formatting alone. Errors come first, so the gravest colour shows.
 */
export function markFormats(table: MarkedTable): FormulaFormat[] {
  const area = { row: table.firstRow, column: table.column, rows: table.rowCount, columns: table.columns };
  const header = formatAddress(table.headerRow, table.column).replace(/(\d+)$/, '$$$1');
  const mark = `$${columnLetters(table.markColumn)}${table.firstRow + 1}`;
  return (['error', 'warning', 'info'] as const).map((severity) => {
    const [open, close] = markBrackets[severity];
    return {
      kind: 'formula',
      area,
      formula: `=ISNUMBER(FIND("${open}"&${header}&"${close}",${mark}))`,
      fill: markColors[severity].fill,
      color: markColors[severity].color,
    };
  });
}

/** Where a laid-out list's table is, for its marks. */
export function markedTableOf(layout: ListLayout): MarkedTable {
  return {
    headerRow: layout.headerRow,
    firstRow: layout.firstRow,
    rowCount: layout.rowCount,
    column: 0,
    columns: layout.places.length,
    markColumn: columnAt(layout, 'mark'),
  };
}

import { columnLetters } from '../sheet/address';
import type { SetUp } from '../sheet/model';
import { POINTS_PER_PIXEL } from './paint';
import type { Step } from './step';

/** As Excel calls it. */
export const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** How a sheet is shown: all of SetUp but printing and protection. An empty tab colour takes the colour away. */
export function setUpStep(name: string, { visibility, tabColor, gridlines, freeze, hiddenColumns = [], shownColumns = [], shownRows = [], filters = [] }: SetUp): Step {
  return {
    bytes: 800 + 400 * (hiddenColumns.length + 2 * shownColumns.length + shownRows.length + filters.length),
    run: (desk) => {
      const sheet = desk.sheet(name);
      const rows = freeze?.rows ?? 0;
      const columns = freeze?.columns ?? 0;
      if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(desk.range(name, { row: 0, column: 0, rows, columns }));
      else if (rows > 0) sheet.freezePanes.freezeRows(rows);
      else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
      for (const column of hiddenColumns) sheet.getRange(`${columnLetters(column)}:${columnLetters(column)}`).columnHidden = true;
      for (const { column, width } of shownColumns) {
        const range = sheet.getRange(`${columnLetters(column)}:${columnLetters(column)}`);
        range.columnHidden = false;
        range.format.columnWidth = width * POINTS_PER_PIXEL;
      }
      for (const { row, rows } of shownRows) sheet.getRange(`${row + 1}:${row + rows}`).rowHidden = false;
      for (const table of filters) desk.table(table).showFilterButton = true;
      if (tabColor !== undefined) sheet.tabColor = tabColor;
      if (gridlines !== undefined) sheet.showGridlines = gridlines;
      if (visibility !== undefined) sheet.visibility = VISIBILITY[visibility];
    },
  };
}

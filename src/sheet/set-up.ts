import { isSameName } from './lay-sheet';
import type { SetUp, SheetModel } from './model';
import { subtractRuns } from './row-run';

/** What a column has that is hidden and was never given a width, in pixels. */
const usualWidth = 64;

/** The sheet set up so; what is not named stays as it is. */
export function setUpSheet(sheet: SheetModel, { hiddenColumns = [], shownColumns = [], shownRows = [], filters = [], ...parts }: SetUp): SheetModel {
  const widths = new Map(sheet.columnWidths.map((entry) => [entry.column, entry]));
  for (const column of hiddenColumns) widths.set(column, { width: usualWidth, ...widths.get(column), column, hidden: true });
  for (const { column, width } of shownColumns) widths.set(column, { column, width });
  const { hiddenRows, ...rest } = sheet;
  const left = subtractRuns(hiddenRows ?? [], shownRows);
  return {
    ...rest,
    ...(left.length > 0 && { hiddenRows: left }),
    ...parts,
    columnWidths: [...widths.values()].sort((a, b) => a.column - b.column),
    tables: sheet.tables.map((table) => (filters.some((name) => isSameName(name, table.name)) ? { ...table, filter: true } : table)),
  };
}

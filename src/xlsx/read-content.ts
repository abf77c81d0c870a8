import { parseArea } from '../sheet/address';
import { contentOfGrid } from '../sheet/content-of';
import type { SheetContent, WorkbookContent } from '../sheet/model';
import { fillMerges } from './fill-merges';
import { FILE_LIMITS } from './file-limit';
import type { FileLimits } from './file-limit';
import type { Package } from './package';
import { readPackage } from './read-package';
import { payForTable } from './table-shape';
import { firstElement } from './xml-element';

/**
 * What is entered in an .xlsx file, and nothing of how it looks: all that recognising, judging and merging need, in
 * a part of the time and memory that the whole workbook takes (readWorkbook). Cells merged over rows are said of each
 * row (fillMerges). Throws FileError, and nothing else,
 * for a file that cannot be used.
 */
export function readContent(bytes: Uint8Array, limits: FileLimits = FILE_LIMITS): Promise<WorkbookContent> {
  return readPackage(bytes, limits, true, ({ file, parts, cells, budget }) => ({
    sheets: parts.sheets.map(({ name, visibility, tables: paths }, at) => {
      const tables = readTables(file, paths);
      const { grid, after, paid } = cells[at]!;
      for (const { area } of tables) payForTable(area, paid, budget, name);
      fillMerges(grid, after, budget, name);
      return contentOfGrid({ name, visibility, tables }, grid);
    }),
  }));
}

/** Name and area of the tables that have a header row, without their row of totals. */
function readTables(file: Package, paths: readonly string[]): SheetContent['tables'] {
  return paths.flatMap((path) => {
    const table = firstElement(file.text(path), 'table')?.attributes;
    const area = parseArea(table?.get('ref') ?? '');
    const name = table?.get('displayName') ?? table?.get('name') ?? '';
    if (!area || name === '' || table?.get('headerRowCount') === '0') return [];
    const totals = Number(table?.get('totalsRowCount') ?? 0) === 1 ? 1 : 0;
    return [{ name, area: { ...area, rows: area.rows - totals } }];
  });
}

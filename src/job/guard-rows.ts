import type { Change } from '../sheet/model';
import type { CellsWritten } from '../sheet/write-content';
import type { KnownWorkbook } from './known-workbook';
import { columnRuns, readSheet } from './put-back';

/**
 * What tells the written rows of project lists from others (行标识, else 项目名称), to be written again as it is. Since a
 * write expects what was read there, it shows that another author has sorted the rows, or put one between, also where
 * the cells that are meant hold the same in the row that stands there now.
 *
 * Blind spot: a row that has neither.
 */
export function guardRows({ reading, content }: Pick<KnownWorkbook, 'reading' | 'content'>, changes: readonly Change[]): CellsWritten[] {
  return Object.values(reading.entries.lists).flatMap(({ sheetName, firstRow, rowCount, at }) => {
    const cellAt = readSheet(content, sheetName);
    const keys = [at['identity'], at['projectName']].filter((column) => column !== undefined);
    if (cellAt === null || at['identity'] === undefined) return [];
    const rows = new Set(
      changes.flatMap((change) => (change.kind === 'writeCells' && change.sheet === sheetName && !isWholeColumn(change, rowCount) ? change.content.map((_, down) => change.row + down) : [])),
    );
    const cells = [...rows].flatMap((row) => {
      if (row < firstRow || row >= firstRow + rowCount) return [];
      const column = keys.find((each) => typeof cellAt(row, each) === 'string');
      return column === undefined ? [] : [{ row, column, content: cellAt(row, column) }];
    });
    return columnRuns(sheetName, cells);
  });
}

/** 行标识 is given to all rows at once; what is expected there is as good as a key. */
function isWholeColumn({ content }: CellsWritten, rowCount: number): boolean {
  return rowCount > 1 && content.length >= rowCount && content[0]?.length === 1;
}

import type { ListEntries, WorkbookEntries } from '../list/entry';
import type { ListKey, Value } from '../list/list';

/** One cell that was typed into. `row` is an index into the list's entries; the one after the last makes a new row. */
export interface CellEdit {
  readonly list: ListKey;
  readonly row: number;
  readonly column: string;
  readonly value: Value;
}

/** The list with these cells; other columns stay the same arrays. Cells of columns that are not there are left out. */
function editList(entries: ListEntries, edits: readonly CellEdit[]): ListEntries {
  const rowCount = edits.reduce((count, { row }) => Math.max(count, row + 1), entries.rowCount);
  const values: Record<string, readonly Value[]> = { ...entries.values };
  const fresh = new Map<string, Value[]>();
  for (const { row, column, value } of edits) {
    let cells = fresh.get(column);
    if (!cells) {
      const known = entries.values[column];
      if (!known) continue;
      cells = known.slice();
      while (cells.length < row) cells.push(null);
      fresh.set(column, cells);
      values[column] = cells;
    }
    while (cells.length < row) cells.push(null);
    cells[row] = value;
  }
  return { ...entries, rowCount, values };
}

/** The workbook with these cells; nothing that was there is changed in place. */
export function editEntries(entries: WorkbookEntries, edits: readonly CellEdit[]): WorkbookEntries {
  const lists: Record<ListKey, ListEntries> = { ...entries.lists };
  for (const key of new Set(edits.map(({ list }) => list))) {
    const known = lists[key];
    if (known) lists[key] = editList(known, edits.filter(({ list }) => list === key));
  }
  return { ...entries, lists };
}

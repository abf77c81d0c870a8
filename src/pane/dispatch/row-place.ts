import type { CheckReport, Place } from '../../job/report';
import type { ListKey } from '../../list/list';

/** The sheet cell of a row (index into the list's entries) of a judged workbook; the row's first column where this one is gone. */
export function placeOfRow({ entries }: CheckReport, key: ListKey, row: number, column: string): Place {
  const { sheetName, firstRow, at } = entries.lists[key]!;
  return { sheet: sheetName, row: firstRow + row, column: at[column] ?? 0 };
}

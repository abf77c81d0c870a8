import type { ListKey } from '../list/list';
import type { Change, Content } from '../sheet/model';
import type { KnownWorkbook } from './known-workbook';
import { isSameContentOf, readSheet } from './put-back';

/** A cell that a job wrote, for taking it back. */
export interface WrittenCell {
  readonly sheet: string;
  /** Which sheet of ours that is, by which it is found again where its tab was renamed since; null for another. */
  readonly key: string | null;
  readonly row: number;
  readonly column: number;
  readonly before: Content;
  readonly after: Content;
  /** The row and column of a list that it stands in, by which it is found again where rows were sorted since. */
  readonly entry: { readonly list: ListKey; readonly identity: string; readonly column: string } | null;
}

/** What these changes wrote of a workbook, with what stood there before and stands there after. */
export function writtenCells(changes: readonly Change[], before: KnownWorkbook, after: KnownWorkbook): WrittenCell[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'writeCells') return [];
    const [was, is] = [readSheet(before.content, change.sheet), readSheet(after.content, change.sheet)];
    const key = keyOf(after.reading.sheetNames, change.sheet);
    if (was === null || is === null) return [];
    return change.content.flatMap((line, down) =>
      line.flatMap((_, along): WrittenCell[] => {
        const [row, column] = [change.row + down, change.column + along];
        const [held, holds] = [was(row, column), is(row, column)];
        if (isSameContentOf(held, holds)) return [];
        return [{ sheet: change.sheet, key, row, column, before: held, after: holds, entry: entryAt(after, change.sheet, row, column) }];
      }),
    );
  });
}

/** Where a written cell stands by now; null where its row, its column or its sheet is gone. */
export function placeNow({ reading, content }: KnownWorkbook, { sheet: written, key, row, column, entry }: WrittenCell): { readonly sheet: string; readonly row: number; readonly column: number } | null {
  const sheet = (key === null ? undefined : reading.sheetNames[key]) ?? written;
  if (entry === null) return content.sheets.some(({ name }) => name === sheet) ? { sheet, row, column } : null;
  const found = reading.entries.lists[entry.list];
  const at = found?.at[entry.column];
  const line = (found?.values['identity'] ?? []).indexOf(entry.identity);
  return found === undefined || at === undefined || line < 0 ? null : { sheet: found.sheetName, row: found.firstRow + line, column: at };
}

/** Which sheet of ours is called so; null where none is. */
export function keyOf(sheetNames: Readonly<Record<string, string>>, sheet: string): string | null {
  return Object.keys(sheetNames).find((key) => sheetNames[key] === sheet) ?? null;
}

function entryAt({ reading }: KnownWorkbook, sheet: string, row: number, column: number): WrittenCell['entry'] {
  for (const [list, { sheetName, firstRow, rowCount, at, values }] of Object.entries(reading.entries.lists)) {
    if (sheetName !== sheet || row < firstRow || row >= firstRow + rowCount) continue;
    const key = Object.keys(at).find((each) => at[each] === column);
    const identity = values['identity']?.[row - firstRow];
    return key === undefined || typeof identity !== 'string' || identity === '' ? null : { list, identity, column: key };
  }
  return null;
}

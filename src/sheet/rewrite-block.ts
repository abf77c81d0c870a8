import type { Block, Content, SheetContent } from './model';
import { cellReader } from './read-data';
import type { CellsWritten } from './write-content';

/** A block of the hidden sheet written over what stands there now; rows that it no longer has are cleared. */
export function rewriteBlock(present: SheetContent, block: Block): CellsWritten {
  const columns = block.content[0]?.length ?? 0;
  const cell = cellReader(present);
  let end = block.row + block.content.length;
  for (let row = present.row + present.values.length - 1; row >= end; row -= 1) {
    if (Array.from({ length: columns }, (_, at) => cell(row, block.column + at)).some((value) => value !== null)) end = row + 1;
  }
  const cleared = Array.from({ length: end - block.row - block.content.length }, () => new Array<Content>(columns).fill(null));
  return { kind: 'writeCells', sheet: present.name, row: block.row, column: block.column, content: [...block.content, ...cleared] };
}

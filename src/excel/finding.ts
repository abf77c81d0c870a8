import type { Area, Content, SheetContent } from '../sheet/model';
import type { CellBlock } from './cell-block';

/** What stood in cells just before they were written. */
export interface FoundCells {
  readonly kind: 'cells';
  readonly sheet: string;
  readonly area: Area;
  readonly block: CellBlock;
  readonly numberFormats: readonly (readonly unknown[])[];
  readonly written: readonly (readonly Content[])[];
  /** False where it was neither what had been read there nor what was written. */
  readonly isExpected: boolean;
}

/** Part of what stood in a sheet just before it was laid anew. */
export interface FoundPart {
  readonly kind: 'sheet';
  readonly expects: SheetContent;
  readonly tables: SheetContent['tables'];
  readonly blocks: readonly CellBlock[];
  /** True for the part that comes after all others of the sheet. */
  readonly isLast: boolean;
}

/** What a write found in place of what had been read, request by request. */
export type Finding = FoundCells | FoundPart;

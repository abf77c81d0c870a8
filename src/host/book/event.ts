import type { Area } from '../../sheet/model';
import type { Sheet } from './sheet';

/** user: typed or done on the page · addin: through Office.js · undo: taken back or done again by the user · remote: another author's. */
export type Origin = 'user' | 'addin' | 'undo' | 'remote';

export type ChangeType =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

const REVERSE: Readonly<Record<ChangeType, ChangeType>> = {
  RangeEdited: 'RangeEdited',
  RowInserted: 'RowDeleted',
  RowDeleted: 'RowInserted',
  ColumnInserted: 'ColumnDeleted',
  ColumnDeleted: 'ColumnInserted',
  CellInserted: 'CellDeleted',
  CellDeleted: 'CellInserted',
};

/** What taking a change back is. */
export function reverseOf(change: ChangeType): ChangeType {
  return REVERSE[change];
}

/** What happened, told once a transaction is complete and recalculated. */
export type BookEvent =
  /** Contents changed by an edit (not by recalculation). */
  | { readonly kind: 'edited'; readonly sheet: Sheet; readonly area: Area; readonly change: ChangeType; readonly origin: Origin }
  /** Formula results changed in these sheets. */
  | { readonly kind: 'calculated'; readonly sheets: ReadonlySet<Sheet> }
  /** Anything that a grid shows of these sheets changed: draw again. Comes after every transaction. */
  | { readonly kind: 'redraw'; readonly sheets: ReadonlySet<Sheet> }
  /** Tabs changed: order, names, colours, visibility. */
  | { readonly kind: 'tabs' }
  | { readonly kind: 'sheetAdded'; readonly sheet: Sheet; readonly origin: Origin }
  | { readonly kind: 'sheetDeleted'; readonly sheet: Sheet; readonly origin: Origin }
  | { readonly kind: 'sheetRenamed'; readonly sheet: Sheet; readonly before: string; readonly origin: Origin }
  | { readonly kind: 'activated'; readonly sheet: Sheet; readonly before: Sheet | null }
  | { readonly kind: 'selected'; readonly sheet: Sheet; readonly area: Area };

export type BookListener = (event: BookEvent) => void;

import type { Area, DefinedName } from '../../sheet/model';
import type { Value } from './value';
import { isEntireColumns, isEntireRows } from './address';
import type { ChangeType, Origin } from './event';
import { BookRefusal } from './refusal';
import type { Sheet } from './sheet';
import type { Cell, RowCells, SheetState } from './state';
import { mergeStyle, PLAIN, type Style } from './style';

/** What belongs to no single sheet. Replaced, never changed in place. */
export interface BookState {
  readonly sheets: readonly Sheet[];
  readonly active: Sheet;
  readonly names: readonly DefinedName[];
}

export interface Edited {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly change: ChangeType;
}

/**
 * One change of the book, all or nothing. It remembers every state it replaces, so that the book can take it
 * back and see what has to be recalculated.
 */
export class Transaction {
  readonly before = new Map<Sheet, SheetState>();
  readonly edited: Edited[] = [];
  /** True once references themselves moved: rows inserted, sheets, tables or names added, renamed or gone. */
  structural = false;
  /** Names of tables that only got another area or other headers. */
  readonly reshaped = new Set<string>();
  /** True once rows were shown or hidden, which SUBTOTAL depends on. */
  visibility = false;
  private readonly ownRows = new Set<RowCells>();
  /** What the change under way replaced, newest last. */
  private log: Replaced[] = [];
  private editedBefore = 0;
  readonly bookBefore: BookState;

  constructor(
    private readonly holder: { state: BookState },
    readonly origin: Origin,
  ) {
    this.bookBefore = holder.state;
  }

  get book(): BookState {
    return this.holder.state;
  }

  /** Begins one change of several that share this transaction. */
  begin(): void {
    this.log = [];
    this.editedBefore = this.edited.length;
  }

  /** Takes back what was done since `begin`; what was done before that stays. */
  takeBack(): void {
    for (const replaced of this.log.reverse()) {
      if ('book' in replaced) this.holder.state = replaced.book;
      else if ('state' in replaced) replaced.sheet.state = replaced.state;
      else putBack(replaced);
    }
    this.edited.length = Math.min(this.edited.length, this.editedBefore);
    this.log = [];
  }

  updateBook(patch: Partial<BookState>): void {
    this.log.push({ book: this.holder.state });
    this.holder.state = { ...this.holder.state, ...patch };
  }

  update(sheet: Sheet, patch: Partial<SheetState>): void {
    this.remember(sheet);
    this.log.push({ sheet, state: sheet.state });
    sheet.state = { ...sheet.state, ...patch };
  }

  /** Puts a cell as it is; null, or a cell with neither content nor format, leaves nothing there. */
  putCell(sheet: Sheet, row: number, column: number, cell: Cell | null): void {
    const cells = this.ownRow(sheet, row);
    this.log.push({ rows: sheet.state.rows, row, cells, column, cell: cells.get(column) });
    if (!cell || (cell.value === null && cell.formula === null && isInherited(sheet, row, column, cell.style))) {
      cells.delete(column);
      if (cells.size === 0) sheet.state.rows.delete(row);
    } else {
      cells.set(column, cell);
    }
  }

  /** Puts a content and keeps the format. */
  putContent(sheet: Sheet, row: number, column: number, value: Value, formula: string | null = null): void {
    this.putCell(sheet, row, column, { value, formula, style: sheet.styleAt(row, column) });
  }

  /** Tells those who watch which contents were changed; recalculation sees for itself. */
  noteEdited(sheet: Sheet, area: Area, change: ChangeType = 'RangeEdited'): void {
    this.edited.push({ sheet, area, change });
  }

  /** Applies a patch of format to every cell of an area; whole rows and columns are kept as such. */
  restyle(sheet: Sheet, area: Area, patch: (style: Style) => Style): void {
    this.remember(sheet);
    const known = new Map<Style, Style>();
    const restyled = (style: Style): Style => {
      const done = known.get(style) ?? patch(style);
      known.set(style, done);
      return done;
    };
    if (isEntireColumns(area) || isEntireRows(area)) {
      this.restyleBands(sheet, area, restyled);
      return;
    }
    if (area.rows * area.columns > MOST_CELLS) throw new BookRefusal('tooMuch', 'too many cells to format one by one');
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = sheet.cellAt(row, column);
        this.putCell(sheet, row, column, {
          value: cell?.value ?? null,
          formula: cell?.formula ?? null,
          style: restyled(sheet.styleAt(row, column)),
        });
      }
    }
  }

  rollback(): void {
    for (const [sheet, state] of this.before) sheet.state = state;
    this.holder.state = this.bookBefore;
  }

  private restyleBands(sheet: Sheet, area: Area, restyled: (style: Style) => Style): void {
    const byRow = isEntireRows(area);
    const bands = new Map(byRow ? sheet.state.rowStyles : sheet.state.columnStyles);
    const [from, count] = byRow ? [area.row, area.rows] : [area.column, area.columns];
    for (const [row, cells] of [...sheet.state.rows]) {
      for (const [column, cell] of [...cells]) {
        const at = byRow ? row : column;
        if (at >= from && at < from + count) this.putCell(sheet, row, column, { ...cell, style: restyled(cell.style) });
      }
    }
    const crossing = byRow ? sheet.state.columnStyles : sheet.state.rowStyles;
    for (let at = from; at < from + count; at++) {
      const style = restyled(bands.get(at) ?? PLAIN);
      // A plain band says nothing, unless it has to hold against one that crosses it.
      if (style === PLAIN && crossing.size === 0) bands.delete(at);
      else bands.set(at, style);
    }
    this.update(sheet, byRow ? { rowStyles: bands } : { columnStyles: bands });
  }

  private ownRow(sheet: Sheet, row: number): RowCells {
    this.remember(sheet);
    const cells = sheet.state.rows.get(row);
    if (cells && this.ownRows.has(cells)) return cells;
    const own: RowCells = new Map(cells);
    this.ownRows.add(own);
    sheet.state.rows.set(row, own);
    return own;
  }

  private remember(sheet: Sheet): void {
    if (this.before.has(sheet)) return;
    this.before.set(sheet, sheet.state);
    sheet.state = { ...sheet.state, rows: new Map(sheet.state.rows) };
  }
}

/** Beyond this, formatting cell by cell would stop the page; whole rows and columns are no matter. */
const MOST_CELLS = 5_000_000;

type Replaced =
  | { readonly book: BookState }
  | { readonly sheet: Sheet; readonly state: SheetState }
  | {
      readonly rows: Map<number, RowCells>;
      readonly row: number;
      readonly cells: RowCells;
      readonly column: number;
      readonly cell: Cell | undefined;
    };

function putBack({ rows, row, cells, column, cell }: Extract<Replaced, { readonly rows: unknown }>): void {
  if (cell) cells.set(column, cell);
  else cells.delete(column);
  if (cells.size > 0) rows.set(row, cells);
  else rows.delete(row);
}

export function patchStyle(patch: Style): (style: Style) => Style {
  return (style) => mergeStyle(style, patch);
}

function isInherited(sheet: Sheet, row: number, column: number, style: Style): boolean {
  return style === (sheet.state.rowStyles.get(row) ?? sheet.state.columnStyles.get(column) ?? PLAIN);
}

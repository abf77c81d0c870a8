import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../../../sheet/address';
import { isInArea } from '../../../sheet/area';
import type { Area } from '../../../sheet/model';
import { isEntireColumns, isEntireRows } from '../../book/address';
import type { Book } from '../../book/book';
import type { Sheet } from '../../book/sheet';
import { coverMerges, type Place, spanPlaces } from './area';
import { headerHeight } from './layout';
import type { GridView } from './grid-view';
import { type Direction, jumpFrom, pageSteps, settle, stepFrom } from './move';

/** Moves the selection of the active sheet; the book keeps it and tells the add-in. */
export class Cursor {
  /** True while the user's own move is told of, which needs no following. */
  isMoving = false;
  /** The corner that Shift moves; the active cell stays. */
  private extent: Place = { row: 0, column: 0 };
  /** Column in which a run of Tabs began: Enter goes back to it, as in Excel. */
  private tabColumn: number | null = null;

  constructor(
    private readonly book: Book,
    private readonly view: GridView,
  ) {}

  get sheet(): Sheet {
    return this.book.activeSheet;
  }

  /** A single cell stands for the merged area that it begins. */
  get area(): Area {
    const { area } = this.sheet.selection;
    return area.rows * area.columns === 1 ? this.activeArea : area;
  }

  /** The selected rows where whole rows are selected, else null. */
  get wholeRows(): { readonly from: number; readonly count: number } | null {
    const { area } = this.sheet.selection;
    return isEntireRows(area) ? { from: area.row, count: area.rows } : null;
  }

  get wholeColumns(): { readonly from: number; readonly count: number } | null {
    const { area } = this.sheet.selection;
    return isEntireColumns(area) ? { from: area.column, count: area.columns } : null;
  }

  get active(): Place {
    return this.sheet.selection;
  }

  /** The active cell, or the merged area that it begins. */
  get activeArea(): Area {
    const { row, column } = this.active;
    return this.sheet.mergeAt(row, column) ?? { row, column, rows: 1, columns: 1 };
  }

  /** Takes over a selection that came from elsewhere (the add-in, another sheet). */
  follow(): void {
    const { area } = this.sheet.selection;
    this.extent = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
    this.tabColumn = null;
  }

  selectPlace(place: Place, reveal = true): void {
    const at = settle(this.view.scene, place);
    this.extent = at;
    this.tabColumn = null;
    this.put(spanPlaces(at, at), at, reveal ? at : null);
  }

  /** Selects from the active cell to this place. */
  extendTo(place: Place, reveal = true): void {
    this.extent = place;
    this.put(spanPlaces(this.active, place), this.active, reveal ? place : null);
  }

  selectArea(area: Area, active: Place = { row: area.row, column: area.column }): void {
    this.extent = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
    this.put(area, active, active);
  }

  selectRows(from: number, to: number): void {
    const row = Math.min(from, to);
    this.tell({ row, column: 0, rows: Math.abs(to - from) + 1, columns: MAXIMUM_COLUMNS }, { row: from, column: 0 });
    this.extent = { row: to, column: MAXIMUM_COLUMNS - 1 };
  }

  selectColumns(from: number, to: number): void {
    const column = Math.min(from, to);
    this.tell({ row: 0, column, rows: MAXIMUM_ROWS, columns: Math.abs(to - from) + 1 }, { row: 0, column: from });
    this.extent = { row: MAXIMUM_ROWS - 1, column: to };
  }

  /** First the filled block round the active cell, then the whole sheet, as Ctrl+A does. */
  selectAll(): void {
    const block = this.blockRound(this.active);
    const { area } = this;
    const already = area.rows === block.rows && area.columns === block.columns;
    const whole = { row: 0, column: 0, rows: MAXIMUM_ROWS, columns: MAXIMUM_COLUMNS };
    this.tell(already || block.rows * block.columns === 1 ? whole : block, this.active);
  }

  move(direction: Direction, options: { readonly jump: boolean; readonly extend: boolean }): void {
    const { scene } = this.view;
    const from = options.extend ? this.extent : this.active;
    const to = options.jump ? jumpFrom(scene, from, direction, this.lastUsed) : stepFrom(scene, from, direction);
    if (options.extend) this.extendTo(to);
    else this.selectPlace(to);
  }

  page(direction: 'up' | 'down', extend: boolean): void {
    const { scene, layout } = this.view;
    const from = extend ? this.extent : this.active;
    const room = layout.height - headerHeight - layout.frozenHeight;
    const to = stepFrom(scene, from, direction, pageSteps(scene.rows, from.row, room));
    if (extend) this.extendTo(to);
    else this.selectPlace(to);
  }

  toLineStart(extend: boolean): void {
    const frozen = this.view.layout.frozenColumns;
    this.goTo({ row: (extend ? this.extent : this.active).row, column: this.active.column >= frozen ? frozen : 0 }, extend);
  }

  toLineEnd(extend: boolean): void {
    const { row } = extend ? this.extent : this.active;
    const filled = [...(this.sheet.state.rows.get(row) ?? [])].filter(([, cell]) => cell.value !== null || cell.formula !== null);
    this.goTo({ row, column: Math.max(0, ...filled.map(([column]) => column)) }, extend);
  }

  toSheetStart(extend: boolean): void {
    const { frozenRows, frozenColumns } = this.view.layout;
    this.goTo({ row: frozenRows, column: frozenColumns }, extend);
  }

  toSheetEnd(extend: boolean): void {
    this.goTo(this.lastUsed, extend);
  }

  /** Enter and Tab: through the cells of a selected block, else to the next cell. */
  advance(direction: Direction): void {
    const { area } = this;
    const merge = this.activeArea;
    const isBlock = area.rows > merge.rows || area.columns > merge.columns;
    if (isBlock && !isEntireRows(area) && !isEntireColumns(area)) {
      this.put(area, nextInBlock(area, this.active, direction), null);
      this.view.reveal(this.active.row, this.active.column);
      return;
    }
    const start = this.tabColumn;
    const across = direction === 'left' || direction === 'right';
    const from = this.active;
    const next = stepFrom(this.view.scene, from, direction);
    const back = !across && start !== null;
    this.selectPlace(back ? { row: next.row, column: start } : next);
    if (across) this.tabColumn = start ?? from.column;
  }

  /** The last row and column with content. */
  get lastUsed(): Place {
    const used = this.sheet.usedArea(true);
    return used ? { row: used.row + used.rows - 1, column: used.column + used.columns - 1 } : { row: 0, column: 0 };
  }

  private goTo(place: Place, extend: boolean): void {
    if (extend) this.extendTo(place);
    else this.selectPlace(place);
  }

  private put(span: Area, active: Place, reveal: Place | null): void {
    const area = coverMerges(span, this.sheet.state.merges);
    this.tell(area, active);
    if (reveal) this.view.reveal(reveal.row, reveal.column);
  }

  private tell(area: Area, active: Place): void {
    this.isMoving = true;
    this.book.select(this.sheet, area, active);
    this.isMoving = false;
  }

  /** The block of filled cells that touch each other round a place. */
  private blockRound(place: Place): Area {
    const { sheet } = this;
    const table = sheet.tableAt(place.row, place.column);
    if (table) return table.area;
    const has = (area: Area): boolean => {
      for (let row = area.row; row < area.row + area.rows; row += 1) {
        const cells = sheet.state.rows.get(row);
        if (!cells) continue;
        for (const [column, cell] of cells) {
          if ((cell.value !== null || cell.formula !== null) && isInArea(area, row, column)) return true;
        }
      }
      return false;
    };
    let block = spanPlaces(place, place);
    for (let grown = true; grown; ) {
      grown = false;
      const { row, column, rows, columns } = block;
      const wider = { row, column: Math.max(0, column - 1), rows, columns: columns + 2 };
      if (row > 0 && has({ ...wider, row: row - 1, rows: 1 })) [block, grown] = [{ ...block, row: row - 1, rows: rows + 1 }, true];
      else if (has({ ...wider, row: row + rows, rows: 1 })) [block, grown] = [{ ...block, rows: rows + 1 }, true];
      else if (column > 0 && has({ row, column: column - 1, rows, columns: 1 })) {
        [block, grown] = [{ ...block, column: column - 1, columns: columns + 1 }, true];
      } else if (has({ row, column: column + columns, rows, columns: 1 })) [block, grown] = [{ ...block, columns: columns + 1 }, true];
    }
    return block;
  }
}

/** The next cell of a block: Enter goes down its columns, Tab along its rows, both round at the end. */
export function nextInBlock(area: Area, place: Place, direction: Direction): Place {
  const across = direction === 'left' || direction === 'right';
  const step = direction === 'right' || direction === 'down' ? 1 : -1;
  const row = place.row - area.row;
  const column = place.column - area.column;
  const count = area.rows * area.columns;
  const index = across ? row * area.columns + column : column * area.rows + row;
  const next = (index + step + count) % count;
  return across
    ? { row: area.row + Math.floor(next / area.columns), column: area.column + (next % area.columns) }
    : { row: area.row + (next % area.rows), column: area.column + Math.floor(next / area.rows) };
}

import type { Scene } from './scene';

/** Room of the row numbers and the column letters. */
export const headerWidth = 46;
export const headerHeight = 22;

/** One of the four parts that freezing makes; x and y are the scroll positions taken off its contents. */
export interface PaneBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly shiftX: number;
  readonly shiftY: number;
  /** Cells to draw, ends excluded. */
  readonly rows: { readonly from: number; readonly to: number };
  readonly columns: { readonly from: number; readonly to: number };
}

export interface Layout {
  /** Frozen lines that there is room for, and their size. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly frozenHeight: number;
  readonly frozenWidth: number;
  readonly scrollLeft: number;
  readonly scrollTop: number;
  readonly width: number;
  readonly height: number;
  readonly panes: readonly PaneBox[];
}

/** Lines are drawn by the batch, so that most steps of scrolling only move what is there. */
const rowBatch = 8;
const columnBatch = 4;

/** A frozen part that would leave less than this share of the window is not frozen: one could never scroll. */
const freeShare = 0.25;

/** Width and height are those of the window, headers included. */
export function layOut(scene: Scene, width: number, height: number, scrollLeft: number, scrollTop: number): Layout {
  const bodyWidth = Math.max(0, width - headerWidth);
  const bodyHeight = Math.max(0, height - headerHeight);
  const fits = (size: number, room: number): boolean => size <= room * (1 - freeShare);
  const frozenRows = fits(scene.rows.start(scene.frozen.rows), bodyHeight) ? scene.frozen.rows : 0;
  const frozenColumns = fits(scene.columns.start(scene.frozen.columns), bodyWidth) ? scene.frozen.columns : 0;
  const frozenHeight = scene.rows.start(frozenRows);
  const frozenWidth = scene.columns.start(frozenColumns);
  const rowWindow = windowOf(scene.rows, frozenRows, frozenHeight + scrollTop, bodyHeight - frozenHeight, rowBatch);
  const columnWindow = windowOf(
    scene.columns,
    frozenColumns,
    frozenWidth + scrollLeft,
    bodyWidth - frozenWidth,
    columnBatch,
  );
  const panes: PaneBox[] = [];
  for (const frozenRow of [true, false]) {
    for (const frozenColumn of [true, false]) {
      panes.push({
        left: headerWidth + (frozenColumn ? 0 : frozenWidth),
        top: headerHeight + (frozenRow ? 0 : frozenHeight),
        width: frozenColumn ? frozenWidth : bodyWidth - frozenWidth,
        height: frozenRow ? frozenHeight : bodyHeight - frozenHeight,
        shiftX: frozenColumn ? 0 : frozenWidth + scrollLeft,
        shiftY: frozenRow ? 0 : frozenHeight + scrollTop,
        rows: frozenRow ? { from: 0, to: frozenRows } : rowWindow,
        columns: frozenColumn ? { from: 0, to: frozenColumns } : columnWindow,
      });
    }
  }
  return { frozenRows, frozenColumns, frozenHeight, frozenWidth, scrollLeft, scrollTop, width, height, panes };
}

interface Line {
  readonly count: number;
  at(position: number): number;
}

function windowOf(line: Line, frozen: number, from: number, room: number, batch: number): { from: number; to: number } {
  if (room <= 0) return { from: frozen, to: frozen };
  return {
    from: Math.max(frozen, Math.floor(line.at(from) / batch) * batch),
    to: Math.min(line.count, Math.ceil((line.at(from + room) + 1) / batch) * batch),
  };
}

/** Position in the window to position on the sheet; outside the cells it is clamped to the nearest edge. */
export function toSheet(layout: Layout, x: number, y: number): { readonly x: number; readonly y: number } {
  const bodyX = Math.max(0, x - headerWidth);
  const bodyY = Math.max(0, y - headerHeight);
  return {
    x: bodyX < layout.frozenWidth ? bodyX : bodyX + layout.scrollLeft,
    y: bodyY < layout.frozenHeight ? bodyY : bodyY + layout.scrollTop,
  };
}

/** Position on the sheet to position in the window; frozen says on which side of the freeze line it lies. */
export function toWindow(
  layout: Layout,
  x: number,
  y: number,
  frozen: { readonly row: boolean; readonly column: boolean },
): { readonly x: number; readonly y: number } {
  return {
    x: headerWidth + x - (frozen.column ? 0 : layout.scrollLeft),
    y: headerHeight + y - (frozen.row ? 0 : layout.scrollTop),
  };
}

/** Scroll position that shows this stretch, changed as little as possible. */
export function revealStretch(
  scroll: number,
  start: number,
  end: number,
  frozenSize: number,
  room: number,
): number {
  const first = start - frozenSize;
  const last = end - frozenSize;
  if (first < scroll) return Math.max(0, first);
  if (last > scroll + room) return Math.max(0, Math.min(first, last - room));
  return scroll;
}

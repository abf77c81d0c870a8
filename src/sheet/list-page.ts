import type { List } from '../list/list';
import { MAXIMUM_ROWS } from './address';
import { columnAt, type LaidColumn, type ListLayout } from './layout';
import type { Area } from './model';

/** Pixels of the sheet that one printed page holds, at the smallest scale that is still easy to read. */
const pageWidths = { A4: 1740, A3: 2450 } as const;

/** The columns of a list as its pages hold them. */
export interface ListPages {
  /** Pages side by side. */
  readonly count: number;
  /** The sheet's column with which each begins, title columns apart; the first is 0. */
  readonly starts: readonly number[];
  /** Columns repeated on each page: as far as 项目名称, on a project list of more than one page. */
  readonly repeated: number;
  /** Columns on the first page. */
  readonly firstColumns: number;
  readonly area: Area;
}

/**
 * How a list falls into pages. What is printed ends before 校验提示, which is the add-in's note to the one who fills
 * in and stands in 校验结果 too; columns that the user has put after it take it with them. Spreadsheet programs
 * choose the largest scale at which the columns fit on so many pages, filling each before the next: so do we.
 */
export function layPages(list: List, layout: ListLayout): ListPages {
  const columns = layout.places.reduce((end, place, at) => (isPrinted(place) ? at + 1 : end), 0);
  const widths = layout.places.slice(0, columns).map((place) => (isHidden(place) ? 0 : widthOf(place)));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const titles = list.kind === 'project' ? columnAt(layout, list.nameColumn) + 1 : 0;
  const again = widths.slice(0, titles).reduce((sum, width) => sum + width, 0);
  const count = Math.ceil((total - again) / (pageWidths[list.paper] - again));
  const starts = narrowestSpread(widths, again, count);
  return {
    count,
    starts,
    repeated: count > 1 ? titles : 0,
    firstColumns: starts[1] ?? columns,
    area: { row: 0, column: 0, rows: list.kind === 'target' ? layout.firstRow + layout.rowCount : MAXIMUM_ROWS, columns },
  };
}

/** Pixels of a column. */
export function widthOf(place: LaidColumn): number {
  return place.kind === 'ours' ? place.column.width : 120;
}

export function isHidden(place: LaidColumn): boolean {
  return place.kind === 'ours' && place.column.role === 'identity';
}

function isPrinted(place: LaidColumn): boolean {
  return place.kind === 'user' || (place.column.role !== 'identity' && place.column.role !== 'mark');
}

/** Where the pages begin at the smallest page width at which there are no more than so many. */
function narrowestSpread(widths: readonly number[], repeated: number, count: number): readonly number[] {
  let width = Math.max(...widths) + repeated;
  for (;;) {
    const { starts, missing } = spread(widths, repeated, width);
    if (starts.length <= count) return starts;
    width += missing;
  }
}

/** Pages filled one after another; `missing` is the least by which a page must grow to hold one more column. */
function spread(widths: readonly number[], repeated: number, page: number): { starts: readonly number[]; missing: number } {
  const starts = [0];
  let used = 0;
  let missing = Infinity;
  widths.forEach((width, column) => {
    if (used + width > page) {
      missing = Math.min(missing, used + width - page);
      starts.push(column);
      used = repeated;
    }
    used += width;
  });
  return { starts, missing };
}

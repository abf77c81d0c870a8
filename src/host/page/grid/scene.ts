import type { Area } from '../../../sheet/model';
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../../../sheet/address';
import type { Sheet } from '../../book/sheet';
import type { SheetState } from '../../book/state';
import type { RowFitter } from './auto-height';
import { Axis } from './axis';
import { POINT } from './cell-measure';

/** Rows and columns shown beyond what is used, so that there is always room to type. */
const spareRows = 60;
const spareColumns = 12;
const leastRows = 200;
const leastColumns = 40;

/** How far the grid reaches; grows when the user scrolls or moves to its end. */
export interface Reach {
  readonly rows: number;
  readonly columns: number;
}

/** One sheet laid out in pixels: what all parts of the grid measure by. Made anew after each change. */
export class Scene {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly state: SheetState;
  private readonly mergesByRow: ReadonlyMap<number, readonly Area[]>;

  constructor(
    readonly sheet: Sheet,
    reach: Reach,
    private readonly fitter: RowFitter,
  ) {
    this.state = sheet.state;
    this.columns = new Axis(reach.columns, (column) => Math.round(sheet.columnWidth(column)));
    this.rows = new Axis(reach.rows, (row) => {
      const height = sheet.rowHeight(row);
      return height === null ? this.fitter.fit(sheet, row) : Math.round(height * POINT);
    });
    this.mergesByRow = indexMerges(sheet.state.merges);
  }

  get frozen(): { readonly rows: number; readonly columns: number } {
    return this.state.freeze ?? { rows: 0, columns: 0 };
  }

  mergeAt(row: number, column: number): Area | null {
    const found = this.mergesByRow.get(row);
    return found?.find((area) => column >= area.column && column < area.column + area.columns) ?? null;
  }

  /** Left, top, width and height in pixels of the sheet. */
  boxOf(area: Area): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
    const left = this.columns.start(area.column);
    const top = this.rows.start(area.row);
    return {
      left,
      top,
      width: this.columns.start(area.column + area.columns) - left,
      height: this.rows.start(area.row + area.rows) - top,
    };
  }
}

/** Rows and columns to lay out for a sheet, at least as far as asked for. */
export function reachOf(sheet: Sheet, atLeast: Reach): Reach {
  const used = sheet.usedArea();
  const usedRows = used ? used.row + used.rows : 0;
  const usedColumns = used ? used.column + used.columns : 0;
  return {
    rows: Math.min(MAXIMUM_ROWS, Math.max(usedRows + spareRows, leastRows, atLeast.rows)),
    columns: Math.min(MAXIMUM_COLUMNS, Math.max(usedColumns + spareColumns, leastColumns, atLeast.columns)),
  };
}

function indexMerges(merges: readonly Area[]): ReadonlyMap<number, readonly Area[]> {
  const index = new Map<number, Area[]>();
  for (const merge of merges) {
    for (let row = merge.row; row < merge.row + merge.rows; row += 1) {
      const others = index.get(row);
      if (others) others.push(merge);
      else index.set(row, [merge]);
    }
  }
  return index;
}


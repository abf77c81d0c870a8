import type { Area, Link, Validation } from '../../sheet/model';
import type { Value } from './value';
import { areaBetween, isInArea } from '../../sheet/area';
import { cellArea } from './address';
import { STANDARD_HEIGHT, STANDARD_WIDTH, type Cell, type SheetState, type Table } from './state';
import { PLAIN, type Style } from './style';

/** Gives the results of formulas; the book's calculator behind a narrow door. */
export interface ResultSource {
  /** Result of the formula in this cell, recalculated if need be. */
  resultAt(sheet: Sheet, row: number, column: number): Value;
}

/** Where the user is in a sheet: the selected area and the active cell in it. */
export interface Selection {
  readonly area: Area;
  readonly row: number;
  readonly column: number;
}

/**
 * One sheet, for reading. It stays the same object for as long as the sheet lives; what it shows changes with
 * its state. Rows and columns are 0-based. Changes go through the functions beside this file.
 */
export class Sheet {
  selection: Selection = { area: cellArea(0, 0), row: 0, column: 0 };

  constructor(
    /** As Office.js shows it, in braces; never reused. */
    readonly id: string,
    public state: SheetState,
    private readonly results: ResultSource,
  ) {}

  get name(): string {
    return this.state.name;
  }

  cellAt(row: number, column: number): Cell | undefined {
    return this.state.rows.get(row)?.get(column);
  }

  /** Constant or formula result; null for an empty cell, an error as its text (#N/A). */
  valueAt(row: number, column: number): Value {
    const cell = this.cellAt(row, column);
    if (!cell) return null;
    return cell.formula === null ? cell.value : this.results.resultAt(this, row, column);
  }

  /** Text of the formula, beginning with =; null for a constant or an empty cell. */
  formulaAt(row: number, column: number): string | null {
    return this.cellAt(row, column)?.formula ?? null;
  }

  /** The cell's own format over its row's and its column's. Without conditional formats: see appearance.ts. */
  styleAt(row: number, column: number): Style {
    return (
      this.cellAt(row, column)?.style ?? this.state.rowStyles.get(row) ?? this.state.columnStyles.get(column) ?? PLAIN
    );
  }

  /** The merged area that covers the cell; its first cell holds the content. */
  mergeAt(row: number, column: number): Area | null {
    return this.state.merges.find((area) => isInArea(area, row, column)) ?? null;
  }

  tableAt(row: number, column: number): Table | null {
    return this.state.tables.find((table) => isInArea(table.area, row, column)) ?? null;
  }

  /** The last one laid over the cell counts. */
  validationAt(row: number, column: number): Validation | null {
    return this.state.validations.findLast((validation) => isInArea(validation.area, row, column)) ?? null;
  }

  linkAt(row: number, column: number): Link | null {
    return this.state.links.find((link) => link.row === row && link.column === column) ?? null;
  }

  /** Pixels at 100 %; 0 when hidden. */
  columnWidth(column: number): number {
    if (this.state.hiddenColumns.has(column)) return 0;
    return this.state.columnWidths.get(column) ?? STANDARD_WIDTH;
  }

  /** Points; null where nobody set one, so that the grid may fit it to wrapped text; 0 when hidden. */
  rowHeight(row: number): number | null {
    if (this.isRowHidden(row)) return 0;
    return this.state.rowHeights.get(row) ?? null;
  }

  /** What Excel reports as the row's height. */
  reportedRowHeight(row: number): number {
    return this.rowHeight(row) ?? STANDARD_HEIGHT;
  }

  /** By the user or by a filter. */
  isRowHidden(row: number): boolean {
    return this.state.hiddenRows.has(row) || this.state.filteredRows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.state.hiddenColumns.has(column);
  }

  /** True where a protected sheet would refuse the user's typing. */
  isLocked(row: number, column: number): boolean {
    return this.state.protection !== null && this.styleAt(row, column).locked !== false;
  }

  /** The smallest area with all contents (and, unless valuesOnly, all formatted cells); null for an empty sheet. */
  usedArea(valuesOnly = false): Area | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    const cover = (row: number, column: number): void => {
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    };
    for (const [row, cells] of this.state.rows) {
      for (const [column, cell] of cells) if (!valuesOnly || cell.formula !== null || cell.value !== null) cover(row, column);
    }
    return bottom < 0 ? null : areaBetween(top, left, bottom, right);
  }
}

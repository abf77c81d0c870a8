import type { Area } from '../../sheet/model';
import { IntervalIndex } from './interval-index';
import type { CellReader } from './operand';
import { findError, type Scalar, type Value } from './scalar';
import { ReadArea, type FormulaCell } from './vertex';

/** Wider ranges are kept in one list instead of under each of their columns. */
const WIDE = 64;

export interface ConstantSource {
  constant(sheet: string, row: number, column: number): Value;
  usedArea(sheet: string): Area;
}

/** Thrown when a formula that finds its cells while it runs (INDIRECT) meets one that must be computed first. */
export class NotYetComputed extends Error {
  constructor(readonly cell: FormulaCell) {
    super('a cell is read before it is computed');
  }
}

/** The formulas of one sheet, and which ranges of it are read by formulas anywhere. */
export class SheetCells implements CellReader {
  readonly columns = new Map<number, Map<number, FormulaCell>>();
  private readonly areas = new Map<string, ReadArea>();
  private readonly byColumn = new Map<number, IntervalIndex<ReadArea>>();
  private readonly wide = new Set<ReadArea>();
  private lastRow = -1;
  private lastColumn = -1;
  private known: { rows: number; columns: number } | null = null;

  constructor(
    public key: string,
    public name: string,
    private readonly source: ConstantSource,
  ) {}

  rename(key: string, name: string): void {
    this.key = key;
    this.name = name;
  }

  get(row: number, column: number): FormulaCell | undefined {
    return this.columns.get(column)?.get(row);
  }

  set(cell: FormulaCell): void {
    let column = this.columns.get(cell.column);
    if (!column) this.columns.set(cell.column, (column = new Map()));
    column.set(cell.row, cell);
    this.lastRow = Math.max(this.lastRow, cell.row);
    this.lastColumn = Math.max(this.lastColumn, cell.column);
    this.known = null;
  }

  delete(row: number, column: number): void {
    const cells = this.columns.get(column);
    cells?.delete(row);
    if (cells?.size === 0) this.columns.delete(column);
  }

  listFormulas(): FormulaCell[] {
    return Array.from(this.columns.values(), (cells) => [...cells.values()]).flat();
  }

  read(row: number, column: number): Scalar {
    const cell = this.columns.get(column)?.get(row);
    if (cell) {
      if (cell.isDirty) throw new NotYetComputed(cell);
      return cell.value;
    }
    const value = this.source.constant(this.name, row, column);
    return typeof value === 'string' ? (findError(value) ?? value) : (value ?? null);
  }

  extent(): { rows: number; columns: number } {
    if (!this.known) {
      const used = this.source.usedArea(this.name);
      this.known = {
        rows: Math.max(this.lastRow + 1, used.row + used.rows),
        columns: Math.max(this.lastColumn + 1, used.column + used.columns),
      };
    }
    return this.known;
  }

  /** To be called when constants changed: the used area may have grown. */
  forgetExtent(): void {
    this.known = null;
  }

  findArea(area: Area): ReadArea | undefined {
    return this.areas.get(`${area.row},${area.column},${area.rows},${area.columns}`);
  }

  /** The one object of a range that formulas read. */
  shareArea(area: Area): ReadArea {
    const key = `${area.row},${area.column},${area.rows},${area.columns}`;
    const known = this.areas.get(key);
    if (known) return known;
    const shared = new ReadArea(this, area);
    this.areas.set(key, shared);
    if (area.columns > WIDE) {
      this.wide.add(shared);
    } else {
      for (let column = area.column; column < area.column + area.columns; column++) {
        let index = this.byColumn.get(column);
        if (!index) this.byColumn.set(column, (index = new IntervalIndex()));
        index.add(shared);
      }
    }
    return shared;
  }

  dropArea(shared: ReadArea): void {
    const { area } = shared;
    this.areas.delete(`${area.row},${area.column},${area.rows},${area.columns}`);
    this.wide.delete(shared);
    for (let column = area.column; column < area.column + area.columns && area.columns <= WIDE; column++) {
      this.byColumn.get(column)?.remove(shared);
    }
  }

  dropAllAreas(): void {
    this.areas.clear();
    this.byColumn.clear();
    this.wide.clear();
  }

  /** Calls back for ranges that formulas read and that meet the area; one may come more than once. */
  visitReaders(area: Area, found: (shared: ReadArea) => void): void {
    const lastRow = area.row + area.rows - 1;
    const lastColumn = area.column + area.columns - 1;
    if (area.columns > this.byColumn.size) {
      for (const [column, index] of this.byColumn) {
        if (column >= area.column && column <= lastColumn) index.visit(area.row, lastRow, found);
      }
    } else {
      for (let column = area.column; column <= lastColumn; column++) this.byColumn.get(column)?.visit(area.row, lastRow, found);
    }
    for (const shared of this.wide) {
      const meetsRows = shared.from <= lastRow && shared.to >= area.row;
      if (meetsRows && shared.area.column <= lastColumn && shared.area.column + shared.area.columns > area.column) found(shared);
    }
  }

  /** Calls back for each formula in the area. */
  visitFormulas(area: Area, found: (cell: FormulaCell) => void): void {
    const last = area.row + area.rows - 1;
    const visitColumn = (cells: Map<number, FormulaCell>): void => {
      if (area.rows < cells.size) {
        for (let row = area.row; row <= last; row++) {
          const cell = cells.get(row);
          if (cell) found(cell);
        }
      } else {
        for (const [row, cell] of cells) if (row >= area.row && row <= last) found(cell);
      }
    };
    if (area.columns > this.columns.size) {
      for (const [column, cells] of this.columns) {
        if (column >= area.column && column < area.column + area.columns) visitColumn(cells);
      }
      return;
    }
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cells = this.columns.get(column);
      if (cells) visitColumn(cells);
    }
  }
}

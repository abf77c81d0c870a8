import type { Area, DefinedName } from '../../sheet/model';
import { BlockColumn } from './block-column';
import type { CompiledFormula } from './compile-formula';
import type { Book } from './definition';
import { DependencyGraph } from './dependency-graph';
import { EvaluationOrder } from './evaluation-order';
import { FormulaLibrary } from './formula-library';
import { intersect, Reference } from './operand';
import type { Place } from './resolve-reference';
import { foldCase, isError, type Scalar, type Value } from './scalar';
import { NotYetComputed, SheetCells } from './sheet-cells';
import { FormulaCell } from './vertex';
import { VolatileCells } from './volatile-cells';

export interface FormulaSource {
  sheetNames(): readonly string[];
  /** Constant value of a non-formula cell, null when empty. */
  constant(sheet: string, row: number, column: number): Value;
  usedArea(sheet: string): Area;
  /** Areas with header row. */
  tables(): readonly { name: string; sheet: string; area: Area; headers: readonly string[] }[];
  names(): readonly DefinedName[];
  /** Hidden by any means; SUBTOTAL 101 to 111 leaves such rows out. */
  isRowHidden(sheet: string, row: number): boolean;
  /** Hidden by a filter; SUBTOTAL 1 to 11 leaves out these only. Where it is not given every hidden row counts as filtered. */
  isRowFiltered?(sheet: string, row: number): boolean;
}

export interface CellRef {
  sheet: string;
  row: number;
  column: number;
}

/** From so many formulas on an index over a range is worth building. */
const WORTH_INDEXING = 4;
/** Serial of 1970-01-01, from which the system clock counts. */
const EPOCH = 25569;

function readClock(): number {
  const now = new Date();
  return EPOCH + now.getTime() / 86400000 - now.getTimezoneOffset() / 1440;
}

function toRef(cell: FormulaCell): CellRef {
  return { sheet: cell.sheet.name, row: cell.row, column: cell.column };
}

function toValue(value: Scalar): Value {
  return isError(value) ? value.code : value;
}

/**
 * Keeps the formulas of a workbook calculated. Nothing is computed until `calculate` (or `evaluate`) is called; then
 * only what depends on changes is. Sheets, tables and names are told apart without regard to case.
 */
export class Calculator {
  private readonly sheets = new Map<string, SheetCells>();
  private readonly graph = new DependencyGraph();
  private readonly volatile = new VolatileCells();
  /** Cells whose formula is not compiled yet. */
  private readonly unbound = new Set<FormulaCell>();
  private readonly circular = new Set<FormulaCell>();
  /** Computed cells with the value they had when changes were last reported. */
  private changed = new Map<FormulaCell, Scalar>();
  private readonly library: FormulaLibrary;
  private readonly clock: () => number;

  /** `today` gives the serial of now, with the time as its fraction; by default the machine's clock. */
  constructor(
    private readonly source: FormulaSource,
    options: { today?: () => number } = {},
  ) {
    this.clock = options.today ?? readClock;
    this.library = new FormulaLibrary(source, (name) => this.sheetOf(name));
  }

  /** Puts a formula (with =, file form or T[@c]) into a cell, or takes it away with null. */
  setFormula(ref: CellRef, formula: string | null): void {
    const sheet = this.sheetOf(ref.sheet);
    const old = sheet.get(ref.row, ref.column);
    if (old?.text === formula) return;
    if (old) this.forget(old);
    this.graph.touch(sheet, { row: ref.row, column: ref.column, rows: 1, columns: 1 });
    if (formula === null) return;
    const cell = new FormulaCell(sheet, ref.row, ref.column, formula);
    sheet.set(cell);
    this.unbound.add(cell);
    this.graph.markDirty(cell);
  }

  formulaAt(ref: CellRef): string | null {
    return this.find(ref)?.text ?? null;
  }

  /** Result as of the last `calculate`; an error is its text, and what comes from an empty cell is 0 as in Excel. */
  valueAt(ref: CellRef): Value {
    return toValue(this.find(ref)?.value ?? null);
  }

  isErrorAt(ref: CellRef): boolean {
    return isError(this.find(ref)?.value);
  }

  /** Cells that depend on themselves; each counts as 0 (Excel warns and shows 0). */
  listCircular(): CellRef[] {
    return Array.from(this.circular, toRef);
  }

  constantsChanged(sheetName: string, areas: readonly Area[]): void {
    const sheet = this.sheetOf(sheetName);
    sheet.forgetExtent();
    for (const area of areas) this.graph.touch(sheet, area);
  }

  /** The sheet's formulas go along with its new name; to be called before structureChanged. Their texts are the caller's. */
  renameSheet(from: string, to: string): void {
    const sheet = this.sheets.get(foldCase(from));
    if (!sheet) return;
    this.sheets.delete(sheet.key);
    sheet.rename(foldCase(to), to);
    this.sheets.set(sheet.key, sheet);
  }

  /** Tables, names, sheets or hidden rows changed: every formula is looked at anew, those of sheets now gone are dropped. */
  structureChanged(): void {
    const present = new Set(this.source.sheetNames().map(foldCase));
    for (const [key, sheet] of this.sheets) {
      if (present.has(key)) continue;
      for (const cell of sheet.listFormulas()) this.forget(cell);
      this.sheets.delete(key);
    }
    this.library.forgetAll();
    this.volatile.clear();
    for (const sheet of this.sheets.values()) {
      sheet.dropAllAreas();
      sheet.forgetExtent();
      for (const cell of sheet.listFormulas()) {
        cell.areas = [];
        this.unbound.add(cell);
      }
    }
  }

  /** Tables got other areas or columns, nothing else moved; cheaper than structureChanged: only what names them is looked at anew. */
  tablesChanged(names: readonly string[]): void {
    const isConcerned = this.library.forgetTables(names);
    for (const sheet of this.sheets.values()) {
      sheet.forgetExtent();
      for (const cell of sheet.listFormulas()) {
        if (!isConcerned(cell.text)) continue;
        this.graph.unbind(cell);
        this.volatile.delete(cell);
        this.unbound.add(cell);
      }
    }
  }

  /** Rows were shown or hidden; cheaper than structureChanged where nothing else did. */
  visibilityChanged(): void {
    for (const cell of this.volatile.visibility) this.graph.markDirty(cell);
  }

  /** Recalculates what is dirty; returns the formula cells whose value changed since it was last called. */
  calculate(): CellRef[] {
    this.recalculate();
    const changed: CellRef[] = [];
    for (const [cell, before] of this.changed) if (cell.value !== before) changed.push(toRef(cell));
    this.changed = new Map();
    return changed;
  }

  /**
   * Evaluates a formula as if it stood in that cell, without keeping it (conditional formats, validations). With
   * `origin` the formula is read as written for that cell and moves along to `at`, as in a conditional format.
   */
  evaluate(formula: string, at: CellRef, origin: CellRef = at): Value {
    this.recalculate();
    const { row, column } = at;
    const place = { sheet: this.sheetOf(at.sheet), row, column, rowShift: row - origin.row, columnShift: column - origin.column };
    return toValue(this.run(this.library.compile(formula), place) ?? 0);
  }

  private find(ref: CellRef): FormulaCell | undefined {
    return this.sheets.get(foldCase(ref.sheet))?.get(ref.row, ref.column);
  }

  private sheetOf(name: string): SheetCells {
    const key = foldCase(name);
    let sheet = this.sheets.get(key);
    if (!sheet) this.sheets.set(key, (sheet = new SheetCells(key, name, this.source)));
    return sheet;
  }

  private forget(cell: FormulaCell): void {
    this.graph.unbind(cell);
    this.volatile.delete(cell);
    cell.sheet.delete(cell.row, cell.column);
    this.graph.dirty.delete(cell);
    this.unbound.delete(cell);
    this.circular.delete(cell);
    this.changed.delete(cell);
  }

  private bindNew(): void {
    for (const cell of this.unbound) {
      const compiled = this.library.compile(cell.text);
      cell.compiled = compiled;
      this.graph.bind(cell, compiled.references);
      this.volatile.add(cell, compiled);
    }
    this.graph.admit(this.unbound);
    this.unbound.clear();
  }

  private recalculate(): void {
    this.bindNew();
    // TODAY wakes when the day changed; NOW, INDIRECT and OFFSET whenever anything did.
    if (this.volatile.clock.size > 0 && this.volatile.isNewDay(this.clock())) {
      for (const cell of this.volatile.clock) this.graph.markDirty(cell);
    }
    if (this.graph.isAnythingNew) for (const cell of this.volatile.dynamic) this.graph.markDirty(cell);
    this.graph.isAnythingNew = false;
    const order = new EvaluationOrder(
      (cell) => this.compute(cell),
      (circle) => circle.forEach((cell) => cell.isDirty && this.breakCircle(cell)),
    );
    order.run(this.graph.dirty);
    this.graph.settle();
  }

  private compute(cell: FormulaCell): void {
    if (!cell.isDirty || !this.tryCompute(cell)) return;
    // What INDIRECT needs shows only when it runs: that is computed first, then it runs again.
    const stack = [cell];
    const waiting = new Set(stack);
    while (stack.length > 0) {
      const needed = this.tryCompute(stack[stack.length - 1]!);
      if (!needed) {
        waiting.delete(stack.pop()!);
      } else if (!waiting.has(needed)) {
        stack.push(needed);
        waiting.add(needed);
      } else {
        for (const one of stack.splice(stack.indexOf(needed))) {
          waiting.delete(one);
          this.breakCircle(one);
        }
      }
    }
  }

  /** The cell that must be computed before, or null when it is done. */
  private tryCompute(cell: FormulaCell): FormulaCell | null {
    try {
      const place = { sheet: cell.sheet, row: cell.row, column: cell.column, rowShift: 0, columnShift: 0 };
      this.finish(cell, this.run(cell.compiled!, place) ?? 0, false);
      return null;
    } catch (error) {
      if (error instanceof NotYetComputed) return error.cell;
      throw error;
    }
  }

  private breakCircle(cell: FormulaCell): void {
    this.finish(cell, 0, true);
  }

  private finish(cell: FormulaCell, value: Scalar, isCircular: boolean): void {
    if (!this.changed.has(cell)) this.changed.set(cell, cell.value);
    cell.value = value;
    cell.isDirty = false;
    if (isCircular) this.circular.add(cell);
    else this.circular.delete(cell);
  }

  private run(compiled: CompiledFormula, place: Place): Scalar {
    return intersect(compiled.run({ ...place, book: this.book }), place.row, place.column);
  }

  private readonly book: Book = {
    now: () => this.clock(),
    contentOf: (block) => {
      const area = block instanceof Reference ? (block.sheet as SheetCells).findArea(block.area) : undefined;
      if (!area || area.readers.length < WORTH_INDEXING) return new BlockColumn(block, false);
      return (area.content ??= new BlockColumn(block, true));
    },
    isRowHidden: (sheet, row, byFilterOnly) =>
      byFilterOnly && this.source.isRowFiltered ? this.source.isRowFiltered(sheet.name, row) : this.source.isRowHidden(sheet.name, row),
    isSubtotal: (sheet, row, column) => (sheet as SheetCells).get(row, column)?.compiled?.isSubtotal ?? false,
    resolveText: (text, place) => this.library.resolveText(text, place),
  };
}

import type { Area } from '../../sheet/model';
import { Calculator, type CellRef, type FormulaSource } from '../formula/calculator';
import type { Book, CellPlace } from './book';
import { readHeaders } from './edit/table-header';
import type { Sheet } from './sheet';
import type { RowCells, SheetState } from './state';
import type { Transaction } from './transaction';
import type { Value } from './value';

/** Keeps the calculator in step with the book: it is told what each transaction changed, and asked for results. */
export class Recalculation {
  private readonly calculator: Calculator;
  private isStale = false;
  private changed: CellRef[] = [];

  constructor(
    private readonly book: Book,
    today: () => number,
  ) {
    this.calculator = new Calculator(sourceOf(book), { today });
  }

  /** Hands over what the transaction changed; nothing is computed yet. */
  note(transaction: Transaction): void {
    for (const sheet of transaction.bookBefore.sheets) {
      const before = transaction.before.get(sheet) ?? sheet.state;
      const isGone = !this.book.sheets.includes(sheet);
      if (isGone || before.name !== sheet.name) this.moveFormulas(before.name, before.rows, isGone ? null : sheet);
      else if (before !== sheet.state) this.compareRows(sheet, before);
    }
    for (const sheet of this.book.sheets) {
      if (!transaction.bookBefore.sheets.includes(sheet)) this.moveFormulas(null, new Map(), sheet);
    }
    if (transaction.structural) {
      this.calculator.structureChanged();
    } else {
      if (transaction.reshaped.size > 0) this.calculator.tablesChanged([...transaction.reshaped]);
      if (transaction.visibility) this.calculator.visibilityChanged();
    }
    this.isStale = true;
  }

  /** Computes what is stale; the sheets in which results changed since the last call. */
  calculate(): Set<Sheet> {
    this.refresh();
    const sheets = new Set(this.changed.flatMap((ref) => this.book.findSheet(ref.sheet) ?? []));
    this.changed = [];
    return sheets;
  }

  /** Computes everything anew. */
  calculateAll(): Set<Sheet> {
    this.calculator.structureChanged();
    this.isStale = true;
    return this.calculate();
  }

  resultAt(sheet: Sheet, row: number, column: number, isAutomatic: boolean): Value {
    if (isAutomatic) this.refresh();
    return this.calculator.valueAt({ sheet: sheet.name, row, column });
  }

  evaluate(formula: string, sheet: Sheet, at: CellPlace, origin: CellPlace): Value {
    this.refresh();
    const place = (cell: CellPlace): CellRef => ({ sheet: sheet.name, row: cell.row, column: cell.column });
    return this.calculator.evaluate(formula, place(at), place(origin));
  }

  private refresh(): void {
    if (!this.isStale) return;
    this.isStale = false;
    for (const ref of this.calculator.calculate()) this.changed.push(ref);
  }

  private moveFormulas(from: string | null, rows: ReadonlyMap<number, RowCells>, to: Sheet | null): void {
    if (from !== null) {
      for (const [row, cells] of rows) {
        for (const [column, cell] of cells) {
          if (cell.formula !== null) this.calculator.setFormula({ sheet: from, row, column }, null);
        }
      }
    }
    if (to) for (const [row, cells] of to.state.rows) this.compareRow(to, row, undefined, cells);
  }

  private compareRows(sheet: Sheet, before: SheetState): void {
    const { rows } = sheet.state;
    const areas: Area[] = [];
    const note = (row: number, old: RowCells | undefined, now: RowCells | undefined): void => {
      const area = this.compareRow(sheet, row, old, now);
      if (area) addRow(areas, area);
    };
    for (const [row, cells] of rows) {
      const old = before.rows.get(row);
      if (old !== cells) note(row, old, cells);
    }
    for (const [row, old] of before.rows) if (!rows.has(row)) note(row, old, undefined);
    if (areas.length > 0) this.calculator.constantsChanged(sheet.name, areas);
  }

  /** Sets formulas that differ; gives the stretch of the row in which contents differ. */
  private compareRow(sheet: Sheet, row: number, old: RowCells | undefined, now: RowCells | undefined): Area | null {
    let first = Infinity;
    let last = -1;
    const compare = (column: number): void => {
      const before = old?.get(column);
      const after = now?.get(column);
      const formula = after?.formula ?? null;
      if ((before?.formula ?? null) !== formula) this.calculator.setFormula({ sheet: sheet.name, row, column }, formula);
      else if ((before?.value ?? null) === (after?.value ?? null)) return;
      if (column < first) first = column;
      if (column > last) last = column;
    };
    if (now) for (const column of now.keys()) compare(column);
    if (old) for (const column of old.keys()) if (!now?.has(column)) compare(column);
    return last < 0 ? null : { row, column: first, rows: 1, columns: last - first + 1 };
  }
}

/** Adds a stretch of one row, as part of the area above it where they line up. */
function addRow(areas: Area[], row: Area): void {
  const above = areas.at(-1);
  if (above && above.row + above.rows === row.row && above.column === row.column && above.columns === row.columns) {
    areas[areas.length - 1] = { ...above, rows: above.rows + 1 };
  } else {
    areas.push(row);
  }
}

function sourceOf(book: Book): FormulaSource {
  // Asked once per cell, mostly for the same sheet again.
  let last: Sheet | null = null;
  const find = (name: string): Sheet | null => {
    if (last?.name !== name || !book.sheets.includes(last)) last = book.findSheet(name);
    return last;
  };
  return {
    sheetNames: () => book.sheets.map((sheet) => sheet.name),
    constant: (sheet, row, column) => find(sheet)?.cellAt(row, column)?.value ?? null,
    usedArea: (sheet) => find(sheet)?.usedArea(true) ?? { row: 0, column: 0, rows: 1, columns: 1 },
    tables: () =>
      book.sheets.flatMap((sheet) =>
        sheet.state.tables.map((table) => ({
          name: table.name,
          sheet: sheet.name,
          area: table.area,
          headers: readHeaders(sheet, table),
        })),
      ),
    names: () => book.state.names,
    isRowHidden: (sheet, row) => find(sheet)?.isRowHidden(row) ?? false,
    isRowFiltered: (sheet, row) => find(sheet)?.state.filteredRows.has(row) ?? false,
  };
}

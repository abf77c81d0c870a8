import { Calculator, type CellRef, type FormulaSource } from '../../../src/host/formula/calculator';
import type { Value } from '../../../src/list/list';
import type { Area, DefinedName } from '../../../src/sheet/model';
import { readAddress } from './address';

/** A workbook as small as the calculator allows: constants in a map, tables and names as given. */
export class PlainBook implements FormulaSource {
  readonly calculator: Calculator;
  readonly hidden = new Set<string>();
  readonly filtered = new Set<string>();
  tableList: { name: string; sheet: string; area: Area; headers: readonly string[] }[] = [];
  nameList: DefinedName[] = [];
  reads = 0;
  private readonly cells = new Map<string, Map<number, Value>>();
  private readonly used = new Map<string, { rows: number; columns: number }>();

  constructor(
    public sheets: string[],
    today = 45285,
  ) {
    this.calculator = new Calculator(this, { today: () => today });
  }

  sheetNames(): readonly string[] {
    return this.sheets;
  }

  constant(sheet: string, row: number, column: number): Value {
    this.reads++;
    return this.cells.get(sheet)?.get(row * 16384 + column) ?? null;
  }

  usedArea(sheet: string): Area {
    return { row: 0, column: 0, ...(this.used.get(sheet) ?? { rows: 0, columns: 0 }) };
  }

  tables() {
    return this.tableList;
  }

  names() {
    return this.nameList;
  }

  isRowHidden(sheet: string, row: number): boolean {
    return this.hidden.has(`${sheet}!${row}`) || this.filtered.has(`${sheet}!${row}`);
  }

  isRowFiltered(sheet: string, row: number): boolean {
    return this.filtered.has(`${sheet}!${row}`);
  }

  /** Puts a constant, whatever it looks like. */
  putConstant(ref: CellRef, content: Value): void {
    let cells = this.cells.get(ref.sheet);
    if (!cells) this.cells.set(ref.sheet, (cells = new Map()));
    if (content === null) cells.delete(ref.row * 16384 + ref.column);
    else cells.set(ref.row * 16384 + ref.column, content);
    const used = this.used.get(ref.sheet) ?? { rows: 0, columns: 0 };
    this.used.set(ref.sheet, { rows: Math.max(used.rows, ref.row + 1), columns: Math.max(used.columns, ref.column + 1) });
    this.calculator.constantsChanged(ref.sheet, [{ row: ref.row, column: ref.column, rows: 1, columns: 1 }]);
  }

  /** Puts a constant, or a formula where the text begins with =, as typing does, without recalculating. */
  put(ref: CellRef, content: Value): void {
    const isFormula = typeof content === 'string' && content.startsWith('=');
    this.calculator.setFormula(ref, isFormula ? content : null);
    this.putConstant(ref, isFormula ? null : content);
  }

  /** Puts rows of contents from an address such as 表!A1 on. */
  fill(address: string, rows: readonly (readonly Value[])[]): this {
    const corner = readAddress(address, this.sheets[0]!);
    rows.forEach((row, r) => row.forEach((content, c) => this.put({ ...corner, row: corner.row + r, column: corner.column + c }, content)));
    return this;
  }

  /** Makes the filled block a table; the first row is its header. */
  table(name: string, address: string, rows: number, columns: number): this {
    const { sheet, row, column } = readAddress(address, this.sheets[0]!);
    const headers = Array.from({ length: columns }, (_, offset) => String(this.constant(sheet, row, column + offset)));
    this.tableList.push({ name, sheet, area: { row, column, rows, columns }, headers });
    this.calculator.structureChanged();
    return this;
  }

  name(name: string, address: string): this {
    const { sheet, row, column } = readAddress(address, this.sheets[0]!);
    this.nameList.push({ name, sheet, area: { row, column, rows: 1, columns: 1 } });
    this.calculator.structureChanged();
    return this;
  }

  /** Value shown at an address: of the formula, or the constant. */
  at(address: string): Value {
    this.calculator.calculate();
    const ref = readAddress(address, this.sheets[0]!);
    return this.calculator.formulaAt(ref) === null ? this.constant(ref.sheet, ref.row, ref.column) : this.calculator.valueAt(ref);
  }

  /** Result of a formula in a cell where nothing is in the way. */
  result(formula: string, address = 'ZZ1000'): Value {
    return this.calculator.evaluate(formula, readAddress(address, this.sheets[0]!));
  }
}

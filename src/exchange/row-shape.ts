import type { Column, List, Value } from '../list/list';
import type { RowValues } from '../list/record';
import type { Plan, Scope } from '../plan/plan';
import { unitResolverOf } from '../rule/choice';
import { meansEmpty, normaliseName } from '../rule/name';
import { isBlank, isErrorValue } from '../rule/value';
import { canonicalText, isSameValue } from './same-value';
import type { ExchangeRows } from './source';

/** One row as exchange sees it: the cells that people fill in, and what it is known by. */
export interface RowImage {
  /** Index into the rows it was read from, -1 for a row of a base. */
  readonly at: number;
  /** 行标识 as it stands; empty where there is none. */
  readonly identity: string;
  /** Unit key; empty where no unit is given, null where the text is none. */
  readonly unit: string | null;
  /** In the order of the shape's columns; undefined where the column was not found. */
  readonly cells: readonly (Value | undefined)[];
}

/** What a row is known by beyond its identity, normalised; empty texts where it has none. */
export interface RowKey {
  readonly name: string;
  readonly code: string;
  /** 问题编号, on a list that has it: there one project has several rows. */
  readonly number: string;
}

/** The cells of a list that travel between workbooks, and how its rows are read and held against each other. */
export class RowShape {
  /** Columns that people fill in. 县（市、区） is not among them: it says whose the row is. */
  readonly columns: readonly Column[];
  readonly isNumbered: boolean;
  /** The header over 项目名称, normalised as names are; empty on target lists. */
  readonly nameHeader: string;
  private readonly unitColumn: string;
  private readonly identityColumn: string;
  private readonly nameAt: number;
  private readonly codeAt: number;
  private readonly numberAt: number;

  constructor(
    readonly list: List,
    private readonly plan: Plan,
  ) {
    this.unitColumn = list.columns.find((column) => column.type === 'unit')?.key ?? '';
    this.identityColumn = list.columns.find((column) => column.role === 'identity')?.key ?? '';
    this.columns = list.columns.filter((column) => column.role === 'entry' && column.key !== this.unitColumn);
    this.nameAt = list.kind === 'project' ? this.indexOf(list.nameColumn) : -1;
    this.codeAt = this.indexOf('projectCode');
    this.numberAt = this.indexOf('problemNumber');
    this.isNumbered = this.numberAt >= 0;
    this.nameHeader = normaliseName(this.columns[this.nameAt]?.header ?? '');
  }

  private indexOf(key: string): number {
    return this.columns.findIndex((column) => column.key === key);
  }

  /** Rows in which something is filled in; on target lists also those that only name their unit. In a unit's workbook a row without a unit is its own. */
  read(rows: ExchangeRows, scope: Scope): RowImage[] {
    const columns = this.columns.map((column) => rows.values[column.key]);
    const identities = rows.values[this.identityColumn];
    const units = rows.values[this.unitColumn];
    const resolve = unitResolverOf(this.plan);
    const own = scope.kind === 'unit' ? scope.unit : '';
    const images: RowImage[] = [];
    for (let at = 0; at < rows.rowCount; at++) {
      const cells: (Value | undefined)[] = new Array<Value | undefined>(columns.length);
      let isFilled = this.list.kind === 'target' && !isBlank(units?.[at]);
      for (let column = 0; column < columns.length; column++) {
        const values = columns[column];
        const value = values === undefined ? undefined : (values[at] ?? null);
        cells[column] = value;
        isFilled ||= !isBlank(value);
      }
      if (!isFilled) continue;
      const unitText = units?.[at];
      const identity = identities?.[at];
      images.push({
        at,
        identity: isBlank(identity) ? '' : String(identity).trim(),
        unit: isBlank(unitText) ? own : resolve.keyOf(String(unitText)),
        cells,
      });
    }
    return images;
  }

  /** A row of a base. */
  imageOf(identity: string, unit: string, values: RowValues): RowImage {
    const cells = this.columns.map(({ key }) => (Object.hasOwn(values, key) ? (values[key] ?? null) : null));
    return { at: -1, identity, unit, cells };
  }

  /** What stands under 县（市、区）. */
  unitText(rows: ExchangeRows, at: number): string {
    const text = rows.values[this.unitColumn]?.[at];
    return isBlank(text) ? '' : String(text);
  }

  /** Values by column key, empty cells left out: what a base keeps and a proposal shows. */
  valuesOf(row: RowImage): RowValues {
    const values: (readonly [string, Value])[] = [];
    for (let at = 0; at < this.columns.length; at++) {
      const value = row.cells[at];
      if (!isBlank(value)) values.push([this.columns[at]!.key, value]);
    }
    return Object.fromEntries(values);
  }

  /** True where nothing but the name is filled in. */
  isNameOnly(row: RowImage): boolean {
    return row.cells.every((value, at) => isBlank(value) !== (at === this.nameAt));
  }

  /** 项目名称 as written. */
  nameOf(row: RowImage): string {
    const name = row.cells[this.nameAt];
    return isBlank(name) ? '' : String(name).trim();
  }

  keyOf(row: RowImage): RowKey {
    const normalised = (at: number) => {
      const text = row.cells[at];
      return isBlank(text) ? '' : normaliseName(String(text));
    };
    const code = normalised(this.codeAt);
    return { name: normalised(this.nameAt), code: meansEmpty(code) ? '' : code, number: normalised(this.numberAt) };
  }

  /** True where both cells say the same, or one of them was not found. */
  isSame(column: number, a: Value | undefined, b: Value | undefined): boolean {
    return a === undefined || b === undefined || isSameValue(a, b, this.columns[column]!, this.plan);
  }

  /** Number of cells in which two rows differ. */
  distance(a: RowImage, b: RowImage): number {
    let count = 0;
    for (let at = 0; at < this.columns.length; at++) if (!this.isSame(at, a.cells[at], b.cells[at])) count++;
    return count;
  }

  /** Equal for rows that say the same in every cell; a formula's error says nothing. */
  contentOf(row: RowImage): string {
    return JSON.stringify(this.columns.map((column, at) => (isErrorValue(row.cells[at]) ? '' : canonicalText(row.cells[at], column, this.plan))));
  }
}

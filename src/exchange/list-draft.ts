import type { Value } from '../list/list';
import type { RowValues } from '../list/record';
import { isBlank, isErrorValue } from '../rule/value';
import type {
  AddedRow,
  CellDifference,
  ChangedRow,
  Conflict,
  DeletedRow,
  ListProposal,
  MergeNote,
  RecognisedRow,
  Refusal,
  RowPlace,
} from './proposal';
import type { RowImage, RowShape } from './row-shape';
import type { ExchangeRows } from './source';

/** One list of a returned file, against the city's and what was issued. */
export interface ListCase {
  readonly shape: RowShape;
  readonly unit: string;
  readonly cityRows: ExchangeRows;
  /** Rows of the city in which something stands. */
  readonly city: readonly RowImage[];
  readonly fileRows: ExchangeRows;
  readonly file: readonly RowImage[];
  /** By identity, or unit key on target lists; null for two ways. */
  readonly base: Readonly<Record<string, RowValues>> | null;
}

/** A proposal for one list, with what else was learned on the way. */
export interface ListOutcome {
  readonly proposal: ListProposal;
  readonly notes: readonly MergeNote[];
  /** Identity in the city workbook by identity in the file; of rows to be added or put back the file's own row. */
  readonly rowOf: ReadonlyMap<string, { readonly identity: string; readonly fileRow: number | null }>;
}

/** Gathers what one list's comparison gives. */
export class ListDraft {
  readonly recognised: RecognisedRow[] = [];
  readonly added: AddedRow[] = [];
  readonly changed: ChangedRow[] = [];
  readonly deleted: DeletedRow[] = [];
  readonly conflicting: Conflict[] = [];
  readonly refused: Refusal[] = [];

  constructor(private readonly given: ListCase) {}

  /** Stable as long as the rows keep their identities: a preview that is made again keeps its decisions. */
  id(place: RowPlace, what: string): string {
    const row = place.identity === '' ? `#${place.cityRow ?? ''}/${place.fileRow ?? ''}` : place.identity;
    return [this.given.unit, this.given.shape.list.key, row, what].join('|');
  }

  /** The cells of a row that stands on both sides: base absent means two ways, where every difference is a conflict. */
  judgeCells(place: RowPlace, base: RowImage | null, city: RowImage, file: RowImage): void {
    const { shape } = this.given;
    const cells: CellDifference[] = [];
    shape.columns.forEach(({ key: column }, at) => {
      const [was, now, returned] = [base?.cells[at], city.cells[at], file.cells[at]];
      if (returned === undefined || shape.isSame(at, now ?? null, returned)) return;
      if (base !== null && shape.isSame(at, was ?? null, returned)) return;
      if (this.hasNoResult(column, returned, file)) return this.refuse(place, 'formulaError', file, column);
      const cell = { column, ...(base === null ? {} : { base: was ?? null }), city: now ?? null, returned };
      if (base !== null && (now === undefined || shape.isSame(at, was ?? null, now))) cells.push(cell);
      else this.conflicting.push({ ...place, kind: 'cell', id: this.id(place, column), cell });
    });
    if (cells.length > 0) this.changed.push({ ...place, cells });
  }

  /** Cells in which a side differs from the base. A formula's error in the file, or one without a result, is refused. */
  changesOf(place: RowPlace, base: RowImage, side: 'city' | 'returned', row: RowImage): CellDifference[] {
    const { shape } = this.given;
    return shape.columns.flatMap(({ key: column }, at) => {
      const value = row.cells[at];
      if (shape.isSame(at, base.cells[at] ?? null, value)) return [];
      if (side === 'returned' && this.hasNoResult(column, value, row)) {
        this.refuse(place, 'formulaError', row, column);
        return [];
      }
      const [city, returned] = side === 'city' ? [value ?? null, null] : [null, value ?? null];
      return [{ column, base: base.cells[at] ?? null, city, returned }];
    });
  }

  refuse(place: RowPlace, reason: Refusal['reason'], row: RowImage, column: string | null = null, unitText?: string): void {
    const { shape, fileRows } = this.given;
    const values = shape.valuesOf(row);
    this.refused.push({
      ...place,
      reason,
      unitText: unitText ?? shape.unitText(fileRows, row.at),
      column,
      values: column === null ? values : { [column]: values[column] ?? null },
    });
  }

  /** A row without the cells that hold errors or formulas without a result, which are listed. */
  add(place: RowPlace, file: RowImage): void {
    const { shape } = this.given;
    const values: Record<string, Value> = {};
    shape.columns.forEach(({ key: column }, at) => {
      const value = file.cells[at];
      if (this.hasNoResult(column, value, file)) this.refuse(place, 'formulaError', file, column);
      else if (!isBlank(value)) values[column] = value!;
    });
    this.added.push({ ...place, values });
  }

  /** True for an error, and for a formula that shows nothing: that is neither a figure nor a cell that was cleared. */
  private hasNoResult(column: string, value: Value | undefined, { at }: RowImage): boolean {
    return isErrorValue(value) || (isBlank(value) && Boolean(this.given.fileRows.formulas?.[column]?.[at]));
  }

  finish(): ListProposal {
    const { recognised, added, changed, deleted, conflicting, refused } = this;
    return { list: this.given.shape.list.key, recognised, added, changed, deleted, conflicting, refused };
  }
}

import type {
  Area,
  ChartModel,
  ConditionalFormat,
  Link,
  PrintSetup,
  SheetModel,
  Validation,
} from '../../sheet/model';
import type { Value } from './value';
import type { Style } from './style';

/** One cell: a constant, or a formula (then value is null here: the calculator has the result). Never changed in place. */
export interface Cell {
  readonly value: Value;
  /** Begins with =, in file form; null for a constant. */
  readonly formula: string | null;
  readonly style: Style;
}

/** Cells of one row by column. */
export type RowCells = Map<number, Cell>;

export interface Table {
  /** Stays when the table is renamed. */
  readonly id: string;
  readonly name: string;
  /** Header row and body. */
  readonly area: Area;
  /** Whether the header row has filter buttons. */
  readonly filter: boolean;
  readonly style: string | null;
  readonly bandedRows: boolean;
  /** Displayed texts that stay visible, by column within the table. */
  readonly criteria: ReadonlyMap<number, ReadonlySet<string>>;
}

/** A conditional format with the id that Office.js knows it by; the first in the list has priority. */
export interface PlacedFormat {
  readonly id: string;
  readonly format: ConditionalFormat;
}

/** A chart with the id that Office.js knows it by; a later one lies over an earlier one. */
export interface PlacedChart {
  readonly id: string;
  readonly chart: ChartModel;
}

/** What a protected sheet still allows, and the password that takes the protection off, where it has one. */
export type Protection = NonNullable<SheetModel['protection']> & { readonly password?: string };

/**
 * All of one sheet. Every part is replaced, never changed in place (rows are copied on the first write of a
 * transaction), so that keeping the state object is keeping the sheet: undo puts it back.
 */
export interface SheetState {
  readonly name: string;
  readonly visibility: SheetModel['visibility'];
  readonly tabColor: string | null;
  readonly gridlines: boolean;
  readonly rows: Map<number, RowCells>;
  /** Formats of whole rows and columns, under those of cells. */
  readonly rowStyles: ReadonlyMap<number, Style>;
  readonly columnStyles: ReadonlyMap<number, Style>;
  readonly merges: readonly Area[];
  /** Pixels at 100 %; a missing column has the standard width. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Points. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Hidden by the user. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Hidden by a table's filter. */
  readonly filteredRows: ReadonlySet<number>;
  readonly tables: readonly Table[];
  readonly validations: readonly Validation[];
  readonly formats: readonly PlacedFormat[];
  readonly links: readonly Link[];
  readonly charts: readonly PlacedChart[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly print: PrintSetup | null;
  readonly protection: Protection | null;
}

/** Pixels at 100 %. */
export const STANDARD_WIDTH = 64;
/** Points. */
export const STANDARD_HEIGHT = 15;

export function emptyState(name: string): SheetState {
  return {
    name,
    visibility: 'visible',
    tabColor: null,
    gridlines: true,
    rows: new Map(),
    rowStyles: new Map(),
    columnStyles: new Map(),
    merges: [],
    columnWidths: new Map(),
    hiddenColumns: new Set(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    filteredRows: new Set(),
    tables: [],
    validations: [],
    formats: [],
    links: [],
    charts: [],
    freeze: null,
    print: null,
    protection: null,
  };
}

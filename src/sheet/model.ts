import type { Value } from '../list/list';

/**
 * The workbook as plain data. This is the contract between build/read and the ports: what is in here
 * arrives in Excel, in a file and in the embedded host alike. Rows and columns are 0-based.
 */
export interface WorkbookModel {
  readonly sheets: readonly SheetModel[];
  readonly names: readonly DefinedName[];
  /** Name of the sheet that is shown first. */
  readonly activeSheet: string;
}

/** A native formula in file form (English functions, T[[#This Row],[c]]), with its cached value. */
export interface Formula {
  /** Begins with =. */
  readonly formula: string;
  readonly value: Value;
}

export type Content = Value | Formula;

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}

export interface SheetModel {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** #RRGGBB */
  readonly tabColor?: string;
  readonly gridlines: boolean;
  /** Blocks of contents; they never overlap. Null content leaves an empty cell. */
  readonly blocks: readonly Block[];
  /** Styles by area, in order; a later one overrides an earlier one property by property. */
  readonly styles: readonly AreaStyle[];
  readonly merges: readonly Area[];
  /** Widths in pixels at 100 %. */
  readonly columnWidths: readonly { readonly column: number; readonly width: number; readonly hidden?: boolean }[];
  /** Heights in points. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  /** Rows that somebody hid by hand, in runs; what a filter hides is not among them. Nothing of ours is laid with any. */
  readonly hiddenRows?: readonly RowRun[];
  readonly tables: readonly TableModel[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly links: readonly Link[];
  /** Drawn over the cells by Excel; files carry none, so that every other program stays happy with them. */
  readonly charts?: readonly ChartModel[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly print?: PrintSetup;
  /** Protected without password; cells whose style says locked: false can be edited. */
  readonly protection?: { readonly allowFormatColumns: boolean; readonly allowFilter: boolean };
}

/** Rows one under another, 0-based. */
export interface RowRun {
  readonly row: number;
  readonly rows: number;
}

/** Rows inserted (count > 0) above a row, or deleted (count < 0) from it on. */
export interface RowMove {
  readonly row: number;
  readonly count: number;
}

export interface Block {
  readonly row: number;
  readonly column: number;
  /** Rows of equal length. */
  readonly content: readonly (readonly Content[])[];
}

export interface CellStyle {
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right' | 'general';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** Excel number format in English form: 0.00% · yyyy-mm-dd · @ . */
  readonly numberFormat?: string;
  /** Thin lines on these sides, #RRGGBB. */
  readonly border?: { readonly sides: 'all' | 'bottom' | 'none'; readonly color: string };
  /** Default true, as in Excel. */
  readonly locked?: boolean;
}

export interface AreaStyle {
  readonly area: Area;
  readonly style: CellStyle;
}

export interface TableModel {
  /** ASCII, cannot be a cell address. */
  readonly name: string;
  /** Header row and body. */
  readonly area: Area;
  /** Header texts, as in the header row's cells. */
  readonly headers: readonly string[];
  readonly filter: boolean;
  /** Native table style, e.g. TableStyleLight1; null for none. */
  readonly style: string | null;
}

export interface Validation {
  readonly area: Area;
  readonly rule:
    /** source: a formula such as ='_数据'!$A$2:$A$9 */
    | { readonly kind: 'list'; readonly source: string }
    | {
        readonly kind: 'decimal' | 'whole' | 'date' | 'textLength';
        readonly operator: 'between' | 'greaterThanOrEqual' | 'lessThanOrEqual';
        /** Numbers; dates as serials. */
        readonly minimum: number;
        readonly maximum?: number;
      }
    /** No check, only the prompt. */
    | { readonly kind: 'any' };
  readonly prompt?: { readonly title: string; readonly text: string };
  readonly error?: { readonly title: string; readonly text: string; readonly level: 'stop' | 'warning' | 'information' };
}

export interface FormulaFormat {
  readonly kind: 'formula';
  readonly area: Area;
  /** English, A1 relative to the area's first cell, begins with =. */
  readonly formula: string;
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

export type ConditionalFormat =
  | FormulaFormat
  /** A bar from minimum to maximum (numbers). */
  | { readonly kind: 'dataBar'; readonly area: Area; readonly color: string; readonly minimum: number; readonly maximum: number };

/** A link to another cell of the workbook; the cell's text is its content. */
export interface Link {
  readonly row: number;
  readonly column: number;
  readonly sheet: string;
  readonly targetRow: number;
  readonly targetColumn: number;
}

/** Columns side by side, a group for each category. All cells are of the chart's own sheet. */
export interface ChartModel {
  /** By which it is found again. */
  readonly name: string;
  readonly title: string;
  /** Names of the categories, one column of cells; null for 1, 2, 3. */
  readonly categories: Area | null;
  readonly series: readonly { readonly name: string; readonly values: Area }[];
  /** The cells that it covers. */
  readonly place: Area;
}

export interface PrintSetup {
  readonly paper: 'A4' | 'A3';
  readonly orientation: 'landscape' | 'portrait';
  readonly fitToWidth: number;
  /** Inclusive 0-based rows repeated on each page. */
  readonly titleRows?: { readonly from: number; readonly to: number };
  /** Inclusive 0-based columns repeated on each page. */
  readonly titleColumns?: { readonly from: number; readonly to: number };
  readonly area?: Area;
  /** 0-based rows with which a new page begins; pages end of themselves where they are full, too. */
  readonly breaks?: readonly number[];
  readonly centerHorizontally: boolean;
  /** Excel's own codes: &P page, &N pages. */
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
  /** Inches. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number; readonly footer: number };
}

/** What a workbook holds now: values and formulas only, as a check reads them. */
export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
}

export interface SheetContent {
  readonly name: string;
  readonly visibility: SheetModel['visibility'];
  /** Upper left corner of the used range. */
  readonly row: number;
  readonly column: number;
  /** Cell values; null for an empty cell. A formula's value is its result. */
  readonly values: readonly (readonly Value[])[];
  /** Formula text beginning with =, null where the cell holds none; same shape as values. */
  readonly formulas: readonly (readonly (string | null)[])[];
  readonly tables: readonly { readonly name: string; readonly area: Area }[];
  /** True where cells of a table are merged, which Excel does not do and other programs do; absent otherwise. */
  readonly mergedInTables?: true;
}

/** How a sheet is shown, printed and protected; what is absent stays as it is. */
export type SetUp = Partial<Pick<SheetModel, 'visibility' | 'tabColor' | 'gridlines' | 'freeze' | 'print' | 'protection'>> & {
  /** Columns to hide; no other is shown. */
  readonly hiddenColumns?: readonly number[];
  /** Columns to show again, so wide (pixels). */
  readonly shownColumns?: readonly { readonly column: number; readonly width: number }[];
  /** Rows to show again. */
  readonly shownRows?: readonly RowRun[];
  /** Tables that get their filter buttons back. */
  readonly filters?: readonly string[];
};

/** One step of changing a workbook. Sheets are named as they are called now. */
export type Change =
  /**
   * Lays a sheet out. Where a sheet of that name is there it is laid anew in place: contents, formats,
   * validations, conditional formats and merges of the used range go, the sheet and its tables stay
   * (a table of the same name is resized, rows above it being inserted or deleted until its header is where
   * the model has it), so that references from the user's own formulas live on. A column of a table that was
   * there by the same header, and that the model gives no width, is the user's own: it keeps its width, and the
   * number format of its first cell.
   */
  | {
      readonly kind: 'laySheet';
      readonly sheet: SheetModel;
      /** Sheet after which a new one is put; null for first. */
      readonly after: string | null;
      /** Rows to insert above a row, or (count below 0) to delete from it on, before a sheet that is there is laid: what others' formulas read there moves along. */
      readonly moves?: readonly RowMove[];
      /** The sheet as it was read: where another author has edited it since, the port tells (EditedMeanwhileError). */
      readonly expects?: SheetContent;
    }
  /** Writes contents; null clears the cell. */
  | {
      readonly kind: 'writeCells';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly content: readonly (readonly Content[])[];
      /**
       * What was read in these cells, or an earlier change of the same apply() writes there; of the same shape, formulas
       * as their text. Where something else stands there by now, neither that nor what is to be written, the port leaves
       * it, puts back all else that was written with expectations, and tells (EditedMeanwhileError).
       */
      readonly expects?: readonly (readonly Value[])[];
    }
  | { readonly kind: 'resizeTable'; readonly sheet: string; readonly table: string; readonly area: Area }
  | { readonly kind: 'styleCells'; readonly sheet: string; readonly styles: readonly AreaStyle[] }
  /**
   * Lays these over the sheet's other conditional formats, in place of those that have the same formulas but for
   * the references: pasting and sorting break ours up and copy them about. The user's own stay. A bar takes the place of
   * every format within its area.
   */
  | { readonly kind: 'replaceConditionalFormats'; readonly sheet: string; readonly formats: readonly ConditionalFormat[] }
  /** All validations within each validation's area are replaced. */
  | { readonly kind: 'replaceValidations'; readonly sheet: string; readonly validations: readonly Validation[] }
  /** Makes cells that are there a native table: under a header row without empty or doubled texts, apart from other tables. */
  | { readonly kind: 'addTable'; readonly sheet: string; readonly table: TableModel }
  | { readonly kind: 'setUpSheet'; readonly sheet: string; readonly setUp: SetUp }
  | { readonly kind: 'removeSheet'; readonly sheet: string }
  | { readonly kind: 'defineNames'; readonly names: readonly DefinedName[] }
  | { readonly kind: 'activate'; readonly sheet: string };

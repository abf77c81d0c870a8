/** What somebody does to a workbook in another program. Rows and columns are 0-based, as the sheet stands at that step. */
export type Step =
  /** A new row above `row`, with contents by column. */
  | { readonly do: 'insertRow'; readonly sheet: string; readonly row: number; readonly cells: Readonly<Record<number, string | number>> }
  /** The column `from` cut out and put in before the column `to`; `from` lies behind `to`. */
  | { readonly do: 'moveColumn'; readonly sheet: string; readonly from: number; readonly to: number }
  | { readonly do: 'setCell'; readonly sheet: string; readonly row: number; readonly column: number; readonly value: string | number | null }
  /** Whole rows put in the order of the texts in a column, the last first. */
  | { readonly do: 'sortRows'; readonly sheet: string; readonly row: number; readonly rows: number; readonly columns: number; readonly by: number }
  | { readonly do: 'mergeCells'; readonly sheet: string; readonly row: number; readonly column: number; readonly rows: number }
  | { readonly do: 'hideRows'; readonly sheet: string; readonly row: number; readonly rows: number }
  /** Rows hidden in which the column does not say the text, by a filter that is left on. */
  | { readonly do: 'filterRows'; readonly sheet: string; readonly row: number; readonly rows: number; readonly columns: number; readonly by: number; readonly text: string }
  /** A column of the user's own before `column`, with its header. */
  | { readonly do: 'insertColumn'; readonly sheet: string; readonly column: number; readonly row: number; readonly header: string }
  | { readonly do: 'deleteRow'; readonly sheet: string; readonly row: number }
  | { readonly do: 'renameSheet'; readonly sheet: string; readonly name: string }
  /** The sheet copied into a new workbook, which is saved instead. */
  | { readonly do: 'keepSheet'; readonly sheet: string };

export type SavedFormat = 'xlsx' | 'xls' | 'ods' | 'csv' | 'html';

/** One file to open, change and save, by whatever program. */
export interface Editing {
  readonly source: string;
  readonly target: string;
  readonly format: SavedFormat;
  readonly password?: string;
  readonly steps: readonly Step[];
}

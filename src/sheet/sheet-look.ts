import type { Area, DefinedName, RowRun, SheetModel, TableModel, WorkbookModel } from './model';

/**
 * What of a sheet can be lost without any entry being lost: all but contents, merged cells, row heights, links and
 * charts. Of the styles only number formats and locks count. Laid: what belongs there; standing: what is there.
 */
export type SheetLook = Pick<
  SheetModel,
  'name' | 'visibility' | 'tabColor' | 'gridlines' | 'styles' | 'validations' | 'conditionalFormats' | 'freeze' | 'print' | 'protection'
> & {
  readonly tables: readonly Pick<TableModel, 'name' | 'area' | 'filter'>[];
  /** Sheet columns that are hidden. */
  readonly hiddenColumns: readonly number[];
  /** Laid: what has to be seen, for nobody can fill in or read what is hidden. */
  readonly shown?: Shown;
  /** Standing: rows, in runs, among which some are hidden by hand. */
  readonly hiddenRows?: readonly RowRun[];
};

export interface Shown {
  /** Pixels at 100 %. */
  readonly columns: readonly { readonly column: number; readonly width: number }[];
  /** Rows that no filter hides. */
  readonly rows: readonly RowRun[];
  /** Rows of a table, and which: what its filter hides is hidden rightly. */
  readonly body?: RowRun & { readonly table: string };
}

export interface WorkbookLook {
  readonly sheets: readonly SheetLook[];
  readonly names: readonly DefinedName[];
}

/** The look of a sheet that is held as data. */
export function lookOfSheet(sheet: Omit<SheetModel, 'blocks' | 'merges' | 'rowHeights' | 'links' | 'charts'>): SheetLook {
  const { name, visibility, tabColor, gridlines, styles, validations, conditionalFormats, freeze, print, protection, tables } = sheet;
  return {
    name,
    visibility,
    gridlines,
    styles,
    validations,
    conditionalFormats,
    tables,
    hiddenColumns: sheet.columnWidths.flatMap(({ column, hidden }) => (hidden === true ? [column] : [])),
    ...(sheet.hiddenRows && { hiddenRows: sheet.hiddenRows }),
    ...(tabColor !== undefined && { tabColor }),
    ...(freeze && { freeze }),
    ...(print && { print }),
    ...(protection && { protection }),
  };
}

/** The look of the sheets named, as a workbook held as data has them. */
export function lookOfModel(model: WorkbookModel, sheets: readonly string[]): WorkbookLook {
  const wanted = new Set(sheets);
  return { sheets: model.sheets.filter(({ name }) => wanted.has(name)).map(lookOfSheet), names: model.names };
}

/** A sheet's look with all of it so many rows further down and columns further right; what would be off the sheet stays on it. */
export function shiftLook(look: SheetLook, rows: number, columns: number): SheetLook {
  if (rows === 0 && columns === 0) return look;
  const move = <T extends { readonly area: Area }>(part: T): T => ({
    ...part,
    area: { ...part.area, row: part.area.row + rows, column: part.area.column + columns },
  });
  const { freeze, print } = look;
  return {
    ...look,
    styles: look.styles.map(move),
    validations: look.validations.map(move),
    tables: look.tables.map(move),
    hiddenColumns: look.hiddenColumns.map((column) => column + columns),
    ...(freeze && { freeze: { rows: freeze.rows + rows, columns: freeze.columns + columns } }),
    ...(print && { print: shiftPrint(print, rows, columns) }),
  };
}

/** What is printed begins in the first cell, wherever the table stands. */
function shiftPrint({ area, titleRows, titleColumns, ...rest }: NonNullable<SheetLook['print']>, rows: number, columns: number): NonNullable<SheetLook['print']> {
  return {
    ...rest,
    ...(area && { area: { ...area, rows: Math.min(area.rows + rows, 1_048_576), columns: area.columns + columns } }),
    ...(titleRows && { titleRows: { from: Math.max(0, titleRows.from + rows), to: titleRows.to + rows } }),
    ...(titleColumns && { titleColumns: { from: titleColumns.from, to: titleColumns.to + columns } }),
  };
}

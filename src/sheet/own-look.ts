import { isInArea } from './area';
import type { Area, SheetModel } from './model';

/** What a column that the user added to a table looks like, so that laying the sheet anew can give it back. */
export interface OwnLook {
  /** Sheet column after laying. */
  readonly column: number;
  /** Of the table's body after laying. */
  readonly row: number;
  readonly rows: number;
  /** Of the first row of the body before; absent for General. */
  readonly numberFormat?: string;
  /** Pixels; absent for the usual width. */
  readonly width?: number;
}

/** A column of a table that is there, which a sheet to be laid says no width for: the user's. */
export interface OwnColumn {
  /** Where its body will be. */
  readonly body: Area;
  /** Its first cell under the header, where it is now. */
  readonly row: number;
  readonly column: number;
}

/** The columns of the user's own in the tables of a sheet that is to be laid in place, known again by their headers. */
export function ownColumns(
  next: SheetModel,
  present: readonly { readonly name: string; readonly area: Area; readonly headers: readonly string[] | null }[],
): readonly OwnColumn[] {
  const laid = new Set(next.columnWidths.map(({ column }) => column));
  return next.tables.flatMap((table) => {
    const before = present.find(({ name }) => name.toUpperCase() === table.name.toUpperCase());
    return table.headers.flatMap((header, at): OwnColumn[] => {
      const column = table.area.column + at;
      const position = before?.headers?.indexOf(header) ?? -1;
      if (!before || position < 0 || laid.has(column) || table.area.rows < 2) return [];
      const body = { row: table.area.row + 1, rows: table.area.rows - 1, column, columns: 1 };
      return [{ body, row: before.area.row + 1, column: before.area.column + position }];
    });
  });
}

/** The sheet as it is laid when the user's own columns keep their number formats and widths. */
export function withOwnLooks(next: SheetModel, looks: readonly OwnLook[]): SheetModel {
  if (looks.length === 0) return next;
  return {
    ...next,
    styles: [
      ...next.styles,
      ...looks.flatMap(({ row, rows, column, numberFormat }) =>
        numberFormat === undefined ? [] : [{ area: { row, rows, column, columns: 1 }, style: { numberFormat } }],
      ),
    ],
    columnWidths: [...next.columnWidths, ...looks.flatMap(({ column, width }) => (width === undefined ? [] : [{ column, width }]))].sort(
      (a, b) => a.column - b.column,
    ),
  };
}

/** What the user's own columns look like on a sheet as it is. */
export function ownLooks(present: SheetModel, next: SheetModel): readonly OwnLook[] {
  return ownColumns(next, present.tables).map(({ body, row, column }) => {
    // A later style overrides an earlier one.
    const numberFormat = present.styles.reduce<string | undefined>(
      (found, { area, style }) => (isInArea(area, row, column) ? (style.numberFormat ?? found) : found),
      undefined,
    );
    const width = present.columnWidths.find((each) => each.column === column && each.hidden !== true)?.width;
    return {
      row: body.row,
      rows: body.rows,
      column: body.column,
      ...(numberFormat !== undefined && numberFormat !== 'General' && { numberFormat }),
      ...(width !== undefined && { width }),
    };
  });
}

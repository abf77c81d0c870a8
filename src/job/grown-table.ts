import type { ListEntries } from '../list/entry';
import type { List } from '../list/list';
import { bodyStyleOf } from '../sheet/look';
import type { Area, AreaStyle, Change } from '../sheet/model';

type Growth = readonly [resize: Extract<Change, { readonly kind: 'resizeTable' }>, looks: Extract<Change, { readonly kind: 'styleCells' }>];

/** A table over more rows, and how these are to look. Dropdowns, formulas and marks come with the next marks. */
export function growTable(sheet: string, table: string, area: Area, styles: readonly AreaStyle[]): Growth {
  return [
    { kind: 'resizeTable', sheet, table, area },
    { kind: 'styleCells', sheet, styles },
  ];
}

/** The same for a list that gets so many rows more, which look like those above them. */
export function growList(list: List, { sheetName, at }: ListEntries, area: Area, rows: number): Growth {
  const styles = list.columns.flatMap((column): AreaStyle[] => {
    const place = at[column.key];
    return place === undefined ? [] : [{ area: { row: area.row + area.rows, column: place, rows, columns: 1 }, style: bodyStyleOf(column) }];
  });
  return growTable(sheetName, list.tableName, { ...area, rows: area.rows + rows }, styles);
}

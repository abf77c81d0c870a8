import type { OwnColumn, OwnLook } from '../sheet/own-look';
import { wholePart } from './cell-block';
import { POINTS_PER_PIXEL } from './paint';
import type { Desk } from './request';

/** Asks what a column of the user's own looks like; the returned function tells it once the request has been answered. */
export function askForLook(desk: Desk, sheet: string, { body, row, column }: OwnColumn): () => OwnLook {
  const area = { row, column, rows: 1, columns: 1 };
  const cell = desk.range(sheet, area);
  cell.load('numberFormat,format/columnWidth,format/useStandardWidth');
  return () => {
    const numberFormat = String(wholePart(sheet, area, cell.numberFormat)[0]?.[0]);
    const { columnWidth, useStandardWidth } = cell.format;
    return {
      row: body.row,
      rows: body.rows,
      column: body.column,
      ...(numberFormat !== 'General' && { numberFormat }),
      // A hidden column has the width 0.
      ...(!useStandardWidth && columnWidth > 0 && { width: columnWidth / POINTS_PER_PIXEL }),
    };
  };
}

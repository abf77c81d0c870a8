import type { Area } from '../../../sheet/model';
import { cellArea } from '../address';
import type { Cell, PlacedChart, RowCells, SheetState } from '../state';
import { shiftArea, shiftMap, shiftSet, type Shift } from './shift-area';

/** What of a sheet moves when rows, columns or parts of them come or go in it; links and formulas apart. */
export function shiftState(state: SheetState, shift: Shift): Partial<SheetState> {
  const areas = (list: readonly Area[]): Area[] => list.flatMap((area) => shiftArea(area, shift) ?? []);
  const placed = <T extends { readonly area: Area }>(list: readonly T[]): T[] =>
    list.flatMap((item) => {
      const area = shiftArea(item.area, shift);
      return area ? [{ ...item, area }] : [];
    });
  const isRow = shift.axis === 'row';
  return {
    rows: shiftRows(state.rows, shift),
    ...(shift.band
      ? {}
      : isRow
      ? {
          rowStyles: shiftMap(state.rowStyles, shift),
          rowHeights: shiftMap(state.rowHeights, shift),
          hiddenRows: shiftSet(state.hiddenRows, shift),
          filteredRows: shiftSet(state.filteredRows, shift),
        }
      : {
          columnStyles: shiftMap(state.columnStyles, shift),
          columnWidths: shiftMap(state.columnWidths, shift),
          hiddenColumns: shiftSet(state.hiddenColumns, shift),
        }),
    merges: areas(state.merges).filter((area) => area.rows > 1 || area.columns > 1),
    tables: placed(state.tables),
    validations: placed(state.validations),
    formats: state.formats.flatMap((entry) => {
      const area = shiftArea(entry.format.area, shift);
      return area ? [{ ...entry, format: { ...entry.format, area } }] : [];
    }),
    charts: state.charts.flatMap((placed) => shiftChart(placed, shift)),
    print: shiftPrint(state.print, shift),
  };
}

function shiftRows(rows: Map<number, RowCells>, shift: Shift): Map<number, RowCells> {
  if (shift.axis === 'row' && !shift.band) return shiftMap(rows, shift);
  const shifted = new Map<number, RowCells>();
  for (const [row, cells] of rows) {
    for (const [column, cell] of cells) {
      const place = shiftArea(cellArea(row, column), shift);
      if (!place) continue;
      const line = shifted.get(place.row) ?? new Map<number, Cell>();
      shifted.set(place.row, line);
      line.set(place.column, cell);
    }
  }
  return shifted;
}

/** A chart goes with the cells that it covers, a series with its values. */
function shiftChart({ id, chart }: PlacedChart, shift: Shift): PlacedChart[] {
  const place = shiftArea(chart.place, shift);
  const series = chart.series.flatMap((each) => {
    const values = shiftArea(each.values, shift);
    return values ? [{ ...each, values }] : [];
  });
  return place ? [{ id, chart: { ...chart, place, series, categories: chart.categories && shiftArea(chart.categories, shift) } }] : [];
}

function shiftPrint(print: SheetState['print'], shift: Shift): SheetState['print'] {
  if (!print) return null;
  const { area, titleRows, titleColumns, breaks, ...rest } = print;
  const shiftedArea = area && shiftArea(area, shift);
  const rows = titleRows && (shift.axis === 'row' ? shiftSpan(titleRows, shift) : titleRows);
  const columns = titleColumns && (shift.axis === 'column' ? shiftSpan(titleColumns, shift) : titleColumns);
  return {
    ...rest,
    ...(breaks && { breaks: shift.axis === 'row' ? breaks.flatMap((row) => shiftSpan({ from: row, to: row }, shift)?.from ?? []) : breaks }),
    ...(shiftedArea && { area: shiftedArea }),
    ...(rows && { titleRows: rows }),
    ...(columns && { titleColumns: columns }),
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whole rows or columns: a shift of part of the sheet leaves them. */
function shiftSpan(span: Span, shift: Shift): Span | null {
  if (shift.band) return span;
  const moved = shiftArea({ row: span.from, column: 0, rows: span.to - span.from + 1, columns: 1 }, { ...shift, axis: 'row' });
  return moved && { from: moved.row, to: moved.row + moved.rows - 1 };
}

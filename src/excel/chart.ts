import type { Area, ChartModel } from '../sheet/model';
import { HostError } from '../job/port';
import { sendRequest, type Desk } from './request';
import type { Step } from './step';

/** Names of the charts that stand on sheets which are there; null where Excel draws none. */
export type PresentCharts = ReadonlyMap<string, readonly string[]> | null;

/**
 * What charts there are on these sheets, asked where one is to be drawn. Null where series cannot be told one by one
 * (below ExcelApi 1.7). Some programs that speak Office.js claim the set and have no charts: hence a request of its
 * own, since a refusal would end any other.
 */
export async function lookUpCharts(sheets: readonly string[]): Promise<PresentCharts> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.7')) return null;
  try {
    const found = await sendRequest((desk) => {
      if (sheets.length === 0) desk.workbook.worksheets.getFirst().charts.getCount();
      return sheets.map((sheet) => [sheet, desk.sheet(sheet).charts.load('items/name')] as const);
    });
    return new Map(found.map(([sheet, { items }]) => [sheet, items.map(({ name }) => name)]));
  } catch (cause) {
    if (cause instanceof HostError && cause.fault === 'unsupported') return null;
    throw cause;
  }
}

/** A chart of the same name is made anew: the user may have changed anything about it. */
export function chartSteps(sheet: string, charts: readonly ChartModel[], present: PresentCharts): readonly Step[] {
  if (present === null) return [];
  const names = present.get(sheet) ?? [];
  return charts.map((chart) => ({
    bytes: 2500 + 1500 * chart.series.length,
    run: (desk) => {
      if (names.includes(chart.name)) desk.sheet(sheet).charts.getItem(chart.name).delete();
      drawChart(desk, sheet, chart);
    },
  }));
}

function drawChart(desk: Desk, sheet: string, { name, title, categories, series, place }: ChartModel): void {
  const { charts } = desk.sheet(sheet);
  const [first, ...others] = series;
  if (!first) return;
  const chart = charts.add('ColumnClustered', desk.range(sheet, first.values), 'Columns');
  chart.name = name;
  chart.title.text = title;
  chart.setPosition(desk.range(sheet, cornerOf(place, 'first')), desk.range(sheet, cornerOf(place, 'last')));
  const drawn = [{ one: chart.series.getItemAt(0), from: first }, ...others.map((from) => ({ one: chart.series.add(from.name), from }))];
  for (const { one, from } of drawn) {
    one.name = from.name;
    one.setValues(desk.range(sheet, from.values));
    if (categories) one.setXAxisValues(desk.range(sheet, categories));
  }
}

function cornerOf({ row, column, rows, columns }: Area, which: 'first' | 'last'): Area {
  const isFirst = which === 'first';
  return { row: isFirst ? row : row + rows - 1, column: isFirst ? column : column + columns - 1, rows: 1, columns: 1 };
}

import { rankings } from '../total/ranking';
import type { SummaryColumn } from '../total/summary';
import { summaryLabels } from '../text/sheet';
import type { ChartModel } from './model';
import type { SummaryLayout } from './summary-layout';

/** The four rates that are ranked, unit by unit, beside the ranking; it reads the cells of the rates themselves. */
export function rateChart({ rate, ranking, units, columns: width }: SummaryLayout, columns: readonly SummaryColumn[]): ChartModel {
  const first = rankings.length * 2 + 1;
  const body = (column: number) => ({ row: rate.firstRow, column, rows: units.length, columns: 1 });
  return {
    name: 'nine-lists-rates',
    title: summaryLabels.chart,
    categories: body(0),
    series: rankings.flatMap((each) => {
      const at = columns.findIndex((column) => column.rate.key === each.rate);
      return at < 0 ? [] : [{ name: columns[at]!.rate.name, values: body(at + 1) }];
    }),
    place: { row: ranking.sectionRow, column: first, rows: ranking.firstRow + ranking.rows - ranking.sectionRow, columns: width - first },
  };
}

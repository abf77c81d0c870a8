import { rankings } from '../total/ranking';
import type { SummaryColumn } from '../total/summary';
import { colors, styles } from './look';
import type { Area, AreaStyle, ConditionalFormat, SheetModel } from './model';
import type { BlockLayout, SummaryLayout } from './summary-layout';
import { progressStyles } from './summary-progress';
import { reconciliationMerges, reconciliationStyles } from './summary-reconciliation';

/** Row heights of 汇总, in points. */
export function summaryHeights(layout: SummaryLayout): SheetModel['rowHeights'] {
  return [
    { row: 0, height: 34 },
    { row: 1, height: 20 },
    ...blocksOf(layout).flatMap((part) => blockHeights(part, headerHeight(part, layout))),
    { row: layout.periodRow, height: 28 },
    { row: layout.elapsedRow, height: 18 },
  ];
}

function blocksOf(layout: SummaryLayout): BlockLayout[] {
  const { rate, lead, done, target, ranking, reconciliation } = layout;
  const blocks = [rate, lead, done, target, ranking];
  return reconciliation === null ? blocks : [...blocks, reconciliation];
}

/** Rates have long names, with a line for the unit of measure where counts stand; the headers of the rankings are short. */
function headerHeight(part: BlockLayout, { ranking, done, target }: SummaryLayout): number {
  if (part === ranking) return 24;
  return part === done || part === target ? 58 : 44;
}

function blockHeights(part: BlockLayout, header: number): { row: number; height: number }[] {
  return [
    { row: part.sectionRow, height: 24 },
    { row: part.headerRow, height: header },
    ...Array.from({ length: part.rows }, (_, line) => ({ row: part.firstRow + line, height: 18 })),
  ];
}

export function summaryStyles(layout: SummaryLayout, columns: readonly SummaryColumn[]): AreaStyle[] {
  const area = (row: number, column: number, rows: number, count: number): Area => ({ row, column, rows, columns: count });
  const number = { ...styles.body, horizontal: 'right' as const };
  const framedStyles = (part: BlockLayout, width: number): AreaStyle[] => [
    { area: area(part.sectionRow, 0, 1, 1), style: styles.section },
    { area: area(part.bandRow!, 0, 1, width), style: styles.band },
    { area: area(part.headerRow, 0, 1, width), style: styles.header },
    { area: area(part.firstRow, 0, part.rows, 1), style: { ...styles.body, horizontal: 'center' } },
  ];
  const width = columns.length + 1;
  return [
    { area: area(0, 0, 1, width), style: styles.title },
    { area: area(1, 0, 1, width), style: styles.info },
    ...framedStyles(layout.rate, width),
    { area: area(layout.rate.firstRow, 1, layout.lines, columns.length), style: { ...number, numberFormat: '0.00%' } },
    ...[layout.done, layout.target].flatMap((part) => [
      ...framedStyles(part, width),
      ...columns.map((column, at): AreaStyle => ({
        area: area(part.firstRow, at + 1, layout.lines, 1),
        style: { ...number, numberFormat: column.rate.decimals === 0 ? '#,##0' : '#,##0.00##' },
      })),
    ]),
    ...framedStyles(layout.lead, width),
    ...progressStyles(layout, width),
    ...[layout.rate, layout.lead, layout.done, layout.target].flatMap((part): AreaStyle[] =>
      layout.lines > layout.units.length
        ? [{ area: area(part.firstRow + layout.units.length, 0, 1, width), style: { bold: true, fill: colors.computed } }]
        : [],
    ),
    ...framedStyles(layout.ranking, rankings.length * 2 + 1),
    ...rankings.flatMap((_, at): AreaStyle[] => [
      { area: area(layout.ranking.firstRow, 1 + at * 2, layout.ranking.rows, 1), style: { ...number, numberFormat: '0.00%' } },
      {
        area: area(layout.ranking.firstRow, 2 + at * 2, layout.ranking.rows, 1),
        style: { ...styles.body, horizontal: 'center', bold: true, numberFormat: '0' },
      },
    ]),
    ...(layout.reconciliation === null ? [] : reconciliationStyles(layout.reconciliation)),
  ];
}

export function summaryMerges(layout: SummaryLayout, columns: readonly SummaryColumn[]): Area[] {
  const width = columns.length + 1;
  const titleRows = [0, 1].map((row) => ({ row, column: 0, rows: 1, columns: width }));
  const wide = [layout.rate, layout.lead, layout.done, layout.target];
  const parts = [...wide, layout.ranking];
  const unitHeaders = parts.map((part) => ({ row: part.bandRow!, column: 0, rows: 2, columns: 1 }));
  const bands = wide.flatMap((part) => bandMerges(part.bandRow!, columns));
  const ranks = rankings.map((_, at) => ({ row: layout.ranking.bandRow!, column: 1 + at * 2, rows: 1, columns: 2 }));
  const reconciled = layout.reconciliation === null ? [] : reconciliationMerges(layout.reconciliation);
  return [...titleRows, ...unitHeaders, ...bands, ...ranks, ...reconciled];
}

function bandMerges(row: number, columns: readonly SummaryColumn[]): Area[] {
  const merges: Area[] = [];
  for (let start = 0; start < columns.length; ) {
    let end = start + 1;
    while (end < columns.length && columns[end]!.rate.band === columns[start]!.rate.band) end += 1;
    if (end - start > 1) merges.push({ row, column: start + 1, rows: 1, columns: end - start });
    start = end;
  }
  return merges;
}

/** One bar per rate column, from 0 to 100 %. */
export function dataBars(layout: SummaryLayout, columns: readonly SummaryColumn[]): ConditionalFormat[] {
  return columns.map((_, at) => ({
    kind: 'dataBar',
    area: { row: layout.rate.firstRow, column: at + 1, rows: layout.lines, columns: 1 },
    color: colors.bar,
    minimum: 0,
    maximum: 1,
  }));
}

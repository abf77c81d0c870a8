import { fromSerial, toSerial } from '../plan/day';
import { elapsedFormula, leadFormula, type Period } from '../total/elapsed';
import { dash } from '../total/reference';
import type { SummaryColumn } from '../total/summary';
import { summaryLabels } from '../text/sheet';
import { formatAddress } from './address';
import { colors, markColors, styles } from './look';
import type { Area, AreaStyle, Block, Content, FormulaFormat } from './model';
import type { SummaryLayout } from './summary-layout';

/** The two lines under the rates: the days that each has, and the share of them gone by. */
export function elapsedBlock({ periodRow }: SummaryLayout, columns: readonly SummaryColumn[]): Block {
  return {
    row: periodRow,
    column: 0,
    content: [
      [summaryLabels.period, ...columns.map(({ rate }) => shortPeriod(rate.period))],
      [
        summaryLabels.elapsed,
        ...columns.map(({ rate, elapsed }): Content => ({ formula: `=${elapsedFormula(rate.period)}`, value: elapsed })),
      ],
    ],
  };
}

/** How far each rate is ahead of 时间进度, line by line as the rates stand. */
export function leadContent(layout: SummaryLayout, columns: readonly SummaryColumn[]): Content[][] {
  return Array.from({ length: layout.lines }, (_, line) =>
    columns.map(({ leads }, at): Content => {
      const rate = formatAddress(layout.rate.firstRow + line, at + 1);
      const elapsed = formatAddress(layout.elapsedRow, at + 1).replace(/(\d+)$/, '$$$1');
      return { formula: leadFormula(rate, elapsed), value: leads[line] ?? dash };
    }),
  );
}

export function progressStyles(layout: SummaryLayout, width: number): AreaStyle[] {
  const line = (row: number, column: number, columns: number): Area => ({ row, column, rows: 1, columns });
  const { firstRow } = layout.lead;
  return [
    { area: line(layout.periodRow, 0, width), style: { ...styles.body, fontSize: 9, color: colors.quiet, horizontal: 'center', wrap: true } },
    { area: line(layout.elapsedRow, 0, width), style: { ...styles.body, color: colors.accent, bold: true, horizontal: 'right', numberFormat: '0.00%' } },
    { area: line(layout.elapsedRow, 0, 1), style: { horizontal: 'center', numberFormat: 'General' } },
    {
      area: { row: firstRow, column: 1, rows: layout.lines, columns: width - 1 },
      style: { ...styles.body, horizontal: 'right', numberFormat: '+0.00;-0.00;0.00' },
    },
  ];
}

/** What is behind 时间进度 stands out. */
export function behindFormat({ lead, lines }: SummaryLayout, columns: number): FormulaFormat {
  const first = formatAddress(lead.firstRow, 1);
  return {
    kind: 'formula',
    area: { row: lead.firstRow, column: 1, rows: lines, columns },
    formula: `=AND(ISNUMBER(${first}),${first}<0)`,
    color: markColors.error.color,
    fill: markColors.error.fill,
  };
}

/** 2023.10.1—12.31, the year again where it is another. */
function shortPeriod({ start, end }: Period): string {
  const [from, to] = [fromSerial(toSerial(start)), fromSerial(toSerial(end))];
  const last = `${to.month}.${to.day}`;
  return `${from.year}.${from.month}.${from.day}—${to.year === from.year ? last : `${to.year}.${last}`}`;
}

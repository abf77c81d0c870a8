import type { TotalData } from '../total/data';
import { reconcile } from '../total/reconciliation';
import { formatClause } from '../text/format';
import { summaryLabels } from '../text/sheet';
import { formatAddress } from './address';
import { colors, styles } from './look';
import type { Area, AreaStyle, Block, Content } from './model';
import type { BlockLayout } from './summary-layout';

/** Sheet columns of the reconciliation; the metric's name takes three. */
const at = { name: 0, clause: 3, measureUnit: 4, city: 5, sum: 6, difference: 7, reported: 8 } as const;
const columns = 9;

/** 与文件数字核对: the notice's figure, the units' sum, 原文差异 and what is reported now. */
export function reconciliationBlock(part: BlockLayout, data: TotalData): Block[] {
  const body = reconcile(data).map((line, index): Content[] => {
    const row = part.firstRow + index;
    const [sum, city] = [formatAddress(row, at.sum), formatAddress(row, at.city)];
    return [
      line.measure.name,
      null,
      null,
      formatClause(line.measure.clause),
      line.measure.unitOfMeasure,
      line.city,
      line.unitsSum,
      { formula: `=IF(ISNUMBER(${city}),ROUND(${sum}-${city},4),"—")`, value: line.difference },
      { formula: line.reportedFormula, value: line.reported },
    ];
  });
  const [name, ...rest] = summaryLabels.reconciliationHeaders;
  return [
    { row: part.sectionRow, column: 0, content: [[summaryLabels.reconciliation]] },
    { row: part.headerRow, column: 0, content: [[name, null, null, ...rest]] },
    { row: part.firstRow, column: 0, content: body },
  ];
}

export function reconciliationStyles(part: BlockLayout): AreaStyle[] {
  const body = (column: number, count: number): Area => ({ row: part.firstRow, column, rows: part.rows, columns: count });
  return [
    { area: { row: part.sectionRow, column: 0, rows: 1, columns: 1 }, style: styles.section },
    { area: { row: part.headerRow, column: 0, rows: 1, columns }, style: styles.header },
    { area: body(at.name, 3), style: { ...styles.body, wrap: true, horizontal: 'left' } },
    { area: body(at.clause, 2), style: { ...styles.body, horizontal: 'center' } },
    { area: body(at.city, 4), style: { ...styles.body, horizontal: 'right', numberFormat: '#,##0.####' } },
    { area: body(at.difference, 1), style: { color: colors.accent, bold: true } },
  ];
}

export function reconciliationMerges(part: BlockLayout): Area[] {
  return Array.from({ length: part.rows + 1 }, (_, row) => ({
    row: part.headerRow + row,
    column: at.name,
    rows: 1,
    columns: 3,
  }));
}

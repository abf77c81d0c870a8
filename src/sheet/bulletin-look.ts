import type { RankedProgress } from '../total/bulletin';
import type { BlockPlace, BulletinLayout } from './bulletin-layout';
import { colors, fonts, styles } from './look';
import type { Area, AreaStyle } from './model';

/** Red as on the head of an official paper. */
const red = '#B3261E';
const fallen = '#8B1A1A';

interface Words {
  readonly fontSize: number;
  readonly count: number;
  readonly signatureRow: number;
}

/** The head, the words and what stands under them. */
export function bulletinStyles(layout: BulletinLayout, { fontSize, count, signatureRow }: Words): AreaStyle[] {
  const { columns, officeRow, ruleRow, titleRow, infoRow, situationRow, firstParagraphRow } = layout;
  const line = (row: number, rows = 1): Area => ({ row, column: 0, rows, columns });
  return [
    { area: line(officeRow), style: { ...styles.title, fontSize: 26, color: red } },
    { area: line(ruleRow), style: { fill: red } },
    { area: line(titleRow), style: styles.title },
    { area: line(infoRow), style: { ...styles.info, horizontal: 'center', color: colors.quiet } },
    { area: line(situationRow), style: styles.section },
    { area: line(firstParagraphRow, count), style: { ...styles.info, fontSize, wrap: true, vertical: 'top', horizontal: 'left' } },
    { area: line(signatureRow), style: { ...styles.info, horizontal: 'right', vertical: 'bottom' } },
    { area: line(signatureRow + 1), style: { ...styles.info, horizontal: 'right' } },
    { area: line(signatureRow + 2), style: { ...styles.info, fontSize: 9, color: colors.quiet, wrap: true, vertical: 'bottom' } },
  ];
}

/** One ranking: 名次 stands out, who fell behind is red, 全市 closes it. */
export function blockStyles(layout: BulletinLayout, place: BlockPlace, { standings }: RankedProgress): AreaStyle[] {
  const { lines, blockWidths } = layout;
  const { column, sectionRow, headerRow, firstRow } = place;
  const width = blockWidths.length;
  const cells = (at: number, count = 1): Area => ({ row: firstRow, column: column + at, rows: lines, columns: count });
  const number = { horizontal: 'right', numberFormat: '#,##0' } as const;
  const rate = { horizontal: 'right', numberFormat: '0.00%' } as const;
  const fell = standings.flatMap(({ change }, line) => (change?.kind === 'down' ? [firstRow + line] : []));
  return [
    { area: { row: sectionRow, column, rows: 1, columns: width }, style: styles.section },
    { area: { row: headerRow, column, rows: 1, columns: width }, style: { ...styles.header, fontSize: 9 } },
    { area: cells(0, width), style: { ...styles.body, horizontal: 'center', numberFormat: 'General' } },
    { area: cells(0), style: { fontName: fonts.header, bold: true } },
    { area: cells(2, 2), style: number },
    { area: cells(4), style: rate },
    ...(width > 5 ? [{ area: cells(6), style: rate }] : []),
    { area: { row: firstRow + lines - 1, column, rows: 1, columns: width }, style: { fontName: fonts.header, fill: colors.computed } },
    ...(width > 5 ? fell.map((row) => ({ area: { row, column: column + 7, rows: 1, columns: 1 }, style: { color: fallen } })) : []),
  ];
}

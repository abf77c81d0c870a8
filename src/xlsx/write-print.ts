import type { WriteSheet } from 'hucre/xlsx';
import { columnLetters, formatReference, quoteSheetName } from '../sheet/address';
import type { PrintSetup, SheetModel } from '../sheet/model';

/** Names by which a file knows what is printed: the library forgets the quotes round the sheet's name. */
export function printNames(sheet: SheetModel): readonly { name: string; range: string; scope: string }[] {
  const { titleRows, titleColumns, area } = sheet.print ?? {};
  const scope = sheet.name;
  const prefix = `${quoteSheetName(sheet.name)}!`;
  const titles = [
    ...(titleColumns ? [`${prefix}$${columnLetters(titleColumns.from)}:$${columnLetters(titleColumns.to)}`] : []),
    ...(titleRows ? [`${prefix}$${titleRows.from + 1}:$${titleRows.to + 1}`] : []),
  ];
  return [
    ...(area ? [{ name: '_xlnm.Print_Area', range: formatReference(sheet.name, area), scope }] : []),
    ...(titles.length > 0 ? [{ name: '_xlnm.Print_Titles', range: titles.join(','), scope }] : []),
  ];
}

/** Paper, orientation, margins and how many pages wide. */
export function toPageSetup(print: PrintSetup): NonNullable<WriteSheet['pageSetup']> {
  const { top, bottom, left, right, footer } = print.margins;
  return {
    paperSize: print.paper === 'A3' ? 'a3' : 'a4',
    orientation: print.orientation,
    fitToPage: true,
    fitToWidth: print.fitToWidth,
    fitToHeight: 0,
    horizontalCentered: print.centerHorizontally,
    margins: { top, bottom, left, right, footer },
  };
}

/** The footer's three parts in Excel's own code. */
export function footerOf({ footer }: PrintSetup): string {
  const { left, center, right } = footer;
  return `${left && `&L${left}`}${center && `&C${center}`}${right && `&R${right}`}`;
}

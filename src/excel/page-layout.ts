import { columnLetters, formatArea } from '../sheet/address';
import type { PrintSetup } from '../sheet/model';
import type { Step } from './step';

/**
 * How a sheet is printed. Columns that an earlier version repeated on every page stay repeated where none is to be now: Excel's
 * interface has no way to take them back, and a list without them is one page wide, where they show nowhere.
 * Left out where Excel has no page layout (below ExcelApi 1.9, some mobile versions).
 */
export function printSteps(sheet: string, print: PrintSetup): readonly Step[] {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.9')) return [];
  return [
    {
      bytes: 4000,
      run: (desk) => {
        const { pageLayout, horizontalPageBreaks } = desk.sheet(sheet);
        if (!pageLayout) return;
        pageLayout.paperSize = print.paper;
        pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
        pageLayout.zoom = { horizontalFitToPages: print.fitToWidth };
        pageLayout.centerHorizontally = print.centerHorizontally;
        pageLayout.setPrintMargins('Inches', print.margins);
        if (print.titleRows) pageLayout.setPrintTitleRows(`$${print.titleRows.from + 1}:$${print.titleRows.to + 1}`);
        if (print.titleColumns) {
          pageLayout.setPrintTitleColumns(`$${columnLetters(print.titleColumns.from)}:$${columnLetters(print.titleColumns.to)}`);
        }
        if (print.area) pageLayout.setPrintArea(formatArea(print.area));
        horizontalPageBreaks.removePageBreaks();
        for (const row of print.breaks ?? []) horizontalPageBreaks.add(`A${row + 1}`);
        const { defaultForAllPages } = pageLayout.headersFooters;
        defaultForAllPages.leftFooter = print.footer.left;
        defaultForAllPages.centerFooter = print.footer.center;
        defaultForAllPages.rightFooter = print.footer.right;
      },
    },
  ];
}

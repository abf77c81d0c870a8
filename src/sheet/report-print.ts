import { sheetLabels } from '../text/sheet';
import type { PrintSetup } from './model';

/** How a sheet that is one table under its header row (0-based) is printed: 校验结果, 交换记录, 比上月. */
export function printReport(headerRow: number): PrintSetup {
  return {
    paper: 'A4',
    orientation: 'landscape',
    fitToWidth: 1,
    titleRows: { from: headerRow, to: headerRow },
    centerHorizontally: true,
    footer: { left: '', center: '', right: sheetLabels.page },
    margins: { top: 0.6, bottom: 0.7, left: 0.4, right: 0.4, footer: 0.3 },
  };
}

import { isBeginningOf } from '../sheet/beginning';
import { contentOfSheet } from '../sheet/content-of';
import type { SheetContent, SheetModel, WorkbookContent } from '../sheet/model';
import { freeSheetName } from '../sheet/name-sheets';
import { cellReader } from '../sheet/read-data';
import { afterFailure } from './after-failure';
import { refuseWhileBackupWaits } from './backup';
import type { JobOptions, WorkbookPort } from './port';
import type { LayChange } from './put-back';

/**
 * Lays a report that is made from the other sheets, over an earlier one of the same name, and shows it. Where that fails
 * and the workbook can still be read, nothing half stays: a sheet that is new goes again, an earlier one is laid once more.
 * Throws WorkbookError where a backup waits for 恢复: a report of half a workbook is of no use.
 */
export async function layReport(port: WorkbookPort, content: WorkbookContent, report: LayChange, options: JobOptions): Promise<void> {
  refuseWhileBackupWaits(content);
  const sheet = report.sheet.name;
  const isIn = ({ sheets }: WorkbookContent): boolean => sheets.some(({ name }) => name === sheet);
  try {
    await port.apply([report, { kind: 'activate', sheet }], options);
  } catch (cause) {
    await afterFailure(port, cause, (now) => {
      if (!isIn(now)) return [];
      return isIn(content) ? [report] : [{ kind: 'removeSheet', sheet }];
    });
    throw cause;
  }
}

/**
 * The tab of a report: that of an earlier one, whatever it is called; else its own name, with a number where a sheet of the user's
 * is called so. A sheet that holds nothing but the beginning of this report is its own: Excel went while laying it. Under another
 * name it has to begin as the report does: laid over, such a sheet loses nothing.
 *
 * Blind spot: a renamed one on which nothing stands yet, or figures that the report no longer has.
 */
export function reportTab({ sheets }: WorkbookContent, isReport: (sheet: SheetContent) => boolean, report: SheetModel): string {
  const whole = contentOfSheet(report);
  const first = cellReader(whole)(whole.row, whole.column);
  const begun = sheets.filter((sheet) => isBeginningOf(sheet, whole));
  const hasTitle = (sheet: SheetContent): boolean => first !== null && cellReader(sheet)(whole.row, whole.column) === first;
  const known = sheets.find(isReport) ?? begun.find(({ name }) => name === report.name) ?? begun.find(hasTitle);
  return known?.name ?? freeSheetName(report.name, sheets.map(({ name }) => name));
}

import { earliestDay, latestDay } from '../list/column';
import { readDay } from '../plan/day';
import { sheetLabels } from '../text/sheet';
import type { WorkbookContent } from './model';
import { cellReader } from './read-data';
import { sheetNames } from './sheet-name';

/** The two cells of 说明 that the user may change. */
export interface IntroReading {
  readonly sheet: string;
  readonly reporter: string | null;
  /** Excel serial number; null where the cell holds no day. */
  readonly asOf: number | null;
  /** 0-based place of the 统计截止日 cell. */
  readonly asOfRow: number;
  readonly asOfColumn: number;
}

/** Finds 说明 by its tab, else by its labels; null where it is gone. */
export function readIntro(content: WorkbookContent): IntroReading | null {
  const named = content.sheets.filter((sheet) => sheet.name === sheetNames.intro);
  for (const sheet of [...named, ...content.sheets]) {
    const cell = cellReader(sheet);
    const labelled = (label: string): number | null => {
      for (let row = 0; row < 12; row += 1) if (cell(row, 0) === label) return row;
      return null;
    };
    const asOfRow = labelled(sheetLabels.asOf);
    const reporterRow = labelled(sheetLabels.reporter);
    if (asOfRow === null || reporterRow === null) continue;
    const reporter = cell(reporterRow, 1);
    return {
      sheet: sheet.name,
      reporter: typeof reporter === 'string' ? reporter : null,
      asOf: dayOf(cell(asOfRow, 1)),
      asOfRow,
      asOfColumn: 1,
    };
  }
  return null;
}

/** A day typed as text, or as 20231225, is the day that it says: the cell's own check only warns of it. */
function dayOf(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const day = typeof value === 'number' && value < latestDay + 1 ? Math.floor(value) : readDay(String(value));
  return day !== null && day >= earliestDay && day <= latestDay ? day : null;
}

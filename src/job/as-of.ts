import { formatSerial, toSerial } from '../plan/day';
import type { Plan } from '../plan/plan';
import { readIntro } from '../sheet/read-intro';
import { workbookTexts } from '../text/workbook';
import { againWhenEdited } from './again';
import { dropCutBackup, refuseWhileBackupWaits } from './backup';
import type { Surroundings } from './clock';
import { expecting } from './expectation';
import type { JobOptions, WorkbookPort } from './port';
import { readSheet } from './put-back';
import { rememberUndoable } from './undoable';
import { WorkbookError } from './workbook-error';

/** Serial number of 1 January 1970, from which clocks count. */
const epoch = 25_569;
const millisecondsPerDay = 86_400_000;

/** Today's local day as Excel serial number. */
export function todayOf({ now, utcOffsetMinutes }: Surroundings): number {
  return epoch + Math.floor((now() + utcOffsetMinutes * 60_000) / millisecondsPerDay);
}

/** The local time of day, 09:05. */
export function timeOfDay({ now, utcOffsetMinutes }: Surroundings): string {
  const minutes = Math.floor((now() + utcOffsetMinutes * 60_000) / 60_000) % 1_440;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The local day and time as it is written into records: 2023-12-25 09:05. */
export function momentOf(around: Surroundings): string {
  return `${formatSerial(todayOf(around))} ${timeOfDay(around)}`;
}

/** 统计截止日 of a new workbook: today inside the plan's period, else the period's end. */
export function defaultAsOf(plan: Plan, around: Surroundings): number {
  const today = todayOf(around);
  const [start, end] = [toSerial(plan.period.start), toSerial(plan.period.end)];
  return today >= start && today <= end ? today : end;
}

/** 统计截止日 as it was (null where none could be read) and is, serials. */
export interface AsOfChange {
  readonly from: number | null;
  readonly to: number;
}

/**
 * Writes 统计截止日 (serial) into its cell, which is all or nothing by itself. Throws WorkbookError where 说明 is gone, and
 * where a backup waits for 恢复.
 */
export async function changeAsOf(port: WorkbookPort, asOf: number, options: JobOptions = {}): Promise<AsOfChange> {
  return againWhenEdited(async () => {
    const content = await port.read(options);
    refuseWhileBackupWaits(content);
    const intro = readIntro(content);
    if (intro === null) throw new WorkbookError(workbookTexts.missingAsOf);
    const { sheet, asOfRow: row, asOfColumn: column } = intro;
    await port.apply([...dropCutBackup(content), ...expecting([{ kind: 'writeCells', sheet, row, column, content: [[asOf]] }], content)], options);
    const change: AsOfChange = { from: intro.asOf, to: asOf };
    const before = readSheet(content, sheet)?.(row, column) ?? null;
    if (before !== asOf) rememberUndoable(change, { kind: 'cells', cells: [{ sheet, row, column, before, after: asOf, entry: null }] });
    return change;
  });
}

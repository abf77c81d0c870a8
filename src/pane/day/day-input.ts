import { earliestDay, latestDay } from '../../list/column';
import { formatSerial, serialOf } from '../../plan/day';

/** What 统计截止日 may be: the days that entries may be, for the calendar. */
export const dayLimits = { min: formatSerial(earliestDay), max: formatSerial(latestDay) };

const written = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** Serial number of a day as people write it (2023-12-25, 2023.12.25, 2023年12月25日, 20231225); null for anything else. */
export function parseDayInput(text: string): number | null {
  const parts = written.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (!parts) return null;
  const [, year, month, day, digitMonth, digitDay] = parts;
  const serial = serialOf(Number(year), Number(month ?? digitMonth), Number(day ?? digitDay));
  return serial !== null && serial >= earliestDay && serial <= latestDay ? serial : null;
}

import type { Value } from '../list/list';
import { toSerial } from '../plan/day';
import { asOfName, dash } from './reference';
import { divide, multiply, roundTo, subtract } from './round';

/** The days over which something is to be done, both included: 2023-10-01 to 2023-12-31. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** 时间进度: the share of a period gone by at the end of a day (serial), 0 before it and 1 after it, 6 places. */
export function elapsedShare(period: Period, asOf: number): number {
  const days = daysOf(period);
  return divide(Math.max(0, Math.min(days, asOf - toSerial(period.start) + 1)), days);
}

/** Native formula of 时间进度, without its =. Blind spot: where 统计截止日 is typed as text it shows an error. */
export function elapsedFormula(period: Period): string {
  const [year, month, day] = period.start.split('-').map(Number);
  return `ROUND(MAX(0,MIN(1,(${asOfName}-DATE(${year},${month},${day})+1)/${daysOf(period)})),6)`;
}

/**
 * Percentage points by which a rate is ahead of 时间进度 (negative: behind), 4 places; both have 6, so nothing is
 * rounded away. — where there is no rate.
 */
export function computeLead(rate: Value, elapsed: number): Value {
  return typeof rate === 'number' ? roundTo(multiply(subtract(rate, elapsed), 100), 4) : dash;
}

/** Native formula of the lead; cells are the rate's and 时间进度's. */
export function leadFormula(rate: string, elapsed: string): string {
  return `=IF(AND(ISNUMBER(${rate}),ISNUMBER(${elapsed})),ROUND((${rate}-${elapsed})*100,4),"${dash}")`;
}

function daysOf({ start, end }: Period): number {
  return toSerial(end) - toSerial(start) + 1;
}

import { formatSerial, toSerial } from '../plan/day';
import type { Plan } from '../plan/plan';
import type { Surroundings } from './clock';

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

/**
 * Excel serial days by integer arithmetic (1900 system with its invented 1900-02-29), never local dates.
 */
const DAYS_TO_1970 = 25569;
const LAST_SERIAL = 2958465;

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function countDays(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Serial of a date; months and days beyond their range roll over as in DATE. Null outside 1900 to 9999. */
export function toSerial(year: number, month: number, day: number): number | null {
  const months = year * 12 + (month - 1);
  const start = countDays(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1) + DAYS_TO_1970;
  // Before 1900-03-01 serials are one less, because Excel counts a 29 February that never was.
  const serial = (start < 61 ? start - 1 : start) + day - 1;
  return serial < 0 || serial > LAST_SERIAL ? null : serial;
}

/** Date of a serial (time of day is dropped); null outside 0 to 9999-12-31. */
export function fromSerial(serial: number): Day | null {
  const whole = Math.floor(serial);
  if (whole < 0 || whole > LAST_SERIAL) return null;
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  const days = whole + (whole < 60 ? 1 : 0) - DAYS_TO_1970 + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

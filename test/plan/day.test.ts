import fc from 'fast-check';
import { addDays, addMonths, dayOfYear, endOfMonth, formatSerial, fromSerial, isDay, serialOf, startOfMonth, toSerial } from '../../src/plan/day';
import { PlanError } from '../../src/plan/plan';

const millisecondsPerDay = 86_400_000;
// From 1901: Excel's year 1900 has a day too many.
const serial = fc.integer({ min: 367, max: 200_000 });

/** The same day by JavaScript's own calendar. */
function asDate(days: number): Date {
  return new Date((days - 25_569) * millisecondsPerDay);
}

describe('Excel serial numbers', () => {
  it('count as Excel does', () => {
    expect(toSerial('2023-11-01')).toBe(45231);
    expect(toSerial('1900-03-01')).toBe(61);
    expect(toSerial('1900-01-01')).toBe(1);
    expect(formatSerial(45231)).toBe('2023-11-01');
    expect(formatSerial(1)).toBe('1900-01-01');
    expect(formatSerial(60)).toBe('1900-02-29');
  });

  it('agree with JavaScript’s calendar in both directions', () => {
    fc.assert(
      fc.property(serial, (days) => {
        const date = asDate(days);
        const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(fromSerial(days)).toEqual(day);
        expect(formatSerial(days)).toBe(date.toISOString().slice(0, 10));
        expect(toSerial(formatSerial(days))).toBe(days);
        expect(serialOf(day.year, day.month, day.day)).toBe(days);
      }),
      { numRuns: 1000 },
    );
  });

  it('drop the time of day', () => {
    expect(formatSerial(45231.99)).toBe('2023-11-01');
    expect(addDays(45231.5, 1)).toBe(45232);
  });

  it('refuse days that the calendar does not have', () => {
    expect(serialOf(2023, 2, 29)).toBeNull();
    expect(serialOf(2024, 2, 29)).toBe(45351);
    expect(serialOf(2023, 13, 1)).toBeNull();
    expect(serialOf(2023, 1.5, 1)).toBeNull();
    expect([isDay('2023-02-29'), isDay('2024-02-29'), isDay('2023-11-1')]).toEqual([false, true, false]);
    expect(() => toSerial('2023-02-30')).toThrow(PlanError);
    expect(() => toSerial('2023年2月3日')).toThrow('2023年2月3日');
  });
});

describe('days of a month and of a year', () => {
  it('agree with JavaScript’s calendar', () => {
    fc.assert(
      fc.property(serial, (days) => {
        const date = asDate(days);
        const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
        expect(asDate(startOfMonth(days)).getTime()).toBe(Date.UTC(year, month, 1));
        expect(asDate(endOfMonth(days)).getTime()).toBe(Date.UTC(year, month + 1, 0));
        expect(asDate(addDays(days, 1) - dayOfYear(days)).getTime()).toBe(Date.UTC(year, 0, 1));
      }),
      { numRuns: 1000 },
    );
  });

  it('stay in the month aimed at when months are added, on the same day or the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40_000, max: 60_000 }), fc.integer({ min: -300, max: 300 }), (days, months) => {
        const date = asDate(days);
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()];
        const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
        expect(asDate(addMonths(days, months)).getTime()).toBe(Date.UTC(year, month, Math.min(day, last)));
      }),
    );
  });

  it('clamp to the last day', () => {
    expect(formatSerial(addMonths(toSerial('2023-12-31'), 2))).toBe('2024-02-29');
    expect(dayOfYear(toSerial('2023-12-31'))).toBe(365);
    expect(dayOfYear(toSerial('2024-12-31'))).toBe(366);
  });
});

import fc from 'fast-check';
import { addDays, addMonths, dayOfYear, endOfMonth, formatSerial, fromSerial, isDay, readDay, serialOf, startOfMonth, toSerial } from '../../src/plan/day';
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
    expect(formatSerial(36_585)).toBe('2000-02-29');
    expect([formatSerial(59), formatSerial(61), toSerial('1900-02-28'), startOfMonth(45), endOfMonth(45), addMonths(31, 1)]).toEqual(['1900-02-28', '1900-03-01', 59, 32, 59, 59]);
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
    expect(() => toSerial('2023年2月3日')).toThrow(new PlanError('日期“2023年2月3日”不存在或写法不对，应为“年-月-日”，例如 2023-11-01。'));
    expect([isDay('x2023-02-03'), isDay('2023-02-03x'), isDay('23-02-03'), isDay('2023-2-03'), isDay('2023/02/03')]).toEqual([false, false, false, false, false]);
    expect([serialOf(2023, 0, 1), serialOf(2023, 1, 0), serialOf(2023, 4, 31), serialOf(1900, 2, 29), serialOf(2000, 2, 29)]).toEqual([null, null, null, null, 36_585]);
    for (const month of [4, 6, 9, 11]) expect([serialOf(2023, month, 30), serialOf(2023, month, 31)].map((day) => day === null)).toEqual([false, true]);
    for (const month of [1, 3, 5, 7, 8, 10, 12]) expect([serialOf(2023, month, 31), serialOf(2023, month, 32)].map((day) => day === null)).toEqual([false, true]);
  });
});

describe('a day typed as text', () => {
  it.each(['2023-12-05', '2023-12-5', '2023.12.5', '2023/12/05', '2023年12月5日', '2023年12月5', '20231205', ' ２０２３．１２．５ '])('is read from %s', (text) =>
    expect(readDay(text)).toBe(toSerial('2023-12-05')),
  );
  it('is read with two digits too', () => expect([readDay('2023年12月15日'), readDay('2023.12.15')]).toEqual([toSerial('2023-12-15'), toSerial('2023-12-15')]));
  it.each(['2023-12-051', '2023-12-05x', 'x2023.12.5', '2023.12.5x', 'x2023年12月5日', 'x20231205', '年底', '2023-12', '2023-12/05', '2023.2.30', '12月5日', '2023年12月5日前', '约2023-12-05', '23-12-05', '202312051', ''])('is not guessed from %s', (text) =>
    expect(readDay(text)).toBeNull(),
  );
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

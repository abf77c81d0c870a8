import { fromSerial, isDay, startOfMonth, toSerial } from './day';
import type { Plan } from './plan';
import type { PlanProblem } from './problem';

interface Span {
  readonly start: string;
  readonly end: string;
}

/** A day of the plan with the days between which it must lie. */
interface DatedField {
  readonly path: readonly PropertyKey[];
  readonly day: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function fieldsOfSpan(path: readonly PropertyKey[], span: Span, from?: string): readonly DatedField[] {
  return [
    { path: [...path, 'start'], day: span.start, from },
    { path: [...path, 'end'], day: span.end, from: span.start },
  ];
}

function listFields(plan: Plan): readonly DatedField[] {
  const { period, quarter, nextQuarter, dates, months } = plan;
  return [
    { path: ['issuedOn'], day: plan.issuedOn, to: period.end },
    ...fieldsOfSpan(['period'], period),
    ...fieldsOfSpan(['quarter'], quarter),
    ...fieldsOfSpan(['nextQuarter'], nextQuarter, quarter.end),
    ...plan.measures.flatMap((measure, at) => fieldsOfSpan(['measures', at, 'period'], measure.period)),
    ...months.flatMap(({ month, reportBy }, at) => [
      { path: ['months', at, 'month'], day: month, from: months[at - 1]?.month ?? quarter.start, to: quarter.end },
      { path: ['months', at, 'reportBy'], day: reportBy, from: month },
    ]),
    { path: ['dates', 'listDue'], day: dates.listDue, from: period.start, to: period.end },
    { path: ['dates', 'startBy'], day: dates.startBy, from: period.start, to: period.end },
    { path: ['dates', 'catchUpBy'], day: dates.catchUpBy, from: period.start },
    { path: ['dates', 'solveBy'], day: dates.solveBy, from: period.start },
    {
      path: ['dates', 'nextQuarterStartRateFrom'],
      day: dates.nextQuarterStartRateFrom,
      from: nextQuarter.start,
    },
  ];
}

/** Days that the calendar does not have, and days in the wrong order. */
export function checkDays(plan: Plan): readonly PlanProblem[] {
  const fields = listFields(plan);
  const unreal = fields.filter(({ day }) => !isDay(day));
  if (unreal.length > 0) {
    return unreal.map(({ path, day }) => ({ path, reason: `现为“${day}”，日历上没有这一天，应为真实的日期` }));
  }
  const problems: PlanProblem[] = [];
  for (const { path, day, from, to } of fields) {
    // Days written year-month-day sort as text.
    if (from !== undefined && day < from) problems.push({ path, reason: `现为“${day}”，早于“${from}”，先后颠倒` });
    if (to !== undefined && day > to) problems.push({ path, reason: `现为“${day}”，晚于“${to}”，先后颠倒` });
  }
  plan.months.forEach(({ month }, at) => {
    if (startOfMonth(toSerial(month)) !== toSerial(month)) {
      problems.push({ path: ['months', at, 'month'], reason: `现为“${month}”，应为当月的第一天` });
    }
  });
  const years = [
    ['year', plan.year, plan.quarter.start],
    ['nextYear', plan.nextYear, plan.nextQuarter.start],
  ] as const;
  for (const [key, year, day] of years) {
    const { year: expected } = fromSerial(toSerial(day));
    if (year !== expected) problems.push({ path: [key], reason: `现为数字 ${year}，与“${day}”不在同一年，应为 ${expected}` });
  }
  return problems;
}

import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial as day } from '../../src/plan/day';
import { targetOf } from '../../src/plan/measure';
import type { TotalData } from '../../src/total/data';
import { computeBook } from './book';

/** Started projects by unit key: so many of the notice's number have started, the rest have not. */
export type Started = Readonly<Record<string, number>>;

/** A city workbook in which nothing but list 5 is filled in; plannedStart is the same everywhere. */
export function startBook(started: Started, asOf = '2023-12-25', plannedStart = '2023-12-31'): TotalData {
  const rows = Object.entries(started).flatMap(([key, count]) => {
    const unit = plan.units.find((each) => each.key === key)!.name;
    return Array.from({ length: targetOf(plan, 'startCount', key)! }, (_, at) => ({
      projectName: `${unit}${at}`,
      unit,
      plannedStart: day(plannedStart),
      ...(at < count ? { startState: '已开工', actualStart: day('2023-11-10') } : { startState: '未开工' }),
    }));
  });
  return computeBook({ '5': rows }, { asOf });
}

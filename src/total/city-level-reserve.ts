import { computeAggregate } from './aggregate';
import type { TotalData } from './data';
import { divide } from './round';
import { countedMeasures } from './target-measure';

/**
 * What 市本级 has reserved by now, by measure key (个, 亿元), for the measures in which it counts towards another
 * unit: 二(二) “含市本级”. That unit's own workbook is issued with these figures. Empty where the plan has no such unit.
 * Ten decimals are kept, so that the sum of both parts is rounded once, as in the city workbook.
 */
export function computeCityLevelReserve(data: TotalData): Record<string, number> {
  const cityLevel = data.plan.units.find((unit) => unit.reserveWithin !== undefined);
  if (cityLevel === undefined) return {};
  return Object.fromEntries(
    Object.entries(countedMeasures(data.plan)).flatMap(([measure, { aggregate, divisor, withCityLevel }]) =>
      withCityLevel ? [[measure, divide(computeAggregate(aggregate, cityLevel.name, data), divisor, 10)]] : [],
    ),
  );
}

import { sumOfUnits } from './measure';
import { measureKeys, type Plan } from './plan';
import type { PlanProblem } from './problem';

/** Every measure once, each with a target for every county and none for a unit unknown; counts are whole numbers. */
function checkTargets(plan: Plan): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const key of measureKeys) {
    const count = plan.measures.filter((measure) => measure.key === key).length;
    if (count === 0) problems.push({ path: ['measures'], reason: `缺少指标“${key}”，应补上` });
    if (count > 1) problems.push({ path: ['measures'], reason: `指标“${key}”出现 ${count} 次，应只有一次` });
  }
  plan.measures.forEach((measure, at) => {
    const path = ['measures', at];
    const expected = measure.key.endsWith('Count') ? '个' : '亿元';
    if (measure.unitOfMeasure !== expected) {
      problems.push({ path: [...path, 'unitOfMeasure'], reason: `现为“${measure.unitOfMeasure}”，应为“${expected}”` });
      return;
    }
    const targets: readonly (readonly [PropertyKey[], number | null])[] = [
      [[...path, 'city'], measure.city],
      ...Object.entries(measure.units).map(([key, target]): readonly [PropertyKey[], number] => [[...path, 'units', key], target]),
    ];
    for (const [place, target] of targets) {
      if (measure.unitOfMeasure === '个' && target !== null && !Number.isInteger(target)) {
        problems.push({ path: place, reason: `现为数字 ${target}，个数应为整数` });
      }
    }
    for (const key of Object.keys(measure.units)) {
      if (!plan.units.some((unit) => unit.key === key)) {
        problems.push({ path: [...path, 'units', key], reason: '是未列出的责任主体，应改正代号，或先在 units 中列出' });
      }
    }
    for (const unit of plan.units) {
      if (unit.kind === 'county' && !Object.hasOwn(measure.units, unit.key)) {
        problems.push({ path: [...path, 'units', unit.key], reason: `缺少${unit.name}的目标，应为数字` });
      }
    }
  });
  return problems;
}

/** The city's figure is the units' sum, or a known difference that is true. */
function checkDifferences(plan: Plan): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  plan.knownDifferences.forEach((known, at) => {
    const measure = plan.measures.find(({ key }) => key === known.measure);
    if (!measure) return;
    const sum = sumOfUnits(measure);
    if (plan.knownDifferences.findIndex((other) => other.measure === known.measure) !== at) {
      problems.push({ path: ['knownDifferences', at, 'measure'], reason: `现为“${known.measure}”，前面已经列过，应只列一次` });
    }
    if (known.city !== measure.city) {
      problems.push({ path: ['knownDifferences', at, 'city'], reason: `现为数字 ${known.city}，与该指标的全市数不一致，应为 ${measure.city ?? '空'}` });
    }
    if (known.sum !== sum) {
      problems.push({ path: ['knownDifferences', at, 'sum'], reason: `现为数字 ${known.sum}，与各责任主体合计不一致，应为 ${sum}` });
    }
    if (known.city === known.sum) {
      problems.push({ path: ['knownDifferences', at], reason: '两数相等，并无差异，应删去' });
    }
  });
  plan.measures.forEach((measure, at) => {
    if (measure.city === null || plan.knownDifferences.some((known) => known.measure === measure.key)) return;
    const sum = sumOfUnits(measure);
    if (sum !== measure.city) {
      problems.push({
        path: ['measures', at, 'city'],
        reason: `现为数字 ${measure.city}，各责任主体合计为 ${sum}；如系原文差异，应列入 knownDifferences`,
      });
    }
  });
  return problems;
}

/** Of the projects handed over some have problems, each of those at least one. */
function checkProblemCounts(plan: Plan): readonly PlanProblem[] {
  return plan.problemCounts.flatMap(({ projects, problems, among }, at): readonly PlanProblem[] => {
    const found: PlanProblem[] = [];
    const path = (field: string) => ['problemCounts', at, field];
    if (projects > problems) found.push({ path: path('projects'), reason: `现为数字 ${projects}，多于问题数，每个项目至少有一个问题，应不大于 ${problems}` });
    if (projects === 0 && problems > 0) found.push({ path: path('projects'), reason: `现为数字 0，问题有 ${problems} 个，应至少为 1` });
    if (among !== undefined && among < projects) found.push({ path: path('among'), reason: `现为数字 ${among}，少于其中有问题的项目数，应不小于 ${projects}` });
    return found;
  });
}

/**
 * Targets that are missing, unknown or do not add up to the city's figure, and problems that no project has. Parts above
 * their whole, and more projects in the bands of 三(一)3 than 二(二) asks for, are no contradiction: 不少于, 不低于.
 */
export function checkFigures(plan: Plan): readonly PlanProblem[] {
  return [...checkTargets(plan), ...checkDifferences(plan), ...checkProblemCounts(plan)];
}

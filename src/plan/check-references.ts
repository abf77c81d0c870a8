import { fixedItems } from './fixed-item';
import type { ChoiceKey, Plan } from './plan';
import type { PlanProblem } from './problem';

interface Entry {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** Entries whose text already stands in an earlier one. */
function findRepeated(entries: readonly Entry[], what: string): readonly PlanProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ path, text }): readonly PlanProblem[] => {
    if (seen.has(text)) return [{ path, reason: `现为“${text}”，${what}重复，应各不相同` }];
    seen.add(text);
    return [];
  });
}

function spellingsOf(path: readonly PropertyKey[], name: Entry, aliases: readonly string[]): readonly Entry[] {
  return [name, ...aliases.map((text, at) => ({ path: [...path, 'aliases', at], text }))];
}

function checkRepeated(plan: Plan): readonly PlanProblem[] {
  const by = <T>(at: string, items: readonly T[], field: keyof T & string): readonly Entry[] =>
    items.map((item, index) => ({ path: [at, index, field], text: String(item[field]) }));
  return [
    ...findRepeated(by('units', plan.units, 'key'), '代号'),
    ...findRepeated(by('units', plan.units, 'regionCode'), '区划代码'),
    ...findRepeated(
      plan.units.flatMap(({ name, aliases }, at) => spellingsOf(['units', at], { path: ['units', at, 'name'], text: name }, aliases)),
      '名称或别名',
    ),
    ...findRepeated(by('months', plan.months, 'key'), '代号'),
    ...findRepeated(by('permits', plan.permits, 'key'), '代号'),
    ...findRepeated(by('permits', plan.permits, 'name'), '名称'),
    ...findRepeated(by('clauses', plan.clauses, 'id'), '条款号'),
    ...Object.entries(plan.choices).flatMap(([choice, items]) => [
      ...findRepeated(
        items.map(({ key }, at) => ({ path: ['choices', choice, at, 'key'], text: key })),
        '代号',
      ),
      ...findRepeated(
        items.flatMap(({ label, aliases }, at) =>
          spellingsOf(['choices', choice, at], { path: ['choices', choice, at, 'label'], text: label }, aliases),
        ),
        '选项或别名',
      ),
    ]),
  ];
}

function checkFixedItems(plan: Plan): readonly PlanProblem[] {
  return (Object.keys(fixedItems) as (keyof typeof fixedItems)[]).flatMap((choice) =>
    fixedItems[choice]
      .filter((key) => !plan.choices[choice satisfies ChoiceKey].some((item) => item.key === key))
      .map((key) => ({ path: ['choices', choice], reason: `缺少选项“${key}”，校验和汇总要用到，应补上` })),
  );
}

const withoutBlanks = (text: string): string => text.replace(/\s/g, '');

function checkCitations(plan: Plan): readonly PlanProblem[] {
  const cited: readonly Entry[] = [
    ...plan.measures.map(({ clause }, at) => ({ path: ['measures', at, 'clause'], text: clause })),
    ...plan.namedProjects.map(({ clause }, at) => ({ path: ['namedProjects', at, 'clause'], text: clause })),
    ...plan.problemCounts.map(({ clause }, at) => ({ path: ['problemCounts', at, 'clause'], text: clause })),
  ];
  return cited
    .filter(({ text }) => !plan.clauses.some((clause) => clause.id === text))
    .map(({ path, text }) => ({ path, reason: `现为“${text}”，clauses 中没有这一条，应为已列出的条款号` }));
}

function checkNamedProjects(plan: Plan): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  plan.namedProjects.forEach(({ unit, name, clause }, at) => {
    if (!plan.units.some(({ key }) => key === unit)) {
      problems.push({ path: ['namedProjects', at, 'unit'], reason: `现为“${unit}”，没有这个责任主体，应为 units 中已有的代号` });
    }
    const text = plan.clauses.find(({ id }) => id === clause)?.text;
    if (text !== undefined && !withoutBlanks(text).includes(withoutBlanks(name))) {
      problems.push({ path: ['namedProjects', at, 'name'], reason: `现为“${name}”，${clause}的原文中没有，应与原文一致` });
    }
  });
  return problems;
}

function checkKeys(plan: Plan): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  plan.units.forEach(({ key, reserveWithin }, at) => {
    if (reserveWithin === undefined) return;
    const holder = plan.units.find((unit) => unit.key === reserveWithin);
    const path = ['units', at, 'reserveWithin'];
    if (reserveWithin === key || holder === undefined) {
      problems.push({ path, reason: `现为“${reserveWithin}”，应为另一个责任主体的代号` });
    } else if (holder.reserveWithin !== undefined) {
      problems.push({ path, reason: `现为“${reserveWithin}”，它自己的储备目标又含在“${holder.reserveWithin}”里，应为单独列有储备目标的责任主体` });
    }
  });
  plan.problemCounts.forEach(({ source }, at) => {
    if (!plan.choices.problemSource.some(({ key }) => key === source)) {
      problems.push({ path: ['problemCounts', at, 'source'], reason: `现为“${source}”，应为 problemSource 中已有的代号` });
    }
  });
  const [large, middle, small] = plan.thresholds.bands;
  if (!(large > middle && middle > small && small > 0)) {
    problems.push({ path: ['thresholds', 'bands'], reason: `现为“${large}、${middle}、${small}”，应由大到小且大于 0` });
  }
  return problems;
}

/** Keys, names and citations of the plan that repeat, or point to nothing. */
export function checkReferences(plan: Plan): readonly PlanProblem[] {
  return [
    ...checkRepeated(plan),
    ...checkFixedItems(plan),
    ...checkCitations(plan),
    ...checkNamedProjects(plan),
    ...checkKeys(plan),
  ];
}

import { PlanError, type Plan, type Unit } from './plan';

/** The unit of a key. Throws PlanError for a key that the plan does not have. */
export function unitOf(plan: Plan, key: string): Unit {
  const found = plan.units.find((unit) => unit.key === key);
  if (!found) throw new PlanError(`年度方案“${plan.id}”中没有代号为“${key}”的责任主体。`);
  return found;
}

/** The unit that a key, name, short name or alias stands for, exactly as written; null where there is none. */
export function findUnit(plan: Plan, text: string): Unit | null {
  const { units } = plan;
  return (
    units.find((unit) => unit.key === text || unit.name === text) ??
    units.find((unit) => unit.shortName === text || unit.aliases.includes(text)) ??
    null
  );
}

/** The plan's units in its order: all of them, or the counties (and 开发区) without 市本级. */
export function unitsOf(plan: Plan, which: 'county' | 'all'): readonly Unit[] {
  return which === 'all' ? plan.units : plan.units.filter((unit) => unit.kind === 'county');
}

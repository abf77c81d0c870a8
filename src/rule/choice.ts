import type { Column } from '../list/list';
import type { Plan } from '../plan/plan';
import { normaliseName } from './name';

interface Item {
  readonly key: string;
  readonly label: string;
  readonly aliases: readonly string[];
}

/** Tells which item of an enumeration a cell means: the label itself, the label after normalising, or an alias. */
export interface Resolver {
  /** Item key, null where the text is none of them. */
  keyOf(text: string): string | null;
  labelOf(key: string): string | null;
}

function makeResolver(items: readonly Item[]): Resolver {
  const byText = new Map<string, string>();
  const labels = new Map<string, string>();
  for (const item of items) {
    for (const alias of item.aliases) byText.set(normaliseName(alias), item.key);
  }
  for (const item of items) {
    byText.set(normaliseName(item.label), item.key);
    byText.set(item.label, item.key);
    labels.set(item.key, item.label);
  }
  return {
    keyOf: (text) => byText.get(text) ?? byText.get(normaliseName(text)) ?? null,
    labelOf: (key) => labels.get(key) ?? null,
  };
}

const unitResolvers = new WeakMap<Plan, Resolver>();
const choiceResolvers = new WeakMap<Plan, Map<string, Resolver>>();

/** Unit names as staff write them (沁水 → 沁水县), by unit key. */
export function unitResolverOf(plan: Plan): Resolver {
  let resolver = unitResolvers.get(plan);
  if (!resolver) {
    resolver = makeResolver(
      plan.units.map((unit) => ({
        key: unit.key,
        label: unit.name,
        aliases: unit.shortName ? [...unit.aliases, unit.shortName] : unit.aliases,
      })),
    );
    unitResolvers.set(plan, resolver);
  }
  return resolver;
}

/** The enumeration of a choice or unit column; null for a column of another type. */
export function resolverOf(plan: Plan, column: Column): Resolver | null {
  if (column.type === 'unit') return unitResolverOf(plan);
  if (!column.choices) return null;
  let resolvers = choiceResolvers.get(plan);
  if (!resolvers) choiceResolvers.set(plan, (resolvers = new Map()));
  let resolver = resolvers.get(column.choices);
  if (!resolver) {
    resolver = makeResolver(plan.choices[column.choices]);
    resolvers.set(column.choices, resolver);
  }
  return resolver;
}

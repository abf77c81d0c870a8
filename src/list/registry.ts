import type { Plan, Scope } from '../plan/plan';
import { defineLedgerA } from './ledger-a';
import { defineLedgerB } from './ledger-b';
import type { List, ListKey } from './list';
import { defineList1 } from './list-1';
import { defineList2 } from './list-2';
import { defineList3 } from './list-3';
import { defineList4 } from './list-4';
import { defineList5 } from './list-5';
import { defineList6 } from './list-6';
import { defineList7 } from './list-7';
import { defineList8 } from './list-8';
import { defineList9 } from './list-9';

/** Every list there is, in the order of its sheets. A new list is one file and one line here. */
const definitions: readonly ((plan: Plan) => List)[] = [
  defineList1,
  defineList2,
  defineList3,
  defineList4,
  defineList5,
  defineList6,
  defineList7,
  defineList8,
  defineList9,
  defineLedgerA,
  defineLedgerB,
];

const built = new WeakMap<Plan, readonly List[]>();

/** The lists of a plan, built once per plan. */
export function listsOf(plan: Plan): readonly List[] {
  const known = built.get(plan);
  if (known !== undefined) return known;
  const lists = definitions.map((define) => define(plan));
  built.set(plan, lists);
  return lists;
}

/** The lists that a workbook of this scope has: 市本级's has no lists 1 and 3 and no ledger B. */
export function listsInScope(plan: Plan, scope: Scope): readonly List[] {
  const lists = listsOf(plan);
  return scope.kind === 'city' ? lists : lists.filter((list) => list.units.includes(scope.unit));
}

/** The list with that key; a key that no list has is a mistake of the caller. */
export function listOf(lists: readonly List[], key: ListKey): List {
  const list = lists.find((candidate) => candidate.key === key);
  if (list === undefined) throw new RangeError(`no list ${key}`);
  return list;
}

/** Keys of the units whose rows a workbook of this scope holds, in the plan's order. */
export function unitsInScope(plan: Plan, scope: Scope): readonly string[] {
  return scope.kind === 'city' ? plan.units.map((unit) => unit.key) : [scope.unit];
}

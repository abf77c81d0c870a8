import type { ListKey } from '../list/list';
import type { Plan } from '../plan/plan';
import { compareRows, type ComparedRow, type ComparedRows, type ListComparison } from './compare-row';

/** A workbook of 比上月, with its 统计截止日. WorkbookEntries is one. */
export interface ComparedWorkbook extends ComparedRows {
  /** Excel serial number. */
  readonly asOf: number;
}

const kinds = ['started', 'registered', 'cleared', 'added', 'dropped', 'changed'] as const;

/** What happened to a row since: 开工, 入统, 销号, 新增, 退出, 变化. */
export type ComparisonKind = (typeof kinds)[number];

export type ComparisonCounts = Readonly<Record<ComparisonKind, number>>;

export interface UnitComparison {
  /** Unit key; null for rows whose unit cannot be told. */
  readonly unit: string | null;
  /** Lists on which something happened, in the order of their sheets. */
  readonly lists: readonly (ListComparison & { readonly counts: ComparisonCounts })[];
  readonly counts: ComparisonCounts;
}

/** An older workbook against a newer one. */
export interface Comparison {
  /** 统计截止日 of both, Excel serial numbers. */
  readonly olderAsOf: number;
  readonly newerAsOf: number;
  /** Every unit in the plan's order, also those without a difference; rows of no unit last, where there are any. */
  readonly units: readonly UnitComparison[];
  readonly counts: ComparisonCounts;
  /** Lists that one of the workbooks lacks: nothing is said about them. */
  readonly missing: readonly ListKey[];
}

/**
 * 比上月: what was started, entered into statistics, cleared, added, dropped and changed since the older workbook, per
 * unit and list. Changes are those of money, counts, states and dates, with both values, and a move to another unit,
 * which is told at the unit that has the project now.
 */
export function compareWorkbooks(older: ComparedWorkbook, newer: ComparedWorkbook, plan: Plan): Comparison {
  const lists = compareRows(older, newer, plan, 'telling');
  const present = new Set([...Object.keys(older.lists), ...Object.keys(newer.lists)]);
  for (const { list } of lists) present.delete(list);
  const byUnit = new Map<string | null, Map<ListKey, Record<ComparisonKind, ComparedRow[]>>>();
  for (const comparison of lists) {
    for (const kind of kinds) {
      for (const row of comparison[kind]) sectionOf(byUnit, row.unit, comparison.list)[kind].push(row);
    }
  }
  const keys: readonly (string | null)[] = [...plan.units.map(({ key }) => key), ...(byUnit.has(null) ? [null] : [])];
  const scopes = [older.scope, newer.scope];
  const asked = keys.filter((key) => scopes.every((scope) => scope.kind === 'city' || key === null || scope.unit === key));
  const units = asked.map((unit): UnitComparison => {
    const sections = lists.flatMap(({ list }) => {
      const section = byUnit.get(unit)?.get(list);
      return section === undefined ? [] : [{ list, ...section, counts: countsOf([section]) }];
    });
    return { unit, lists: sections, counts: countsOf(sections) };
  });
  return { olderAsOf: older.asOf, newerAsOf: newer.asOf, units, counts: countsOf(lists), missing: [...present] };
}

function sectionOf(
  byUnit: Map<string | null, Map<ListKey, Record<ComparisonKind, ComparedRow[]>>>,
  unit: string | null,
  list: ListKey,
): Record<ComparisonKind, ComparedRow[]> {
  let sections = byUnit.get(unit);
  if (sections === undefined) byUnit.set(unit, (sections = new Map()));
  let section = sections.get(list);
  if (section === undefined) {
    sections.set(list, (section = { started: [], registered: [], cleared: [], added: [], dropped: [], changed: [] }));
  }
  return section;
}

function countsOf(sections: readonly Readonly<Record<ComparisonKind, readonly ComparedRow[]>>[]): ComparisonCounts {
  const count = (kind: ComparisonKind) => sections.reduce((sum, section) => sum + section[kind].length, 0);
  return {
    started: count('started'),
    registered: count('registered'),
    cleared: count('cleared'),
    added: count('added'),
    dropped: count('dropped'),
    changed: count('changed'),
  };
}

import type { ExchangeSource } from '../exchange/source';
import type { UnitPart } from '../exchange/split';
import type { ListKey } from '../list/list';
import { recordOf } from '../list/record';
import { listsInScope } from '../list/registry';
import type { BuildInput, ListRows } from '../sheet/build-input';
import { targetRows } from '../sheet/issue-rows';
import { hostsCityLevel } from '../sheet/layout';

/** Rows to be laid out, as exchange sees them. */
export function exchangeSource(input: BuildInput): ExchangeSource {
  return { scope: input.scope, lists: input.rows, ...recordOf(input) };
}

/**
 * What one unit's workbook is built from: its part of the city's rows over the plan's own figures, and for the unit
 * whose reserve targets include 市本级's the reserve of 市本级 (by measure key).
 */
export function unitInput(city: BuildInput, part: UnitPart, cityLevelReserve: Readonly<Record<string, number>>): BuildInput {
  const { plan, asOf } = city;
  const { unit, scope } = part;
  const rows: Record<ListKey, ListRows> = {};
  for (const list of listsInScope(plan, scope)) {
    const own = part.rows[list.key]!;
    if (list.kind === 'project') {
      rows[list.key] = own;
      continue;
    }
    const issued = targetRows(plan, list, scope);
    rows[list.key] = { rowCount: issued.rowCount, values: { ...own.values, ...issued.values } };
  }
  return {
    plan,
    scope,
    asOf,
    rows,
    ...part.record,
    cityLevelReserve: hostsCityLevel(plan, unit) ? cityLevelReserve : null,
    lastCheck: null,
  };
}

import type { IssuedRow } from '../list/record';
import type { List, ListKey, TargetList, Value } from '../list/list';
import { listsInScope, unitsInScope } from '../list/registry';
import { targetOf } from '../plan/measure';
import type { MeasureKey, Plan, Scope } from '../plan/plan';
import { unitOf } from '../plan/unit';
import { dash } from '../total/reference';
import type { ListRows } from './build-input';

/** Rows as a new workbook has them, and what they were issued with. */
export interface IssuedRows {
  readonly rows: Readonly<Record<ListKey, ListRows>>;
  readonly issued: Readonly<Record<ListKey, Readonly<Record<string, IssuedRow>>>>;
}

/**
 * The rows of a new workbook: each unit's targets on lists 1 to 3, and on lists 5, 6 and 7 the projects that the
 * notice names, name and unit only. newIdentity gives a row its 行标识 (〈list〉-〈ULID〉).
 */
export function issueRows(plan: Plan, scope: Scope, newIdentity: (list: ListKey) => string): IssuedRows {
  const rows: Record<ListKey, ListRows> = {};
  const issued: Record<ListKey, Record<string, IssuedRow>> = {};
  for (const list of listsInScope(plan, scope)) {
    if (list.kind === 'target') {
      rows[list.key] = targetRows(plan, list, scope);
      continue;
    }
    const named = plan.namedProjects.filter(
      (project) => project.list === list.key && unitsInScope(plan, scope).includes(project.unit),
    );
    if (named.length === 0) continue;
    const identities = named.map(() => newIdentity(list.key));
    const unitNames = named.map((project) => unitOf(plan, project.unit).name);
    rows[list.key] = {
      rowCount: named.length,
      values: {
        projectName: named.map((project) => project.name),
        // In a unit's own workbook the column fills itself by formula.
        ...(scope.kind === 'city' ? { unit: unitNames } : {}),
        identity: identities,
      },
    };
    issued[list.key] = Object.fromEntries(
      identities.map((identity, at) => [identity, { name: named[at]!.name, unit: unitNames[at]! }]),
    );
  }
  return { rows, issued };
}

/** The fixed rows of a target list: the units in the plan's order with the notice's figures, — where it has none. */
export function targetRows(plan: Plan, list: TargetList, scope: Scope): ListRows {
  const units = unitsInScope(plan, scope).filter((key) => list.units.includes(key));
  return {
    rowCount: units.length,
    values: {
      unit: units.map((key) => unitOf(plan, key).name),
      ...issuedTargets(plan, list, units),
    },
  };
}

/** Locked figures by column key, for units in the order given. */
export function issuedTargets(plan: Plan, list: List, units: readonly string[]): Record<string, Value[]> {
  const targets = list.columns.flatMap((column) =>
    column.role === 'issued' && column.measure !== undefined ? [[column.key, column.measure] as const] : [],
  );
  return Object.fromEntries(
    targets.map(([key, measure]: readonly [string, MeasureKey]) => [
      key,
      units.map((unit) => targetOf(plan, measure, unit) ?? dash),
    ]),
  );
}

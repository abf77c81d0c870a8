import { listsInScope } from '../../src/list/registry';
import type { Value } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { Plan, Scope } from '../../src/plan/plan';
import { issueRows } from '../../src/sheet/issue-rows';
import { computeColumns } from '../../src/total/compute';
import type { TotalData } from '../../src/total/data';

export type Rows = Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;

/** Lists with just these rows (target rows are added to the issued ones, in order), every ƒ column computed. */
export function computeBook(
  rows: Rows,
  parts: { readonly scope?: Scope; readonly asOf?: string; readonly cityLevelReserve?: Record<string, number>; readonly plan?: Plan } = {},
): TotalData {
  const { scope = { kind: 'city' }, asOf = '2023-12-25', cityLevelReserve = null, plan: own = plan } = parts;
  const lists = listsInScope(own, scope);
  const issued = issueRows(own, scope, () => '').rows;
  const columns = Object.fromEntries(
    lists.map((list) => {
      const given = rows[list.key] ?? [];
      const base = list.kind === 'target' ? issued[list.key]!.values : {};
      const count = Math.max(given.length, base['unit']?.length ?? 0);
      return [
        list.key,
        Object.fromEntries(
          list.columns.map(({ key }) => [key, Array.from({ length: count }, (_, row) => given[row]?.[key] ?? base[key]?.[row] ?? null)]),
        ),
      ];
    }),
  );
  return computeColumns({ plan: own, lists, scope, asOf: toSerial(asOf), columns, cityLevelReserve });
}

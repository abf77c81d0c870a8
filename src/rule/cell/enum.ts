import { resolverOf } from '../choice';
import { meansEmpty } from '../name';
import type { CellRule } from '../rule';

/** Not in the enumeration. The same after normalising, or a known alias, carries a fix. */
export const enumeration: CellRule = {
  scope: 'cell',
  code: 'cell/enum',
  severity: 'error',
  source: '四(二)',
  lists: 'all',
  detail({ table, column: key, row }, { plan }) {
    const column = table.column(key)!;
    const before = table.value(key, row);
    const text = String(before);
    const resolver = resolverOf(plan, column)!;
    const item = resolver.keyOf(text);
    const label = item === null ? null : resolver.labelOf(item);
    // 市本级 is a unit, but none of a county list.
    const after = column.schema.safeParse(label).success ? label : null;
    const clears = after === null && !column.requirement && meansEmpty(text);
    return {
      columns: [key],
      params: { seen: before, expected: after, clears },
      ...(after !== null || clears
        ? { fix: { kind: 'cell', list: table.list.key, rowIndex: row, column: key, before, after } }
        : {}),
    };
  },
};

import type { List, ListKey, Value } from '../list/list';
import type { Plan, Scope } from '../plan/plan';
import { rowCountOf, type Columns, type Row, type TotalData } from './data';
import type { FormulaPair } from './formula-pair';
import { rowFormulaOf } from './row-formula';
import { targetFormulaOf } from './target-formula';

/** The ƒ pair of any list's column; undefined where the column is not a formula in this scope. */
export function formulaPairOf(plan: Plan, list: List, key: string, scope: Scope): FormulaPair | undefined {
  const column = list.columns.find((candidate) => candidate.key === key);
  if (column === undefined) return undefined;
  return rowFormulaOf(list, key, scope) ?? targetFormulaOf(plan, list, column);
}

/**
 * All ƒ columns computed anew, project lists before the target lists that count them. A unit typed over the
 * formula of 县（市、区） in a unit's workbook is kept: `typed` says which cells those are.
 */
export function computeColumns(data: TotalData, typed: (list: ListKey, row: number) => Value = () => null): TotalData {
  const columns: Record<ListKey, Columns> = { ...data.columns };
  const computed: TotalData = { ...data, columns };
  const ordered = [...data.lists].sort((a, b) => Number(a.kind === 'target') - Number(b.kind === 'target'));
  for (const list of ordered) {
    const filled: Record<string, readonly Value[]> = { ...(data.columns[list.key] ?? {}) };
    columns[list.key] = filled;
    const count = rowCountOf(filled);
    for (const column of list.columns) {
      const pair = formulaPairOf(data.plan, list, column.key, data.scope);
      if (pair === undefined) continue;
      const isUnit = list.kind === 'project' && column.key === list.unitColumn;
      filled[column.key] = Array.from({ length: count }, (_, row) => {
        const own = isUnit ? typed(list.key, row) : null;
        return own ?? pair.compute(rowReader(filled, row), computed, row);
      });
    }
  }
  return computed;
}

/** Reads one row's cells by column key. */
export function rowReader(columns: Columns, row: number): Row {
  return (key) => columns[key]?.[row] ?? null;
}

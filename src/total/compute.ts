import type { List, ListKey, Value } from '../list/list';
import type { Plan, Scope } from '../plan/plan';
import { rowCountOf, type Columns, type Row, type TotalData } from './data';
import type { FormulaPair } from './formula-pair';
import { rowFormulaOf } from './row-formula';
import { finish, makeInSteps, type Steps } from './steps';
import { targetFormulaOf } from './target-formula';

/** The ƒ pair of any list's column; undefined where the column is not a formula in this scope. */
export function formulaPairOf(plan: Plan, list: List, key: string, scope: Scope): FormulaPair | undefined {
  const column = list.columns.find((candidate) => candidate.key === key);
  if (column === undefined) return undefined;
  return rowFormulaOf(list, key, scope) ?? targetFormulaOf(plan, list, column);
}

/** What stands typed in place of a formula: the cell's value, null where the formula holds. */
export type TypedOver = (list: ListKey, column: string, row: number) => Value;

/**
 * All ƒ columns computed anew, project lists before the target lists that count them. A cell typed over its
 * formula keeps what was typed, and what follows from it follows from that, as on the sheet.
 */
export function computeColumns(data: TotalData, typed: TypedOver = () => null): TotalData {
  return finish(computeColumnsInSteps(data, typed));
}

/** The same a few milliseconds at a time. */
export function* computeColumnsInSteps(data: TotalData, typed: TypedOver): Steps<TotalData> {
  const columns: Record<ListKey, Columns> = { ...data.columns };
  const computed: TotalData = { ...data, columns };
  const ordered = [...data.lists].sort((a, b) => Number(a.kind === 'target') - Number(b.kind === 'target'));
  for (const list of ordered) {
    const filled: Record<string, readonly Value[]> = { ...(data.columns[list.key] ?? {}) };
    columns[list.key] = filled;
    const count = rowCountOf(filled);
    for (const { key } of list.columns) {
      const pair = formulaPairOf(data.plan, list, key, data.scope);
      if (pair === undefined) continue;
      // A cell of a target list may count a whole ledger.
      const perStep = list.kind === 'target' ? 1 : undefined;
      filled[key] = yield* makeInSteps(count, (row) => typed(list.key, key, row) ?? pair.compute(rowReader(filled, row), computed, row), perStep);
    }
  }
  return computed;
}

/** Reads one row's cells by column key. */
export function rowReader(columns: Columns, row: number): Row {
  return (key) => columns[key]?.[row] ?? null;
}

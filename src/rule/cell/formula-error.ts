import { kindOf, type Hit } from '../compile';
import type { CellRule } from '../rule';
import { isBlank, isErrorValue } from '../value';

const kind = kindOf('cell/formula-error', 'error');

/**
 * A cell of ours holds an error, or a ƒ cell was typed over. Only where our own formula stood can it be restored.
 * Issued targets are list/target-altered's. Blind spot: a ƒ cell in which the user wrote another formula looks like ours.
 */
export const formulaError: CellRule = {
  scope: 'cell',
  code: 'cell/formula-error',
  severity: 'error',
  source: '四(二)',
  lists: 'all',
  passes(table) {
    return table.list.columns
      .filter((column) => column.role === 'formula' && table.has(column.key))
      .map((column) => {
        const run = (from: number, to: number, hit: Hit) => {
          const values = table.cells(column.key);
          const formulas = table.formulas(column.key);
          for (let row = from; row < to; row++) {
            const value = values[row];
            if (isBlank(value)) continue;
            if ((formulas && !formulas[row]) || isErrorValue(value)) hit(kind, row);
          }
        };
        return { column: column.key, run };
      });
  },
  detail({ table, column: key, row }, context) {
    const column = table.column(key)!;
    const seen = table.value(key, row);
    const ours = column.role === 'formula' || (column.type === 'unit' && context.entries.scope.kind === 'unit');
    return {
      columns: [key],
      params: { seen, isError: isErrorValue(seen) },
      ...(ours ? { fix: { kind: 'restoreFormula', list: table.list.key, rowIndex: row, column: key } } : {}),
    };
  },
};

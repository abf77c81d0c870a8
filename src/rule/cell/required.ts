import type { Column, Requirement } from '../../list/list';
import { toSerial } from '../../plan/day';
import { kindOf } from '../compile';
import type { Context } from '../context';
import type { CellRule } from '../rule';
import { rowState, type Table } from '../table';
import { isBlank } from '../value';

type Applies = (row: number) => boolean;

/** Null where the column is not required in this workbook at all. */
function conditionOf(requirement: Requirement, table: Table, context: Context): Applies | null {
  if (requirement.kind === 'always') return () => true;
  if (requirement.kind === 'asOf') return toSerial(requirement.day) <= context.asOf ? () => true : null;
  const choice = table.choices(requirement.column);
  const { items } = requirement;
  const isOneOfThem = (row: number) => {
    const item = choice(row);
    return items.some((each) => each === item);
  };
  return requirement.kind === 'choice' ? isOneOfThem : (row) => !isOneOfThem(row);
}

interface Required {
  readonly column: Column;
  readonly applies: Applies;
}

const known = new WeakMap<Table, readonly Required[]>();

/** The columns that can be required here, worked out once per table. */
function requiredColumns(table: Table, context: Context): readonly Required[] {
  let columns = known.get(table);
  if (!columns) {
    columns = table.list.columns.flatMap((column) => {
      if (!column.requirement || !table.has(column.key) || isGivenByScope(column, context)) return [];
      const applies = conditionOf(column.requirement, table, context);
      return applies ? [{ column, applies }] : [];
    });
    known.set(table, columns);
  }
  return columns;
}

const kind = kindOf('cell/required', 'error');

/**
 * Required cells are empty in a row that staff have begun: one issue per row, at the first of them.
 * A 县（市、区） cell in one unit's workbook is filled by formula, so an empty one there is not missed.
 */
export const required: CellRule = {
  scope: 'cell',
  code: 'cell/required',
  severity: 'error',
  source: '四(二)',
  lists: 'all',
  passes(table, context) {
    const columns = requiredColumns(table, context);
    const run = (from: number, to: number, hit: (kind: number, row: number) => void) => {
      const told = new Uint8Array(to - from);
      for (const { column, applies } of columns) {
        const values = table.cells(column.key);
        for (let row = from; row < to; row++) {
          if (!isBlank(values[row]) || told[row - from] === 1 || table.state[row] !== rowState.filled) continue;
          if (!applies(row)) continue;
          told[row - from] = 1;
          hit(kind, row);
        }
      }
    };
    return [{ column: '', run }];
  },
  detail({ table, row }, context) {
    const columns = requiredColumns(table, context)
      .filter(({ column, applies }) => isBlank(table.value(column.key, row)) && applies(row))
      .map(({ column }) => column.key);
    return { columns, params: {} };
  },
};

function isGivenByScope(column: Column, context: Context): boolean {
  return column.type === 'unit' && context.entries.scope.kind === 'unit';
}

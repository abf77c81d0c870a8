import type { Context } from './context';
import type { Table } from './table';

/** What rules on list 8 ask of a problem. */
export interface ProblemReader {
  state(row: number): string | null;
  deadline(row: number): number | null;
  /** Null where state or deadline cannot be told. */
  isOverdue(row: number): boolean | null;
}

export function readProblems(table: Table, { asOf }: Context): ProblemReader {
  const state = table.choices('problemState');
  const deadline = table.days('deadline');
  return {
    state,
    deadline,
    isOverdue(row) {
      const own = state(row);
      if (own === 'closed') return false;
      const limit = deadline(row);
      return own === null || limit === null ? null : asOf > limit;
    },
  };
}

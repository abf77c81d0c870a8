import type { List } from '../list/list';
import { permitColumn } from '../list/list-9';
import type { Plan } from '../plan/plan';
import { meansEmpty } from './name';
import type { Table } from './table';

/** One permit of list 9: its state and day by row. */
export interface PermitReader {
  readonly key: string;
  readonly stateColumn: string;
  readonly dateColumn: string;
  readonly after: readonly string[];
  state(row: number): string | null;
  day(row: number): number | null;
  /** True where the date cell holds anything but a stroke or 无, also what cannot be read as a day. */
  hasDate(row: number): boolean;
}

/** States in which a permit is still to come. */
export const pendingStates: readonly string[] = ['inProgress', 'notStarted', 'tolerated'];

/** States in which nothing has been granted: another permit cannot rest on it. */
export const openStates: readonly string[] = ['inProgress', 'notStarted'];

/** The permit columns of list 9: pairs of .state and .date. */
export function permitColumns(list: List): readonly string[] {
  const keys = new Set(list.columns.map((column) => column.key));
  return [...keys].filter((key) => /\.(state|date)$/.test(key));
}

export function readPermits(table: Table, plan: Plan): readonly PermitReader[] {
  return plan.permits.map(({ key, after }) => {
    const stateColumn = permitColumn(key, 'state');
    const dateColumn = permitColumn(key, 'date');
    const dates = table.texts(dateColumn);
    return {
      key,
      after,
      stateColumn,
      dateColumn,
      state: table.choices(stateColumn),
      day: table.days(dateColumn),
      hasDate: (row) => !meansEmpty(dates(row)),
    };
  });
}

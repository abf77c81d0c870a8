import type { List } from '../list/list';
import type { Plan, Scope } from '../plan/plan';
import { layList, type LaidColumn, type ListLayout } from './layout';
import type { ListReading } from './read-list';

/** How a list stands on its sheet, as if it had been laid there; the rows of the frame where its header puts them. */
export interface StandingLayout {
  readonly layout: ListLayout;
  /** Rows and columns by which it lies off the place where it is laid. */
  readonly down: number;
  readonly right: number;
}

/** Where the columns of ours and of the user's are now, however many rows the table has. */
export function standingLayout(plan: Plan, list: List, scope: Scope, { entries, area }: ListReading): StandingLayout {
  const laid = layList(plan, list, scope, undefined);
  const keyAt = new Map(Object.entries(entries.at).map(([key, at]) => [at, key]));
  const places = Array.from({ length: area.columns }, (_, offset): LaidColumn => {
    const at = area.column + offset;
    const column = list.columns.find(({ key }) => key === keyAt.get(at));
    if (column !== undefined) return { kind: 'ours', column };
    return { kind: 'user', user: entries.userColumns.find((own) => own.at === at) ?? { header: '', at, values: [], formulas: [] } };
  });
  return { layout: { ...laid, rowCount: entries.rowCount, places }, down: entries.headerRow - laid.headerRow, right: area.column };
}

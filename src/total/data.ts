import type { List, ListKey, Value } from '../list/list';
import type { Plan, Scope } from '../plan/plan';

/** Values of one list, column by column. */
export type Columns = Readonly<Record<string, readonly Value[]>>;

/** What totals are computed from. The ƒ columns among the values are ignored and computed anew. */
export interface TotalData {
  readonly plan: Plan;
  /** The lists of this workbook (listsInScope). */
  readonly lists: readonly List[];
  readonly scope: Scope;
  /** 统计截止日 as Excel serial number. */
  readonly asOf: number;
  readonly columns: Readonly<Record<ListKey, Columns>>;
  /** 市本级's reserve as issued with 城区's workbook, by measure key (个, 亿元); null where it was not. */
  readonly cityLevelReserve: Readonly<Record<string, number>> | null;
}

/** One row of a list while it is computed: value of a column by key, null where empty or absent. */
export type Row = (key: string) => Value;

/** Values of one column; empty where the workbook has no such list or column. */
export function valuesOf(data: TotalData, list: ListKey, column: string): readonly Value[] {
  return data.columns[list]?.[column] ?? [];
}

/** Number of rows that a list's columns have. */
export function rowCountOf(columns: Columns): number {
  for (const values of Object.values(columns)) return values.length;
  return 0;
}

/** True for a cell that holds anything a user would see. */
export function isFilled(value: Value | undefined): boolean {
  return value !== null && value !== undefined && value !== '';
}

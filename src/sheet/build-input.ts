import type { UserColumn } from '../list/entry';
import type { ListKey, Value } from '../list/list';
import type { WorkbookRecord } from '../list/record';
import type { Plan, Scope } from '../plan/plan';
import type { ResultSheet } from './build-result';

/** A column as it stands in a table: ours by key, or one that the user added. */
export type ColumnPlace = { readonly key: string } | { readonly user: UserColumn };

/** What stands in one list, to be laid out. Row i of every array is the list's row i. */
export interface ListRows {
  readonly rowCount: number;
  /** By column key; ƒ columns need not be there. A unit typed over its formula stands under unit. */
  readonly values: Readonly<Record<string, readonly Value[]>>;
  /** Formulas that the user typed into cells of ours, by column key; the cell's value stands under values. */
  readonly formulas?: Readonly<Record<string, readonly (string | null)[]>>;
  /** Order of the columns; absent for the list's own order. */
  readonly order?: readonly ColumnPlace[];
}

/** All that a workbook is built from. */
export interface BuildInput extends WorkbookRecord {
  readonly plan: Plan;
  readonly scope: Scope;
  /** 统计截止日, Excel serial number. */
  readonly asOf: number;
  /** 填报单位 as typed by the user; absent for the scope's own name. */
  readonly reporter?: string;
  /** A list that is absent is laid out empty. */
  readonly rows: Readonly<Record<ListKey, ListRows>>;
  /** Tabs that the user renamed: by list key, or intro, summary, result, data. */
  readonly sheetNames?: Readonly<Record<string, string>>;
  readonly lastCheck: string | null;
  /** The last check's result; absent before the first. */
  readonly result?: ResultSheet;
}

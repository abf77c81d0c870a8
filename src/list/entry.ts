import type { Scope } from '../plan/plan';
import type { ListKey, Value } from './list';
import type { WorkbookRecord } from './record';

/** A column that the user added to one of our tables: kept, never judged. */
export interface UserColumn {
  readonly header: string;
  /** Sheet column, 0-based. */
  readonly at: number;
  readonly values: readonly Value[];
  /** Formula text of each cell, null where there is none. */
  readonly formulas: readonly (string | null)[];
}

/** What stands in one list, column by column. Row i of every array is sheet row firstRow + i. */
export interface ListEntries {
  readonly list: ListKey;
  /** The tab as it is called now (the user may have renamed it). */
  readonly sheetName: string;
  /** 0-based sheet row of the header, and of the first row under it. */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly rowCount: number;
  /** Sheet column (0-based) of every column found, by column key. */
  readonly at: Readonly<Record<string, number>>;
  /**
   * Cell values by column key; a column that was not found is absent. Includes mark and identity columns, and ƒ
   * columns: computed now where a formula stands, as typed where it was typed over.
   */
  readonly values: Readonly<Record<string, readonly Value[]>>;
  /** Formula text (with =) by column key for ƒ columns and unit columns, null where the cell holds none. */
  readonly formulas: Readonly<Record<string, readonly (string | null)[]>>;
  readonly userColumns: readonly UserColumn[];
}

/** One thing wrong with the structure, found while reading; rule/list turns each into an issue. */
export type Finding =
  | { readonly kind: 'sheetMissing'; readonly list: ListKey }
  | {
      readonly kind: 'headerAltered';
      readonly list: ListKey;
      /** Key of the column; sheet cell where it should be; text seen there, null where it is gone. */
      readonly column: string;
      readonly row: number;
      readonly at: number | null;
      readonly seen: string | null;
      /** True where place and content leave no doubt which column it is, so that it can be put back. */
      readonly certain: boolean;
    }
  | {
      readonly kind: 'outsideTable';
      readonly list: ListKey;
      /** Sheet area (0-based) that holds entries which no formula counts. */
      readonly row: number;
      readonly column: number;
      readonly rows: number;
      readonly columns: number;
      /** True where growing the table over them is all it takes (rows directly below). */
      readonly growable: boolean;
    }
  /** A locked cell above a target table, or in it, that differs from the plan is judged from values; this is a city figure. */
  | {
      readonly kind: 'cityFigure';
      readonly list: ListKey;
      readonly column: string;
      readonly row: number;
      readonly at: number;
      readonly seen: Value;
      /** True where the cell holds a formula; then seen is what it comes to now. */
      readonly hasFormula?: boolean;
      /** total: 全市合计 (computed) · notice: 文件全市数 (locked). */
      readonly line: 'total' | 'notice';
    };

/** The whole workbook as entered. */
export interface WorkbookEntries extends WorkbookRecord {
  readonly planId: string;
  readonly schemaVersion: number;
  readonly scope: Scope;
  /** 统计截止日 as Excel serial number. */
  readonly asOf: number;
  readonly lists: Readonly<Record<ListKey, ListEntries>>;
  readonly findings: readonly Finding[];
  /** When the last check ran (text as shown), null before the first. */
  readonly lastCheck: string | null;
}

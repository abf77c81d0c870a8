import type { ListKey, Value } from '../list/list';

export type Severity = 'error' | 'warning' | 'info';

/** Parameters of a sentence: what was seen, what was expected, by names that each code defines. */
export type IssueParams = Readonly<Record<string, Value | readonly Value[]>>;

/** One cell to be written by a fix, in the list's own column keys. Values are in the column's unit. */
export interface CellFix {
  readonly kind: 'cell';
  readonly list: ListKey;
  /** 0-based index into the list's entries (sheet row firstRow + rowIndex). */
  readonly rowIndex: number;
  readonly column: string;
  readonly before: Value;
  readonly after: Value;
}

/** What 修正 does. Structural fixes lay out again what is ours; nothing entered is touched. */
export type Fix =
  | CellFix
  | { readonly kind: 'restoreFormula'; readonly list: ListKey; readonly rowIndex: number; readonly column: string }
  | { readonly kind: 'restoreSheet'; readonly list: ListKey }
  | { readonly kind: 'restoreHeader'; readonly list: ListKey; readonly column: string; readonly row: number; readonly at: number }
  | { readonly kind: 'growTable'; readonly list: ListKey; readonly rows: number }
  | { readonly kind: 'restoreTarget'; readonly list: ListKey; readonly rowIndex: number | null; readonly column: string; readonly after: number };

/** An issue is data; text makes the Chinese sentence from it in one place. */
export interface Issue {
  /** code + row + columns: stable between two checks of the same workbook. */
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  /** Null for issues about the workbook as a whole. */
  readonly list: ListKey | null;
  /** Unit key, null for the city or where it cannot be told. */
  readonly unit: string | null;
  /** Row identity (行标识), empty where the row has none yet; null for issues about no row. */
  readonly row: string | null;
  /** 0-based index into the list's entries; null for issues about no row. */
  readonly rowIndex: number | null;
  /** Column keys concerned, the first is where a click leads. */
  readonly columns: readonly string[];
  /** Sheet cell (0-based) where a click leads, when it is not (rowIndex, columns[0]): structure findings. */
  readonly place?: { readonly sheetName: string; readonly row: number; readonly column: number };
  readonly params: IssueParams;
  /** Clause of the notice, or 惯例. */
  readonly source: string;
  readonly fix?: Fix;
  /** Further fixes beyond the first, applied together with it. */
  readonly explained?: { readonly who: string; readonly why: string };
}

/** A comparison that could not be made: counted and shown with its reason, never passed. */
export interface Undecided {
  readonly code: string;
  readonly list: ListKey | null;
  readonly unit: string | null;
  /** Why: waiting 待填写 · missing what it compares with · structure the column or sheet is not there. */
  readonly reason: 'waiting' | 'missing' | 'structure';
  readonly params: IssueParams;
  readonly count: number;
}

/** How much of a unit's list still waits to be filled in. */
export interface Waiting {
  readonly list: ListKey;
  readonly unit: string;
  readonly waitingRows: number;
  readonly filledRows: number;
  /** The notice's number of rows, null where it counts none; more rows than that are shown as 新增 n. */
  readonly expectedRows: number | null;
}

export interface CheckResult {
  readonly issues: readonly Issue[];
  readonly undecided: readonly Undecided[];
  readonly waiting: readonly Waiting[];
  readonly counts: Readonly<Record<Severity, number>> & { readonly explained: number };
  /** Issues per code that were found beyond the bound of listed ones. */
  readonly unlisted: Readonly<Record<string, number>>;
  /** What rules found that the office has switched off, per code: counted, never listed. */
  readonly switchedOff: Readonly<Record<string, number>>;
  /**
   * Errors by unit key, every unit of the plan: exact, listed or not, those explained not among them. counts.error has
   * besides them the errors that are about no unit.
   */
  readonly unitErrors: Readonly<Record<string, number>>;
}

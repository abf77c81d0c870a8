import type { ListKey, Value } from '../list/list';
import type { WorkbookRecord } from '../list/record';
import type { Scope } from '../plan/plan';

/** What stands in one list. Row i of every array is the list's row i; entries of a list and rows to be laid out both are that. */
export interface ExchangeRows {
  readonly rowCount: number;
  /** By column key; a column that is not in the sheet is absent. */
  readonly values: Readonly<Record<string, readonly Value[]>>;
  /** Formulas that somebody typed, by column key. Some programs save one without what it comes to: its value is empty then. */
  readonly formulas?: Readonly<Record<string, readonly (string | null)[]>>;
  /** Columns that the user added: they are never carried over, only told. */
  readonly userColumns?: readonly { readonly header: string }[];
  /** Keys of columns whose header stands over two columns that differ: neither is among the values. */
  readonly doubled?: readonly string[];
}

/**
 * A workbook to split, merge or compare. WorkbookEntries is one; rows that stand below a table are only in the rows
 * that a sheet is laid out from, so callers should rather give those.
 */
export interface ExchangeSource extends WorkbookRecord {
  readonly scope: Scope;
  /** A list that is not there was not found in the workbook. */
  readonly lists: Readonly<Record<ListKey, ExchangeRows>>;
}

/** A unit's workbook that came back, as it was read. */
export interface ReturnedWorkbook extends ExchangeSource {
  /** Unit key; the workbook's scope is that unit. */
  readonly unit: string;
  /** File name as shown. */
  readonly file: string;
  /** When the file was last saved, milliseconds since 1970; null where that is not known. */
  readonly savedAt: number | null;
  /** Hash of the file's content; equal files are one. */
  readonly fingerprint: string;
  /** Other sheets of the file that look like a list and hold what the list itself does not: nothing of them is read. */
  readonly copies?: readonly { readonly list: ListKey; readonly sheet: string }[];
}

import type { ListKey } from '../list/list';
import { listOf } from '../list/registry';
import { isBlank } from '../rule/value';
import { moveJobTexts } from '../text/dispatch-move';
import { undoBarTexts } from '../text/undo-bar';
import type { Surroundings } from './clock';
import type { KnownWorkbook } from './known-workbook';
import type { JobOptions, WorkbookPort } from './port';
import type { CheckReport } from './report';
import type { RowChange, WrittenRow } from './row-draft';
import { WorkbookError } from './workbook-error';
import { writeRows } from './write-rows';

/** Takes back what was written: cells hold again what they held, new rows are emptied. */
export async function takeRowsBack(
  port: WorkbookPort,
  report: CheckReport,
  rows: readonly WrittenRow[],
  around: Surroundings,
  options: JobOptions,
): Promise<CheckReport> {
  const written = await writeRows(
    port,
    report,
    undoBarTexts.undo,
    (known) => (rows.every((row) => isTakenBack(known, row)) ? [] : rows.map((row) => takenBack(known, row))),
    () => true,
    around,
    options,
  );
  return written.report;
}

/** True where the row holds what it held before: it was taken back, and only the answer was lost. */
function isTakenBack({ reading }: KnownWorkbook, { list, identity, isNew, before }: WrittenRow): boolean {
  const entries = reading.entries.lists[list];
  const row = identity === '' ? -1 : (entries?.values['identity'] ?? []).indexOf(identity);
  if (isNew) return entries !== undefined && row < 0;
  return row >= 0 && Object.entries(before).every(([key, value]) => (entries?.values[key]?.[row] ?? null) === value);
}

function takenBack({ reading }: KnownWorkbook, { list, identity, isNew, before, after }: WrittenRow): RowChange {
  const entries = reading.entries.lists[list];
  const row = identity === '' ? -1 : (entries?.values['identity'] ?? []).indexOf(identity);
  const name = String(after['projectName'] ?? before['projectName'] ?? '');
  const sheetName = entries?.sheetName ?? list;
  if (!entries || row < 0) throw new WorkbookError(moveJobTexts.editedSince(sheetName, name));
  const holds = (key: string) => (entries.values[key]?.[row] ?? null) === (after[key] ?? null);
  const isUntouched = Object.keys(after).every(holds) && (!isNew || hasNothingElse(reading, list, row, after));
  if (!isUntouched) throw new WorkbookError(moveJobTexts.editedSince(sheetName, name));
  return { list, rowIndex: row, cells: isNew ? { ...before, identity: null } : before };
}

/** True where the user has entered nothing into a new row since. */
function hasNothingElse({ entries, lists }: KnownWorkbook['reading'], key: ListKey, row: number, after: WrittenRow['after']): boolean {
  const list = listOf(lists, key);
  const { values, formulas } = entries.lists[key]!;
  return list.columns.every(
    (column) => column.role !== 'entry' || Object.hasOwn(after, column.key) || formulas[column.key]?.[row] || isBlank(values[column.key]?.[row]),
  );
}

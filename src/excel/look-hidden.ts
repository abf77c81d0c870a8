import { isSameName } from '../sheet/lay-sheet';
import type { RowRun } from '../sheet/model';
import type { SheetLook } from '../sheet/sheet-look';
import type { Desk } from './request';
import type { SheetSurvey } from './survey';

/** What is hidden on a sheet, as far as areas tell it. */
export interface Hidden {
  readonly columns: readonly number[];
  readonly rows: readonly RowRun[];
  /** Columns some of which are hidden: which, each has to be asked. */
  readonly unsure: readonly number[];
}

/**
 * Asks what is hidden of what has to be seen, and whether what has to be hidden is. Excel says of an area that all of it is
 * hidden, none, or neither. Of a table that is filtered the rows are not looked at: Excel does not tell what hides them.
 */
export function askForHidden(desk: Desk, { hiddenColumns, shown }: SheetLook, { name, tables }: SheetSurvey): () => Hidden {
  const columns = askForColumns(desk, name, hiddenColumns);
  const runs = runsOf(shown?.columns.map(({ column }) => column) ?? []).map((run) => {
    const range = desk.range(name, { row: 0, rows: 1, column: run[0]!, columns: run.length });
    range.load('columnHidden');
    return { run, range };
  });
  const body = shown?.body;
  const rows = [...(shown?.rows ?? []), ...(body ? [{ row: body.row, rows: body.rows }] : [])].map((run) => {
    const range = desk.range(name, { ...run, column: 0, columns: 1 });
    range.load('rowHidden');
    return { run, range };
  });
  const isFiltered = askWhetherFiltered(desk, body && tables.find((table) => isSameName(table.name, body.table)));
  return () => {
    const filtered = isFiltered() ? body : undefined;
    return {
      columns: [...columns(), ...runs.flatMap(({ run, range }) => (range.columnHidden === true ? run : []))],
      rows: rows.flatMap(({ run, range }) => (range.rowHidden === false || run.row === filtered?.row ? [] : [run])),
      unsure: runs.flatMap(({ run, range }) => (typeof range.columnHidden === 'boolean' ? [] : run)),
    };
  };
}

/** Which of these columns are hidden. */
export function askForColumns(desk: Desk, sheet: string, columns: readonly number[]): () => readonly number[] {
  const asked = columns.map((column) => {
    const range = desk.range(sheet, { row: 0, rows: 1, column, columns: 1 });
    range.load('columnHidden');
    return { column, range };
  });
  return () => asked.flatMap(({ column, range }) => (range.columnHidden ? [column] : []));
}

function askWhetherFiltered(desk: Desk, table: SheetSurvey['tables'][number] | undefined): () => boolean {
  if (table === undefined || !table.hasFilter) return () => false;
  const { autoFilter } = desk.table(table.name);
  autoFilter.load('isDataFiltered');
  return () => autoFilter.isDataFiltered;
}

function runsOf(columns: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[0]! + last.length === column) last.push(column);
    else runs.push([column]);
  }
  return runs;
}

import { listOf } from '../list/registry';
import type { ListKey, Value } from '../list/list';
import type { Fix } from '../rule/issue';
import { isErrorValue } from '../rule/value';
import type { Change, Content } from '../sheet/model';
import { cellReader } from '../sheet/read-data';
import { writeFormatted } from '../sheet/write-formatted';
import type { FormulaSource } from './formula-source';
import { growList } from './grown-table';
import type { KnownWorkbook } from './known-workbook';

/** What fixes are carried out on: the workbook as judged, and as it is now. */
export interface FixScene {
  readonly judged: KnownWorkbook;
  readonly now: KnownWorkbook;
  readonly formulaOf: FormulaSource;
}

/** Fixes that lay no sheet out. */
export type FixOfCells = Exclude<Fix, { readonly kind: 'restoreSheet' }>;

/** What a fix writes; nothing where its cell or table is not as it was judged. */
export function fixSteps(scene: FixScene, fix: FixOfCells): Change[] {
  const { judged, now, formulaOf } = scene;
  const entries = now.reading.entries.lists[fix.list];
  const before = judged.reading.entries.lists[fix.list];
  if (entries === undefined || before === undefined || isMoved(scene, fix.list)) return [];
  const cellNow = readerOf(now, entries.sheetName);
  const cellBefore = readerOf(judged, entries.sheetName);
  const write = (row: number, column: number, content: Content): Change[] =>
    cellNow(row, column) === cellBefore(row, column)
      ? [{ kind: 'writeCells', sheet: entries.sheetName, row, column, content: [[content]] }]
      : [];
  /** In the table a column has to stand where it stood. What is no text may come into a cell that was pasted as text. */
  const writeInRow = (rowIndex: number, key: string, content: Content): Change[] => {
    const at = entries.at[key];
    if (at === undefined || at !== before.at[key]) return [];
    const row = entries.firstRow + rowIndex;
    const steps = write(row, at, content);
    const column = listOf(now.reading.lists, fix.list).columns.find((candidate) => candidate.key === key);
    const isText = typeof content === 'string' || typeof cellNow(row, at) === 'number';
    return steps.length === 0 || isText || column === undefined ? steps : writeFormatted(entries.sheetName, column, row, at, [[content]]);
  };
  switch (fix.kind) {
    case 'cell':
      return writeInRow(fix.rowIndex, fix.column, fix.after);
    case 'restoreFormula': {
      const formula = formulaOf(fix.list, fix.column, fix.rowIndex);
      return formula === null ? [] : writeInRow(fix.rowIndex, fix.column, formula);
    }
    case 'restoreHeader': {
      const header = headerOf(now, fix.list, fix.column);
      return header === undefined ? [] : write(fix.row, fix.at, header);
    }
    case 'growTable':
      return grownTable(scene, fix.list, fix.rows);
    case 'restoreTarget': {
      if (fix.rowIndex !== null) return writeInRow(fix.rowIndex, fix.column, fix.after);
      const line = noticeLine(now, fix.list, fix.column);
      return line === undefined ? [] : write(line.row, line.at, fix.after);
    }
  }
}

/**
 * True where what the fix wants stands there already: its answer was lost and it is asked for again, somebody typed it
 * meanwhile, or a formula came back with the sheet that it reads.
 */
export function isMended(scene: FixScene, fix: Fix): boolean {
  const { judged, now } = scene;
  const entries = now.reading.entries.lists[fix.list];
  if (fix.kind === 'restoreSheet') return entries !== undefined;
  const before = judged.reading.entries.lists[fix.list];
  if (entries === undefined || before === undefined || isMoved(scene, fix.list)) return false;
  const holds = (column: string, row: number, value: Value) =>
    entries.at[column] === before.at[column] && !entries.formulas[column]?.[row] && (entries.values[column]?.[row] ?? null) === value;
  switch (fix.kind) {
    case 'cell':
      return holds(fix.column, fix.rowIndex, fix.after);
    case 'restoreFormula':
      return Boolean(entries.formulas[fix.column]?.[fix.rowIndex]) && !isErrorValue(entries.values[fix.column]?.[fix.rowIndex] ?? null);
    case 'restoreHeader':
      return readerOf(now, entries.sheetName)(fix.row, fix.at) === headerOf(now, fix.list, fix.column);
    case 'growTable':
      return now.reading.readings[fix.list]!.area.rows >= judged.reading.readings[fix.list]!.area.rows + fix.rows;
    case 'restoreTarget':
      return fix.rowIndex === null ? noticeLine(now, fix.list, fix.column) === undefined : holds(fix.column, fix.rowIndex, fix.after);
  }
}

function isMoved({ judged, now }: FixScene, key: ListKey): boolean {
  const [before, after] = [judged.reading.entries.lists[key], now.reading.entries.lists[key]];
  return before?.sheetName !== after?.sheetName || before?.headerRow !== after?.headerRow;
}

function headerOf({ reading }: KnownWorkbook, list: ListKey, key: string): string | undefined {
  return listOf(reading.lists, list).columns.find((column) => column.key === key)?.header;
}

/** 文件全市数 that is not the plan's. */
function noticeLine({ reading }: KnownWorkbook, list: ListKey, column: string): { readonly row: number; readonly at: number } | undefined {
  const found = reading.entries.findings.find(
    (finding) => finding.kind === 'cityFigure' && finding.list === list && finding.column === column && finding.line === 'notice',
  );
  return found?.kind === 'cityFigure' ? found : undefined;
}

function readerOf({ content }: KnownWorkbook, name: string): (row: number, column: number) => Value {
  const sheet = content.sheets.find((candidate) => candidate.name === name);
  return sheet === undefined ? () => null : cellReader(sheet);
}

function grownTable({ judged, now }: FixScene, key: ListKey, rows: number): Change[] {
  const { area, entries, hasTable } = now.reading.readings[key]!;
  const before = judged.reading.readings[key]!.area;
  if (!hasTable || area.rows !== before.rows || area.columns !== before.columns) return [];
  return [...growList(listOf(now.reading.lists, key), entries, area, rows)];
}

import type { Fix, Issue } from '../rule/issue';
import { isErrorValue } from '../rule/value';
import { listOf } from '../list/registry';
import type { ListKey, Value } from '../list/list';
import { buildWorkbook } from '../sheet/build-workbook';
import { bodyStyleOf } from '../sheet/look';
import type { Change, Content } from '../sheet/model';
import { cellReader } from '../sheet/read-data';
import { checkWorkbook, workbookOf } from './check';
import type { Surroundings } from './clock';
import { formulaSource, isStructureBroken, type FormulaSource } from './formula-source';
import { keptInput } from './kept-input';
import type { JobOptions, WorkbookPort } from './port';
import { recogniseWorkbook, type KnownWorkbook } from './recognise';
import type { CheckReport, FixResult } from './report';
import { summaryAnew } from './summary-anew';

/** What fixes are carried out on: the workbook as judged, and as it is now. */
interface Scene {
  readonly judged: KnownWorkbook;
  readonly now: KnownWorkbook;
  readonly formulaOf: FormulaSource;
  readonly around: Surroundings;
  /** Sheets that earlier fixes of the same run lay out. */
  readonly laid: Set<string>;
}

/** Fixes of the structure come first: a formula can be written only where every header it names is there. */
const structural: ReadonlySet<Fix['kind']> = new Set(['restoreSheet', 'restoreHeader', 'growTable']);

/**
 * 修正: carries the fixes of these issues out and checks again. A cell that no longer holds what the user saw, or a
 * table that was moved since, is left alone and reported as skipped.
 */
export async function applyFixes(
  port: WorkbookPort,
  report: CheckReport,
  issues: readonly Issue[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<FixResult> {
  const judged = workbookOf(report);
  const done = new Set<Issue>();
  const isStructural = ({ fix }: Issue) => fix !== undefined && structural.has(fix.kind);
  for (const group of [issues.filter(isStructural), issues.filter((issue) => !isStructural(issue))]) {
    if (group.length === 0) continue;
    const now = recogniseWorkbook(await port.read(options), [report.plan], around);
    const scene: Scene = { judged, now, formulaOf: formulaSource(now), around, laid: new Set() };
    const changes: Change[] = [];
    for (const issue of group) {
      const steps = issue.fix === undefined ? [] : changesOf(scene, issue.fix);
      if (steps.length > 0 || isMended(scene, issue.fix)) done.add(issue);
      changes.push(...steps);
    }
    if (changes.length > 0) await port.apply(changes, options);
    if (scene.laid.size > 0) await reconnectFormulas(port, report, around, options);
  }
  return {
    applied: issues.filter((issue) => done.has(issue)),
    skipped: issues.filter((issue) => !done.has(issue)),
    report: await checkWorkbook(port, [report.plan], around, options),
  };
}

/** A formula that was lost with a deleted sheet comes back with it: nothing is left to be written. */
function isMended({ judged, now }: Scene, fix: Fix | undefined): boolean {
  if (fix?.kind !== 'restoreFormula') return false;
  const cellOf = ({ reading }: KnownWorkbook) => {
    const { formulas, values } = reading.entries.lists[fix.list] ?? {};
    return { formula: formulas?.[fix.column]?.[fix.rowIndex] ?? null, value: values?.[fix.column]?.[fix.rowIndex] ?? null };
  };
  const { formula, value } = cellOf(now);
  return isErrorValue(cellOf(judged).value) && formula !== null && !isErrorValue(value);
}

function changesOf(scene: Scene, fix: Fix): Change[] {
  if (fix.kind === 'restoreSheet') return restoredSheet(scene, fix.list);
  const { judged, now, formulaOf } = scene;
  const entries = now.reading.entries.lists[fix.list];
  const before = judged.reading.entries.lists[fix.list];
  if (entries === undefined || before === undefined) return [];
  const isMoved = entries.sheetName !== before.sheetName || entries.headerRow !== before.headerRow;
  if (isMoved) return [];
  const cellNow = readerOf(now, entries.sheetName);
  const cellBefore = readerOf(judged, entries.sheetName);
  const write = (row: number, column: number, content: Content): Change[] =>
    cellNow(row, column) === cellBefore(row, column)
      ? [{ kind: 'writeCells', sheet: entries.sheetName, row, column, content: [[content]] }]
      : [];
  /** In the table a column has to stand where it stood. */
  const writeInRow = (rowIndex: number, column: string, content: Content): Change[] => {
    const at = entries.at[column];
    return at === undefined || at !== before.at[column] ? [] : write(entries.firstRow + rowIndex, at, content);
  };
  switch (fix.kind) {
    case 'cell':
      return writeInRow(fix.rowIndex, fix.column, fix.after);
    case 'restoreFormula': {
      const formula = formulaOf(fix.list, fix.column, fix.rowIndex);
      return formula === null ? [] : writeInRow(fix.rowIndex, fix.column, formula);
    }
    case 'restoreHeader': {
      const column = listOf(now.reading.lists, fix.list).columns.find((candidate) => candidate.key === fix.column);
      return column === undefined ? [] : write(fix.row, fix.at, column.header);
    }
    case 'growTable':
      return grownTable(scene, fix.list, fix.rows);
    case 'restoreTarget': {
      if (fix.rowIndex !== null) return writeInRow(fix.rowIndex, fix.column, fix.after);
      const line = now.reading.entries.findings.find(
        (finding) =>
          finding.kind === 'cityFigure' &&
          finding.list === fix.list &&
          finding.column === fix.column &&
          finding.line === 'notice',
      );
      return line?.kind === 'cityFigure' ? write(line.row, line.at, fix.after) : [];
    }
  }
}

function readerOf({ content }: KnownWorkbook, name: string): (row: number, column: number) => Value {
  const sheet = content.sheets.find((candidate) => candidate.name === name);
  return sheet === undefined ? () => null : cellReader(sheet);
}

/** The table over the rows below it, which get the look of the others; the check adds dropdowns and formulas. */
function grownTable({ judged, now }: Scene, key: ListKey, rows: number): Change[] {
  const list = listOf(now.reading.lists, key);
  const { area, entries, hasTable } = now.reading.readings[key]!;
  const before = judged.reading.readings[key]!.area;
  if (!hasTable || area.rows !== before.rows || area.columns !== before.columns) return [];
  const styles = list.columns.flatMap((column) => {
    const at = entries.at[column.key];
    if (at === undefined) return [];
    return [{ area: { row: area.row + area.rows, column: at, rows, columns: 1 }, style: bodyStyleOf(column) }];
  });
  return [
    { kind: 'resizeTable', sheet: entries.sheetName, table: list.tableName, area: { ...area, rows: area.rows + rows } },
    { kind: 'styleCells', sheet: entries.sheetName, styles },
  ];
}

/** A sheet that is gone is laid out again as it was issued, at its own place among the others. */
function restoredSheet({ now, around, laid }: Scene, key: ListKey): Change[] {
  const { reading, plan, content } = now;
  if (reading.entries.lists[key] !== undefined) return [];
  const model = buildWorkbook(keptInput(reading, plan, around));
  const at = model.sheets.findIndex((sheet) => sheet.name === reading.sheetNames[key]);
  const sheet = model.sheets[at]!;
  const present = new Set([...content.sheets.map(({ name }) => name), ...laid]);
  const before = model.sheets.slice(0, at).filter(({ name }) => present.has(name));
  laid.add(sheet.name);
  return [{ kind: 'laySheet', sheet, after: before[before.length - 1]?.name ?? null }];
}

/** Formulas that read a deleted sheet lost their reference with it: they are written anew, 汇总 with them. */
async function reconnectFormulas(port: WorkbookPort, report: CheckReport, around: Surroundings, options: JobOptions): Promise<void> {
  const known = recogniseWorkbook(await port.read(options), [report.plan], around);
  const { entries, lists } = known.reading;
  if (isStructureBroken(entries)) return;
  const formulaOf = formulaSource(known);
  const broken = lists.flatMap((list): Change[] => {
    const { at, values, firstRow, sheetName } = entries.lists[list.key]!;
    return list.columns.flatMap(({ key, role }) =>
      (role === 'formula' ? (values[key] ?? []) : []).flatMap((value, row): Change[] => {
        const formula = isErrorValue(value) ? formulaOf(list.key, key, row) : null;
        if (formula === null) return [];
        return [{ kind: 'writeCells', sheet: sheetName, row: firstRow + row, column: at[key]!, content: [[formula]] }];
      }),
    );
  });
  await port.apply([...broken, summaryAnew(known, around)], options);
}

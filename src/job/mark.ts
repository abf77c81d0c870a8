import type { ListEntries } from '../list/entry';
import type { List, ListKey } from '../list/list';
import { formatSerial } from '../plan/day';
import { missingFormulas, type MissingFormula } from '../rule/fix';
import type { Issue } from '../rule/issue';
import { metaBlock } from '../sheet/build-data';
import { buildResult, rewriteResult, type ResultSheet } from '../sheet/build-result';
import { columnValidation } from '../sheet/column-check';
import { listOf } from '../list/registry';
import { markFormats } from '../sheet/mark-format';
import type { Change, Content } from '../sheet/model';
import { sheetNameOf } from '../sheet/sheet-name';
import { writeFormatted } from '../sheet/write-formatted';
import { markText } from '../text/issue';
import { finish, makeInSteps, type Steps } from '../total/steps';
import { timeOfDay, todayOf } from './as-of';
import type { Surroundings } from './clock';
import { identityMaker, newIdentities } from './identity';
import type { KnownWorkbook } from './known-workbook';
import type { CheckReport } from './report';
import type { SafeWrite } from './safe-write';
import { resultInSteps } from './result-sheet';
import { formulaSource } from './formula-source';

/**
 * What a check writes: 行标识 of rows that have none or share one, and as derived 校验提示 of every list, formulas missing
 * in rows that another program added, the marks' conditional formats, dropdowns that pasting removed, 校验结果, and when
 * it was.
 */
export function markChanges(known: KnownWorkbook, report: CheckReport, around: Surroundings): SafeWrite {
  return finish(markInSteps(known, report, around));
}

/** The same a few milliseconds at a time. */
export function* markInSteps(known: KnownWorkbook, report: CheckReport, around: Surroundings): Steps<SafeWrite> {
  const { reading, plan } = known;
  const checkedAt = timeOfCheck(around);
  const dataSheet = sheetNameOf('data', reading.sheetNames);
  const newIdentity = identityMaker(around);
  const byRow = issuesByRow(report);
  const identities: Change[] = [];
  const lists: Change[] = [];
  for (const list of reading.lists) {
    const entries = reading.entries.lists[list.key];
    if (entries === undefined) continue;
    identities.push(...(yield* identityColumn(list, entries, known, newIdentity)));
    lists.push(
      ...(yield* markColumn(entries, byRow.get(list.key) ?? new Map(), report, checkedAt)),
      ...markedFormats(list, entries),
      {
        kind: 'replaceValidations',
        sheet: entries.sheetName,
        validations: list.columns.flatMap((column) => {
          const at = entries.at[column.key];
          if (at === undefined || entries.rowCount === 0) return [];
          const area = { row: entries.firstRow, column: at, rows: entries.rowCount, columns: 1 };
          return columnValidation(plan, column, area, dataSheet) ?? [];
        }),
      },
    );
  }
  const restored = yield* restoreInSteps(known);
  const result = yield* resultInSteps(report, checkedAt);
  return {
    entered: identities,
    derived: [...restored, ...lists, ...resultChanges(known, result), ...stampedData(known, checkedAt)],
  };
}

/**
 * What follows for the marks from a decision that people took (RuleSetting, Explanation): 校验提示, 校验结果 and its time.
 * Formats and dropdowns stay until the next check.
 */
export function remarkChanges(known: KnownWorkbook, report: CheckReport, around: Surroundings): Change[] {
  const { reading } = known;
  const checkedAt = timeOfCheck(around);
  const byRow = issuesByRow(report);
  return [
    ...reading.lists.flatMap((list) => {
      const entries = reading.entries.lists[list.key];
      return entries === undefined ? [] : finish(markColumn(entries, byRow.get(list.key) ?? new Map(), report, checkedAt));
    }),
    ...resultChanges(known, finish(resultInSteps(report, checkedAt))),
    ...stampedData(known, checkedAt),
  ];
}

function timeOfCheck(around: Surroundings): string {
  return `${formatSerial(todayOf(around))} ${timeOfDay(around)}`;
}

function issuesByRow(report: CheckReport): Map<string, Map<number, Issue[]>> {
  const byList = new Map<string, Map<number, Issue[]>>();
  for (const issue of report.result.issues) {
    if (issue.list === null || issue.rowIndex === null) continue;
    const rows = byList.get(issue.list) ?? new Map<number, Issue[]>();
    byList.set(issue.list, rows);
    const issues = rows.get(issue.rowIndex);
    if (issues) issues.push(issue);
    else rows.set(issue.rowIndex, [issue]);
  }
  return byList;
}

/** One text per row, each mark as text/issue says it, and the day of the check. */
function* markColumn(
  entries: ListEntries,
  byRow: ReadonlyMap<number, readonly Issue[]>,
  report: CheckReport,
  checkedAt: string,
): Steps<Change[]> {
  const at = entries.at['mark'];
  if (at === undefined || entries.rowCount === 0) return [];
  const content = yield* makeInSteps(entries.rowCount, (row): Content[] => {
    const issues = byRow.get(row);
    if (issues === undefined) return [null];
    const marks = issues.map((issue) => markText(issue, report.plan, report.lists));
    return [`${marks.join('；')}（${checkedAt.slice(5, 10)} 校验）`.slice(0, 32_000)];
  });
  const before = entries.values['mark'] ?? [];
  if (content.every(([mark], row) => mark === (before[row] ?? null))) return [];
  return [{ kind: 'writeCells', sheet: entries.sheetName, row: entries.firstRow, column: at, content }];
}

function* identityColumn(
  list: List,
  entries: ListEntries,
  { reading }: KnownWorkbook,
  newIdentity: (list: string) => string,
): Steps<Change[]> {
  const at = entries.at['identity'];
  if (list.kind !== 'project' || at === undefined) return [];
  const completed = yield* newIdentities(list, entries.values, reading.data.issued[list.key] ?? {}, newIdentity);
  if (completed === null) return [];
  const content = completed.map((identity) => [identity]);
  return [{ kind: 'writeCells', sheet: entries.sheetName, row: entries.firstRow, column: at, content }];
}

function markedFormats(list: List, entries: ListEntries): Change[] {
  const markColumn = entries.at['mark'];
  if (markColumn === undefined || entries.rowCount === 0) return [];
  const places = Object.values(entries.at);
  const column = Math.min(...places);
  const formats = markFormats({
    headerRow: entries.headerRow,
    firstRow: entries.firstRow,
    rowCount: entries.rowCount,
    column,
    columns: Math.max(...places) - column + 1,
    markColumn,
  });
  return [{ kind: 'replaceConditionalFormats', sheet: entries.sheetName, formats }];
}

/** Formulas that rows added in another program lack are put back without a word, neighbours in one write. */
export function* restoreInSteps(known: KnownWorkbook): Steps<Change[]> {
  const { entries, lists } = known.reading;
  const missing: MissingFormula[] = [];
  for (const list of lists) {
    for (const each of missingFormulas(entries, [list])) missing.push(each);
    yield;
  }
  if (missing.length === 0) return [];
  const formulaOf = formulaSource(known);
  const runs: { list: ListKey; column: string; row: number; content: Content[][] }[] = [];
  for (const { list, rowIndex, column } of missing) {
    const cell = formulaOf(list, column, rowIndex);
    if (cell === null || entries.lists[list]!.at[column] === undefined) continue;
    const last = runs[runs.length - 1];
    if (last?.list === list && last.column === column && last.row + last.content.length === rowIndex) last.content.push([cell]);
    else runs.push({ list, column, row: rowIndex, content: [[cell]] });
  }
  return runs.flatMap(({ list, column, row, content }) => {
    const { sheetName, firstRow, at } = entries.lists[list]!;
    const own = listOf(lists, list).columns.find(({ key }) => key === column)!;
    return writeFormatted(sheetName, own, firstRow + row, at[column]!, content);
  });
}

/** 校验结果 is written over where it stands, and laid out where it is gone. */
function resultChanges(known: KnownWorkbook, result: ResultSheet): Change[] {
  const name = known.reading.sheetNames['result'];
  const present = known.content.sheets.find((sheet) => sheet.name === name);
  const rewritten = present === undefined ? null : rewriteResult(present, result);
  if (rewritten !== null) return rewritten;
  const sheet = buildResult(sheetNameOf('result', known.reading.sheetNames), result);
  return [{ kind: 'laySheet', sheet, after: present === undefined ? lastList(known) : null }];
}

/** What the hidden sheet says of the workbook, with the time of this check. */
function stampedData({ reading, plan }: KnownWorkbook, checkedAt: string): Change[] {
  const { data } = reading;
  const meta = metaBlock({ plan, scope: data.scope, asOf: reading.entries.asOf, lastCheck: checkedAt }, data.schemaVersion);
  return [{ kind: 'writeCells', sheet: data.sheet, row: meta.row, column: meta.column, content: meta.content }];
}

function lastList({ reading, content }: KnownWorkbook): string | null {
  const names = Object.values(reading.entries.lists).map((entries) => entries.sheetName);
  return names[names.length - 1] ?? content.sheets[content.sheets.length - 1]?.name ?? null;
}

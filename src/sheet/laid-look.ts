import type { List } from '../list/list';
import { emptyRecord } from '../list/record';
import type { Plan } from '../plan/plan';
import { reporterOf } from '../text/sheet';
import type { TotalData } from '../total/data';
import { buildIntro } from './build-intro';
import type { BuildInput } from './build-input';
import { buildResult } from './build-result';
import { buildSummary } from './build-summary';
import { hiddenSheet } from './hidden-sheet';
import { lookOfList } from './list-look';
import { markFormats } from './mark-format';
import type { DefinedName, SheetContent, SheetModel, WorkbookContent } from './model';
import type { ListReading } from './read-list';
import type { WorkbookReading } from './read-workbook';
import { lookOfSheet, shiftLook, type SheetLook, type Shown, type WorkbookLook } from './sheet-look';
import { sheetNameOf } from './sheet-name';
import { standingLayout } from './standing-layout';

/**
 * What the sheets of ours that are there are to look like, as they stand: with the columns that the user added, the
 * rows inserted above, and as many rows as there are. A sheet that is gone is not among them.
 */
export function laidLook(plan: Plan, reading: WorkbookReading, content: WorkbookContent): WorkbookLook {
  const { sheetNames, lists, readings } = reading;
  const present = new Map(content.sheets.map((sheet) => [sheet.name, sheet]));
  const dataSheet = sheetNameOf('data', sheetNames);
  const { intro, names } = introOf(plan, reading);
  const others = [intro, summaryOf(plan, reading), buildResult(sheetNameOf('result', sheetNames), undefined)];
  return {
    sheets: [
      ...others.flatMap((sheet) => {
        const standing = present.get(sheet.name);
        return standing === undefined ? [] : [lookOfOther(sheet, standing)];
      }),
      ...lists.flatMap((list) => {
        const found = readings[list.key];
        return found === undefined ? [] : [lookOfReading(plan, list, reading, found, dataSheet)];
      }),
      ...(present.has(dataSheet) ? [{ ...lookOfSheet(hiddenSheet(dataSheet, [{ row: 0, column: 0, content: [[null]] }])), styles: [] }] : []),
    ],
    names: present.has(intro.name) ? names : [],
  };
}

function introOf(plan: Plan, reading: WorkbookReading): { readonly intro: SheetModel; readonly names: readonly DefinedName[] } {
  const input = bareInput(plan, reading);
  const { sheet, names } = buildIntro(input, input.reporter);
  return { intro: sheet, names };
}

/** 汇总 as it is laid over lists that hold nothing: its formulas read the lists. */
export function summaryOf(plan: Plan, reading: WorkbookReading): SheetModel {
  const input = bareInput(plan, reading);
  return buildSummary(input, bareData(plan, reading), input.reporter);
}

/** What totals are computed from where only their formulas are asked for. */
export function bareData(plan: Plan, { lists, data, entries }: WorkbookReading): TotalData {
  return { plan, lists, scope: data.scope, asOf: entries.asOf, columns: Object.fromEntries(lists.map(({ key }) => [key, {}])), cityLevelReserve: null };
}

/** What a sheet of ours is laid out from where nothing entered stands on it; the reporter is always there. */
export function bareInput(plan: Plan, { data, intro, entries, sheetNames }: WorkbookReading): BuildInput & { readonly reporter: string } {
  const { scope } = data;
  const reporter = intro?.reporter ?? reporterOf(plan, scope);
  return { plan, scope, asOf: entries.asOf, reporter, rows: {}, sheetNames, ...emptyRecord, lastCheck: null };
}

/** 校验结果 is as long as its last check; its formats are laid by each. Of 说明 and 汇总 nobody can paste over more than what he fills in. */
function lookOfOther(sheet: SheetModel, standing: SheetContent): SheetLook {
  const whole = lookOfSheet(sheet);
  const look = { ...whole, styles: whole.styles.filter(({ style }) => style.locked === false) };
  if (sheet.tables.length === 0) return { ...look, shown: { columns: sheet.columnWidths, rows: [{ row: 0, rows: endOf(sheet) }] } };
  const tables = look.tables.map((table) => ({ ...table, area: standing.tables.find(({ name }) => name === table.name)?.area ?? table.area }));
  return { ...look, styles: [], conditionalFormats: [], tables };
}

function lookOfReading(plan: Plan, list: List, { data }: WorkbookReading, found: ListReading, dataSheet: string): SheetLook {
  const { entries, area } = found;
  const { layout, down, right } = standingLayout(plan, list, data.scope, found);
  const look = lookOfSheet({
    ...lookOfList(plan, list, layout, dataSheet),
    name: entries.sheetName,
    tables: [{ name: list.tableName, area: { ...area, row: layout.headerRow, column: 0 }, headers: [], filter: list.kind === 'project', style: null }],
  });
  const isEmpty = entries.rowCount === 0;
  const shifted = shiftLook({ ...look, conditionalFormats: [] }, down, right);
  return {
    ...shifted,
    ...(isEmpty && { styles: [], validations: [] }),
    conditionalFormats: isEmpty || entries.at['mark'] === undefined ? [] : marksOf(found),
    shown: shownOf(list, found, down),
    // Columns of the user's are his to hide.
    styles: isEmpty ? [] : shifted.styles.filter(({ area: body }) => Object.values(entries.at).includes(body.column)),
  };
}

/** Our own columns but 行标识, the lines above the table, and its rows. */
function shownOf(list: List, { entries }: ListReading, down: number): Shown {
  const { at, headerRow, firstRow, rowCount } = entries;
  const top = Math.max(0, down);
  return {
    columns: list.columns.flatMap(({ key, role, width }) => (role === 'identity' || at[key] === undefined ? [] : [{ column: at[key], width }])),
    rows: [{ row: top, rows: headerRow - top + 1 }],
    ...(rowCount > 0 && { body: { row: firstRow, rows: rowCount, table: list.tableName } }),
  };
}

function endOf({ blocks }: SheetModel): number {
  return Math.max(1, ...blocks.map(({ row, content }) => row + content.length));
}

/** As a check lays them: over all columns of ours and what is between. */
function marksOf({ entries }: ListReading): ReturnType<typeof markFormats> {
  const places = Object.values(entries.at);
  const column = Math.min(...places);
  return markFormats({
    headerRow: entries.headerRow,
    firstRow: entries.firstRow,
    rowCount: entries.rowCount,
    column,
    columns: Math.max(...places) - column + 1,
    markColumn: entries.at['mark']!,
  });
}

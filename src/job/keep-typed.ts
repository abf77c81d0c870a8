import type { List, ListKey } from '../list/list';
import { listsInScope } from '../list/registry';
import { isInArea } from '../sheet/area';
import { contentOfSheet } from '../sheet/content-of';
import { isBeginningOf } from '../sheet/beginning';
import { isExchangeLine } from '../sheet/build-exchange';
import { findLists } from '../sheet/find-list';
import { gridOf } from '../sheet/grid';
import { keepNotes, placeNotes } from '../sheet/keep-notes';
import { buildKeptCopy, isKeptCopy, type TypedSheet } from '../sheet/kept-copy';
import { numberFormatOf } from '../sheet/look';
import type { SheetContent, SheetModel, WorkbookContent } from '../sheet/model';
import { freeSheetName } from '../sheet/name-sheets';
import { cellReader, formulaReader, readData } from '../sheet/read-data';
import { readIntro } from '../sheet/read-intro';
import { readListInSteps, type ListReading } from '../sheet/read-list';
import { sheetNameOf, sheetNames as ownNames } from '../sheet/sheet-name';
import { stoodSummary } from '../sheet/version/versions';
import { keptCopyName } from '../text/kept-copy';
import type { Steps } from '../total/steps';
import type { Backup } from './backup';
import type { RestoredLayout } from './backup-layout';
import { ownColumn, textOfCell } from './entry-text';
import type { LayChange } from './put-back';
import { tabsOf } from './tabs-now';
import { typedRows } from './typed-rows';

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * What 恢复 would lay over and nothing else holds: entries and notes that people typed into our sheets since the operation was
 * broken off. `layout` is what 恢复 lays; only these `tabs` are looked at.
 */
export function* findTyped(backup: Backup, layout: RestoredLayout, content: WorkbookContent, tabs: ReadonlySet<string>): Steps<TypedSheet[]> {
  const { input, model, notes } = layout;
  const { plan, scope, sheetNames } = input;
  const lists = listsInScope(plan, scope);
  const headers = readData(content)?.headers ?? {};
  const readings: Record<ListKey, ListReading> = {};
  for (const [key, found] of findLists(content, lists, headers)) {
    const list = lists.find((each) => each.key === key)!;
    if (found.sheet.name === sheetNameOf(list, sheetNames)) readings[key] = yield* readListInSteps(list, scope, found, headers[key] ?? {});
  }
  const whole = new Map(placeNotes(model.sheets, notes).map((sheet) => [sheet.name, sheet]));
  const stay = (['intro', 'summary', 'exchange'] as const).map((key) => sheetNameOf(key, sheetNames));
  const typed: TypedSheet[] = [];
  for (const sheet of content.sheets) {
    const laid = whole.get(sheet.name);
    if (laid === undefined || !tabs.has(sheet.name)) continue;
    yield;
    const list = lists.find((each) => sheetNameOf(each, sheetNames) === sheet.name);
    const reading = list === undefined ? undefined : readings[list.key];
    if (list !== undefined && reading === undefined) {
      typed.push({ ...plain(sheet), cells: strangeCells(sheet, contentOfSheet(laid)) });
      continue;
    }
    if (list === undefined && !stay.includes(sheet.name)) continue;
    const summary = stoodSummary(content, sheetNameOf('summary', sheetNames), plan, scope);
    const outside = keepNotes([model.sheets.find(({ name }) => name === sheet.name)!], readings, content, stay, (formula) => formula, summary);
    const loose = newTexts(outside.map((note) => note.content), [...gridOf(laid.blocks).values()].flat());
    const around = cellsHolding(sheet, reading ?? null, loose);
    if (list !== undefined && reading !== undefined) {
      const rows = yield* typedRows(list, reading.rows, input.rows[list.key] ?? { rowCount: 0, values: {} }, backup.own?.[list.key] ?? []);
      const cells = rows.flatMap(({ row, keys }) => keys.flatMap((key) => placeOf(reading, row, key)));
      typed.push({ ...tableOf(sheet, list, reading), cells: [...cells, ...around] });
    } else if (sheet.name === sheetNameOf('exchange', sheetNames)) typed.push({ ...plain(sheet), cells: around.filter((place) => !isExchangeLine(sheet, place)) });
    else typed.push({ ...plain(sheet), cells: [...around, ...typedOnIntro(backup, sheet, contentOfSheet(laid))] });
  }
  return typed.filter(({ cells }) => cells.length > 0);
}

/**
 * Sheets that keep what was typed, beside the others. One that was begun or made by an earlier 恢复 is laid again.
 */
export function keepTyped(typed: readonly TypedSheet[], content: WorkbookContent): LayChange[] {
  const taken = [...tabsOf(content)];
  // The backup is about to go.
  let after = taken.filter((name) => name !== ownNames.backup).pop() ?? null;
  return typed.map((each): LayChange => {
    const wanted = keptCopyName(each.sheet.name);
    const made = contentOfSheet(buildKeptCopy(wanted, each));
    const standing = content.sheets.find((sheet) => (isKeptCopy(sheet) || sheet.name === freeSheetName(wanted, [])) && isBeginningOf(sheet, made));
    const name = standing?.name ?? freeSheetName(wanted, taken);
    const change: LayChange = { kind: 'laySheet', sheet: buildKeptCopy(name, each), after };
    if (standing !== undefined) return change;
    taken.push(name);
    after = name;
    return change;
  });
}

function plain(sheet: SheetContent): Omit<TypedSheet, 'cells'> {
  return { sheet, headerRow: null, formats: new Map(), hidden: [] };
}

function tableOf(sheet: SheetContent, list: List, { entries: { at, headerRow } }: ListReading): Omit<TypedSheet, 'cells'> {
  const ours = list.columns.flatMap((column) => (at[column.key] === undefined ? [] : [{ column, place: at[column.key]! }]));
  return {
    sheet,
    headerRow,
    formats: new Map(ours.map(({ column, place }) => [place, numberFormatOf(column)])),
    hidden: ours.flatMap(({ column, place }) => (column.role === 'identity' || column.role === 'mark' ? [place] : [])),
  };
}

function placeOf({ entries, area, rows }: ListReading, row: number, key: string): Place[] {
  const own = (rows.order ?? []).find((place) => 'user' in place && `${ownColumn}${place.user.header}` === key);
  const column = own !== undefined && 'user' in own ? own.user.at : entries.at[key];
  return column === undefined ? [] : [{ row: area.row + 1 + row, column }];
}

/** Texts that stand more often among the first than among the others. */
function newTexts(found: readonly unknown[], known: readonly unknown[]): ReadonlySet<string> {
  const texts = new Set(known.map(textOfContent));
  return new Set(found.map(textOfContent).filter((text) => text !== '' && !texts.has(text)));
}

/** Cells with these texts, outside the table. */
function cellsHolding(sheet: SheetContent, reading: ListReading | null, texts: ReadonlySet<string>): Place[] {
  return texts.size === 0 ? [] : placesOf(sheet).filter(({ row, column, text }) => texts.has(text) && (reading === null || !isInArea(reading.area, row, column)));
}

/** What does not stand in the same place of the sheet as it is laid. */
function strangeCells(sheet: SheetContent, laid: SheetContent): Place[] {
  const [value, formula] = [cellReader(laid), formulaReader(laid)];
  return placesOf(sheet).filter(({ row, column, text, isFormula }) => (isFormula ? formula(row, column) === null : text !== textOfCell(value(row, column), null)));
}

/** 填报单位 and 统计截止日, where they are neither what they were nor what they were to be. */
function typedOnIntro({ asOf, days }: Backup, sheet: SheetContent, laid: SheetContent): Place[] {
  const [now, then] = [readIntro({ sheets: [sheet] }), readIntro({ sheets: [laid] })];
  if (now === null || then === null) return [];
  const reporter = placesOf(sheet).find(({ text }) => now.reporter !== null && now.reporter !== then.reporter && text === textOfCell(now.reporter, null));
  const isDay = now.asOf !== null && days !== undefined && ![asOf, ...days].includes(now.asOf);
  return [...(reporter === undefined ? [] : [reporter]), ...(isDay ? [{ row: now.asOfRow, column: now.asOfColumn }] : [])];
}

function placesOf(sheet: SheetContent): (Place & { readonly text: string; readonly isFormula: boolean })[] {
  return sheet.values.flatMap((line, down) =>
    line.flatMap((cell, along) => {
      const formula = sheet.formulas[down]?.[along] ?? null;
      const text = textOfCell(cell, formula);
      return text === '' ? [] : [{ row: sheet.row + down, column: sheet.column + along, text, isFormula: formula !== null }];
    }),
  );
}

function textOfContent(content: unknown): string {
  const cell = content as SheetModel['blocks'][number]['content'][number][number] | undefined;
  return typeof cell === 'object' && cell !== null ? textOfCell(cell.value, cell.formula) : textOfCell(cell ?? null, null);
}

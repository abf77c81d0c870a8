import type { List } from '../list/list';
import { isBeginningOf } from '../sheet/beginning';
import { contentOfSheet } from '../sheet/content-of';
import type { SheetContent, SheetModel, WorkbookContent } from '../sheet/model';
import { freeSheetName, nameSheets, sheetOfTable } from '../sheet/name-sheets';
import { readIntro } from '../sheet/read-intro';
import { sheetNames as ownNames, tableNames } from '../sheet/sheet-name';
import type { Steps } from '../total/steps';

/** How the tabs were called when a write began that was broken off. */
export interface TabsThen {
  /** Those of ours, by list key or sheet key. */
  readonly sheetNames: Readonly<Record<string, string>>;
  /** All of them, in their order; undefined where an earlier version wrote it. */
  readonly tabs?: readonly string[] | undefined;
}

/** All tabs of a workbook, in their order. */
export function tabsOf({ sheets }: WorkbookContent): readonly string[] {
  return sheets.map(({ name }) => name);
}

/** The name of a tab by now, of its name then. */
export function renamedBy(then: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): (tab: string) => string {
  const names = new Map(Object.keys(then).map((key) => [then[key], now[key]]));
  return (tab) => names.get(tab) ?? tab;
}

/**
 * How our tabs, by key, are called by now: laid under a name that somebody has changed since, a sheet would be there twice. A
 * sheet goes by its table, which has its name once in the workbook; else by its tab, where that is still there; else it is one
 * that was not there then and looks like it, or holds nothing but the beginning of what `layOut` gives for these names,
 * should it be half laid. A sheet that was there under another name already is the user's, and so is a new one that is called
 * like one of ours and holds something else.
 *
 * The one that is missing is the one new sheet that holds nothing, wherever it stands: should it be the user's, nothing is lost by
 * laying ours there.
 *
 * Blind spot: a sheet cleared for being laid that was renamed and moved, beside another new one that is empty.
 */
export function* tabsNow(
  { sheetNames, tabs }: TabsThen,
  lists: readonly List[],
  content: WorkbookContent,
  layOut: (sheetNames: Readonly<Record<string, string>>) => Steps<readonly SheetModel[]>,
): Steps<Record<string, string>> {
  const held = holdersOf(lists, content);
  const now: Record<string, string> = { ...sheetNames, ...held };
  // Which sheets are the user's own an earlier version did not tell.
  if (tabs === undefined) return now;
  const known = new Set([...tabs, ...Object.values(sheetNames), ...Object.values(held), ownNames.backup]);
  const strangers = new Map(content.sheets.flatMap((sheet) => (known.has(sheet.name) ? [] : [[sheet.name, sheet] as const])));
  const alike = namesByLook([...strangers.values()]);
  const standingOf = (key: string) => content.sheets.find(({ name }) => name === sheetNames[key]);
  const looksLike = (key: string, sheet: SheetContent) => namesByLook([sheet])[key] !== undefined;
  const open = Object.keys(sheetNames).filter((key) => {
    const standing = standingOf(key);
    // The hidden sheet nobody sees.
    if (held[key] !== undefined || key === 'data') return false;
    if (standing === undefined) return strangers.size > 0;
    // Another looks like it, or it was not there then: somebody may have called a sheet of his own so.
    return (alike[key] !== undefined || !tabs.includes(standing.name)) && !looksLike(key, standing);
  });
  if (open.length === 0) return now;
  const laid = new Map((yield* layOut(now)).map((sheet) => [sheet.name, contentOfSheet(sheet)]));
  for (const key of open) {
    const whole = laid.get(sheetNames[key]!);
    const standing = standingOf(key);
    if (standing !== undefined && whole !== undefined && isBeginningOf(standing, whole)) continue;
    const begun = [...strangers.values()].find((sheet) => whole !== undefined && isBeginningOf(sheet, whole) && (isFilled(sheet) || isAtPlace(sheet, tabs, tabs.indexOf(sheetNames[key]!), content, renamedBy(sheetNames, now))));
    const name = alike[key] ?? (standing === undefined ? begun?.name : undefined);
    if (name !== undefined && strangers.delete(name)) now[key] = name;
    else if (standing !== undefined && whole !== undefined && !tabs.includes(standing.name)) now[key] = freeSheetName(standing.name, tabsOf(content));
  }
  const gone = open.filter((key) => tabs.includes(sheetNames[key]!) && !content.sheets.some(({ name }) => name === now[key]));
  const blank = [...strangers.values()].filter((sheet) => !isFilled(sheet));
  if (gone.length === 1 && blank.length === 1) now[gone[0]!] = blank[0]!.name;
  return now;
}

function holdersOf(lists: readonly List[], content: WorkbookContent): Record<string, string> {
  const tables: readonly (readonly [string, string])[] = [...lists.map(({ key, tableName }) => [key, tableName] as const), ...Object.entries(tableNames)];
  return Object.fromEntries(tables.flatMap(([key, table]) => {
    const holder = sheetOfTable(content, table);
    return holder === undefined ? [] : [[key, holder.name]];
  }));
}

/** Sheets that look like 说明, 汇总, 校验结果 or 交换记录, by key. */
function namesByLook(sheets: readonly SheetContent[]): Record<string, string> {
  const intro = readIntro({ sheets })?.sheet;
  const named = nameSheets({ sheets }, [], intro === undefined ? {} : { intro });
  return Object.fromEntries(Object.entries(named).filter(([, name]) => sheets.some((sheet) => sheet.name === name)));
}

function isFilled({ values }: SheetContent): boolean {
  return values.some((line) => line.some((cell) => cell !== null && cell !== ''));
}

/** True for the sheet that stands first, or behind the one, as the tab at that index did. */
function isAtPlace({ name }: SheetContent, tabs: readonly string[], at: number, content: WorkbookContent, nameOf: (tab: string) => string): boolean {
  const order = tabsOf(content);
  const place = order.indexOf(name);
  return at === 0 ? place === 0 : at > 0 && order[place - 1] === nameOf(tabs[at - 1]!);
}

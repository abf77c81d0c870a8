import type { List } from '../list/list';
import { exchangeLabels } from '../text/exchange-sheet';
import { resultLabels, summaryLabels } from '../text/sheet';
import { isSameName } from './lay-sheet';
import type { SheetContent, WorkbookContent } from './model';
import { cellReader } from './read-data';
import { sheetNames, tableNames } from './sheet-name';

/** Longest tab that spreadsheet programs accept. */
const longestName = 31;

/**
 * The tab of every sheet of ours, by list key or sheet key: where one was found it is called as found; one that is
 * not there gets its own name, or that name with a number where a sheet of the user's is called so already.
 */
export function nameSheets(
  content: WorkbookContent,
  lists: readonly List[],
  found: Readonly<Record<string, string>>,
): Record<string, string> {
  const known: Record<string, string> = { ...found };
  const isOurs = (sheet: SheetContent) => Object.values(known).includes(sheet.name);
  const byMark = (mark: (cell: ReturnType<typeof cellReader>) => boolean, name: string) => {
    const marked = content.sheets.filter((sheet) => !isOurs(sheet) && mark(cellReader(sheet)));
    return (marked.find((sheet) => sheet.name === name) ?? marked[0])?.name;
  };
  // Its table has the name once in the workbook: a title that somebody has typed over does not make it another sheet.
  const byTable = (table: string) => sheetOfTable(content, table)?.name;
  const summary = byMark((cell) => cell(3, 0) === summaryLabels.rate && cell(4, 0) === summaryLabels.unit, sheetNames.summary);
  const result = byTable(tableNames.result) ?? byMark((cell) => cell(0, 0) === resultLabels.title && cell(6, 5) === resultLabels.headers[5], sheetNames.result);
  const exchange = byTable(tableNames.exchange) ?? byMark((cell) => cell(0, 0) === exchangeLabels.title && cell(2, 11) === exchangeLabels.headers[11], sheetNames.exchange);
  if (summary !== undefined) known['summary'] = summary;
  if (result !== undefined) known['result'] = result;
  if (exchange !== undefined) known['exchange'] = exchange;
  const wanted: [string, string][] = [
    ['intro', sheetNames.intro],
    ['summary', sheetNames.summary],
    ...lists.map((list): [string, string] => [list.key, list.sheetName]),
    ['result', sheetNames.result],
    ['exchange', sheetNames.exchange],
    ['data', sheetNames.data],
  ];
  const taken = content.sheets.map((sheet) => sheet.name);
  for (const [key, name] of wanted) known[key] ??= freeSheetName(name, taken);
  return known;
}

/** The sheet with the table of that name; undefined where there is none. */
export function sheetOfTable({ sheets }: WorkbookContent, table: string): SheetContent | undefined {
  return sheets.find(({ tables }) => tables.some(({ name }) => isSameName(name, table)));
}

/** The name, or that name with a number where a sheet is called so already. */
export function freeSheetName(name: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const candidate = name.slice(0, longestName - suffix.length) + suffix;
    if (!taken.some((other) => isSameName(other, candidate))) return candidate;
  }
}

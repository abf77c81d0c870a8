import { baseKeys } from '../list/base-column';
import type { List, ListKey } from '../list/list';
import { isKeptCopy } from './kept-copy';
import { normaliseHeader } from './match-header';
import type { Area, SheetContent, WorkbookContent } from './model';
import { cellReader } from './read-data';

/** Where a list was found. */
export interface FoundList {
  readonly sheet: SheetContent;
  /** 0-based sheet row of the header. */
  readonly headerRow: number;
  /** The native table, null where it was turned into plain cells or left behind by them. */
  readonly table: Area | null;
}

/** Columns that most lists have. */
const commonKeys: ReadonlySet<string> = new Set([...baseKeys, 'index', 'remark', 'identity']);

/** Rows from the top in which a header row is looked for. */
const searchedRows = 40;

/** Share of a list's headers, and of those that it does not share with other lists, that its header row must hold. */
const enoughHeaders = 0.5;

interface Candidate extends FoundList {
  readonly list: List;
  readonly share: number;
}

/**
 * Finds each list by its native table, else by the row that holds most of its headers: tabs are renamed and moved,
 * and other programs lose tables. Lists that look alike are told apart by giving each sheet to the list that it
 * fits best. A list that is nowhere is absent from the result.
 */
export function findLists(
  content: WorkbookContent,
  lists: readonly List[],
  headers: Readonly<Record<ListKey, Readonly<Record<string, string>>>>,
): ReadonlyMap<ListKey, FoundList> {
  const found = new Map<ListKey, FoundList>();
  for (const list of lists) {
    const place = byTable(content, list, headers[list.key] ?? {});
    if (place !== null) found.set(list.key, place);
  }
  const claimed = new Set([...[...found.values()].map(({ sheet }) => sheet), ...content.sheets.filter(isKeptCopy)].map(({ name }) => name));
  const candidates = lists
    .filter((list) => !found.has(list.key))
    .flatMap((list) =>
      content.sheets.flatMap((sheet) => byHeaders(sheet, list, headers[list.key] ?? {}) ?? []),
    )
    .sort((a, b) => b.share - a.share || Number(isOwnTab(b)) - Number(isOwnTab(a)));
  for (const { list, sheet, headerRow, table } of candidates) {
    if (found.has(list.key) || claimed.has(sheet.name)) continue;
    found.set(list.key, { sheet, headerRow, table });
    claimed.add(sheet.name);
  }
  return found;
}

function isOwnTab({ sheet, list }: Candidate): boolean {
  return sheet.name === list.sheetName;
}

/**
 * The table of the list's name. Programs that do not know tables move the cells under one and leave it behind: where
 * few of the list's headers stand in its first row, another row of the sheet that holds most of them counts instead.
 */
function byTable(content: WorkbookContent, list: List, issued: Readonly<Record<string, string>>): FoundList | null {
  for (const sheet of content.sheets) {
    const table = sheet.tables.find(({ name }) => name.toLowerCase() === list.tableName.toLowerCase());
    if (table === undefined) continue;
    const place = { sheet, headerRow: table.area.row, table: table.area };
    const isInPlace = shareOfHeaders(sheet, list, issued, table.area.row) >= enoughHeaders;
    return (isInPlace ? null : byHeaders(sheet, list, issued)) ?? place;
  }
  return null;
}

function shareOfHeaders(sheet: SheetContent, list: List, issued: Readonly<Record<string, string>>, row: number): number {
  const cells = sheet.values[row - sheet.row] ?? [];
  const texts = new Set(cells.map((value) => (typeof value === 'string' ? normaliseHeader(value) : '')));
  return list.columns.filter(({ key, header }) => texts.has(normaliseHeader(issued[key] ?? header))).length / list.columns.length;
}

function byHeaders(sheet: SheetContent, list: List, issued: Readonly<Record<string, string>>): Candidate | null {
  const headerOf = (column: List['columns'][number]) => normaliseHeader(issued[column.key] ?? column.header);
  const wanted = list.columns.map(headerOf);
  const own = list.columns.filter((column) => column.role !== 'mark' && !commonKeys.has(column.key)).map(headerOf);
  const cell = cellReader(sheet);
  let best: Candidate | null = null;
  for (let row = sheet.row; row < Math.min(sheet.row + searchedRows, sheet.row + sheet.values.length); row += 1) {
    const texts = new Set<string>();
    for (let at = sheet.column; at < sheet.column + (sheet.values[0]?.length ?? 0); at += 1) {
      const value = cell(row, at);
      if (typeof value === 'string') texts.add(normaliseHeader(value));
    }
    const shareOf = (headers: readonly string[]) => headers.filter((header) => texts.has(header)).length / headers.length;
    const share = shareOf(wanted);
    if (share < enoughHeaders || shareOf(own) < enoughHeaders || share <= (best?.share ?? 0)) continue;
    best = { list, sheet, headerRow: row, table: null, share };
  }
  return best;
}

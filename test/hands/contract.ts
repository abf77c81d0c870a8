import type { List } from '../../src/list/list';
import { formatAddress } from '../../src/sheet/address';
import { isInArea } from '../../src/sheet/area';
import { cellOf, ƒ, type Ledger, type LedgerCell, type LedgerSheet } from './ledger';
import { tell } from './compare-ledger';
import { isNote } from './entry';
import { columnAt, placesOf, type Place, type Scene } from './scene';

/** A cell that is not what it was. */
export interface ChangedCell {
  readonly sheet: LedgerSheet;
  readonly row: number;
  readonly column: number;
  readonly before: LedgerCell;
  readonly after: LedgerCell;
  /** The list in whose table it lies; undefined outside of tables. */
  readonly place: Place | undefined;
  /** In a table: what its column is for. own: the user's; header: its first row. */
  readonly role: 'entry' | 'issued' | 'formula' | 'mark' | 'identity' | 'own' | 'header' | 'frame';
  /** Key of the column, where it is one of ours. */
  readonly key: string | undefined;
}

/** Tabs that the add-in alone writes, by the names that it gives them. */
const derived: readonly string[] = ['校验结果', '_数据', '交换记录', '_备份', '比上月', '排名通报'];

/** True for the name of a tab on which nothing of the user's stands. */
export function isDerivedName(name: string): boolean {
  return derived.includes(name);
}

/** Every cell that changed on tabs that were there before, but for those that the add-in alone writes. */
export function changedCells(before: Ledger, after: Ledger, { lists, derivedTabs }: Pick<Scene, 'lists' | 'derivedTabs'>): ChangedCell[] {
  return before.sheets.flatMap((sheet) => {
    const now = after.sheets.find(({ id }) => id === sheet.id);
    if (now === undefined || now === sheet || derivedTabs.has(sheet.id)) return [];
    const place = placesOf({ ledger: { sheets: [now] }, lists })[0];
    const found: ChangedCell[] = [];
    for (let row = 0; row < Math.max(sheet.cells.length, now.cells.length); row += 1) {
      const width = Math.max(sheet.cells[row]?.length ?? 0, now.cells[row]?.length ?? 0);
      for (let column = 0; column < width; column += 1) {
        const was = cellOf(sheet, row, column);
        const is = cellOf(now, row, column);
        if (was !== is) found.push({ sheet: now, row, column, before: was, after: is, place, ...roleOf(place, row, column) });
      }
    }
    return found;
  });
}

function roleOf(place: Place | undefined, row: number, column: number): Pick<ChangedCell, 'role' | 'key'> {
  if (place === undefined || !isInArea(place.area, row, column)) return { role: 'frame', key: undefined };
  if (row === place.area.row) return { role: 'header', key: undefined };
  const own = columnAt(place, column);
  return { role: own?.role ?? 'own', key: own?.key };
}

/** A mark goes with its check, also from under a header that was altered. */
export function isMark(cell: LedgerCell): boolean {
  return typeof cell === 'string' && cell.endsWith('校验）');
}

/** What a check may write: marks, identities that are missing or there twice, formulas where nothing stands. */
export function isOfCheck({ role, before, after, place, key, sheet }: ChangedCell): boolean {
  if (role === 'mark') return true;
  if (role === 'identity') return before === null || isTwice(sheet, place, before, after);
  const isFormula = role === 'formula' || (key !== undefined && key === (place?.list.kind === 'project' ? place.list.unitColumn : undefined));
  return isFormula && before === null && after === ƒ;
}

/** The row keeps its identity where no other has it. A text that is no identity at all is nobody's. */
function isTwice(sheet: LedgerSheet, place: Place | undefined, before: LedgerCell, after: LedgerCell): boolean {
  if (place === undefined) return false;
  const { area } = place;
  let others = 0;
  for (let row = area.row + 1; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (columnAt(place, column)?.role === 'identity' && cellOf(sheet, row, column) === before) others += 1;
    }
  }
  return others > 0 || typeof before !== 'string' || after === null;
}

export function describeChange({ sheet, row, column, before, after, role }: ChangedCell): string {
  return `${sheet.name}!${formatAddress(row, column)} (${role}) was ${tell(before)} and is ${tell(after)}`;
}

/** What was changed without leave. */
export function unexpected(changes: readonly ChangedCell[], mayChange: (change: ChangedCell) => boolean): string[] {
  return changes.filter((change) => !mayChange(change)).map(describeChange);
}

/**
 * Tabs of before that are gone, renamed, hidden, shown, protected or in another order. Tabs of the add-in's own may come,
 * and a tab that is laid anew gets the protection that it was issued with.
 */
export function compareTabs(before: Ledger, after: Ledger, laid: ReadonlySet<string> = new Set()): string[] {
  const ids = new Set(before.sheets.map(({ id }) => id));
  const tell = (sheets: readonly LedgerSheet[]) =>
    sheets.filter((sheet) => ids.has(sheet.id)).map(({ id, name, visibility, isProtected }) => `${name}|${visibility}|${isProtected && !laid.has(id)}`).join(' ');
  return tell(before.sheets) === tell(after.sheets) ? [] : [`the tabs were ${tell(before.sheets)} and are ${tell(after.sheets)}`];
}

/** Notes that are no longer on the tab where they stood. */
export function lostNotes(before: Ledger, after: Ledger): string[] {
  return before.sheets.flatMap((sheet) => {
    const now = new Set(after.sheets.find(({ id }) => id === sheet.id)?.cells.flat());
    return sheet.cells.flat().filter((cell) => isNote(cell) && !now.has(cell)).map((note) => `${String(note)} of ${sheet.name} is gone`);
  });
}

/** Identities that two rows of a list share, and filled rows that have none. */
export function wrongIdentities(ledger: Ledger, lists: readonly List[]): string[] {
  return placesOf({ ledger, lists }, 'project').flatMap((place) => {
    const { sheet, area, list } = place;
    const columns = Array.from({ length: area.columns }, (_, i) => area.column + i);
    const at = columns.find((column) => columnAt(place, column)?.role === 'identity');
    const name = columns.find((column) => columnAt(place, column)?.key === 'projectName');
    if (at === undefined || name === undefined) return [];
    const seen = new Set<LedgerCell>();
    const found: string[] = [];
    for (let row = area.row + 1; row < area.row + area.rows; row += 1) {
      const identity = cellOf(sheet, row, at);
      if (identity !== null && seen.has(identity)) found.push(`${sheet.name} row ${row + 1} shares ${String(identity)}`);
      if (identity === null && ![null, ƒ].includes(cellOf(sheet, row, name) as null)) found.push(`${sheet.name} row ${row + 1} of ${list.key} has no identity`);
      seen.add(identity);
    }
    return found;
  });
}

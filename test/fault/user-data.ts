import type { Book } from '../../src/host/book/book';
import type { Sheet } from '../../src/host/book/sheet';
import { isInArea } from '../../src/sheet/area';

/**
 * What people entered, read from the book without any of the add-in's own reading: rows by what they hold, whatever
 * their order and place, texts outside the tables, and the hidden record column by column. Formulas and what a check
 * writes are not among it.
 */
export type UserData = readonly string[];

/** Sheets that are written anew from the others. */
export const derivedSheets: readonly string[] = ['校验结果', '交换记录', '比上月', '排名通报', '_备份'];
const recordSheet = '_数据';
/** When the last check was: a check's own, not entered. */
const lastCheckKey = 'lastCheck';
const derivedColumns = ['校验提示'];

const newIdentity = '〈新〉';
const newIdentityCell = new RegExp(`,?"行标识":"[0-9A-B]-${newIdentity}"`);
const identityPattern = /[0-9A-HJKMNP-TV-Z]{26}/g;

export function readUserData(book: Book): UserData {
  return book.sheets
    .filter(({ name }) => !derivedSheets.includes(name))
    .flatMap((sheet) => (sheet.name === recordSheet ? readRecord(sheet) : [...readRows(sheet), ...readRest(sheet)].sort()));
}

/**
 * Ready to be compared: each run gives other identities, so those that were not known before count as none, as in a
 * row that has none yet.
 */
export function withoutNewIdentities(data: UserData, known: UserData): UserData {
  const old = new Set(known.join('\n').match(identityPattern));
  const marked = data.map((line) => line.replace(identityPattern, (identity) => (old.has(identity) ? identity : newIdentity)));
  return marked.map((line) => line.replace(newIdentityCell, '').replace('{,', '{')).sort();
}

export function isSameData(a: UserData, b: UserData): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at]);
}

/** Every cell of a row that has its 行标识, and every other line, is one of the before or of the afterwards, and none is missing. */
export function isMixture(seen: UserData, before: UserData, after: UserData): boolean {
  const [is, was, willBe] = [seen.flatMap(cellsOf), before.flatMap(cellsOf), after.flatMap(cellsOf)];
  const kept = was.filter((cell) => willBe.includes(cell));
  return kept.every((cell) => is.includes(cell)) && is.every((cell) => was.includes(cell) || willBe.includes(cell));
}

function cellsOf(line: string): string[] {
  const [, sheet, identity] = /^(.*?) \{.*"行标识":"([^"]+)"/.exec(line) ?? [];
  if (sheet === undefined || identity === undefined) return [line];
  return Object.entries(JSON.parse(line.slice(line.indexOf('{'))) as Record<string, unknown>).map(([header, value]) => `${sheet} ${identity} ${header} ${JSON.stringify(value)}`);
}

/** Lines that only one of them has, at most so many. */
export function tellDifference(seen: UserData, expected: UserData, most = 3): string {
  const lines = (from: UserData, without: UserData, sign: string): string[] => {
    const rest = [...without];
    return from.flatMap((line) => {
      const at = rest.indexOf(line);
      if (at >= 0) rest.splice(at, 1);
      return at >= 0 ? [] : [`${sign} ${line.slice(0, 300)}`];
    });
  };
  return [...lines(expected, seen, '−').slice(0, most), ...lines(seen, expected, '+').slice(0, most)].join(' ');
}

function readRows(sheet: Sheet): string[] {
  return sheet.state.tables.flatMap(({ area }) => {
    const rows: string[] = [];
    for (let row = area.row + 1; row < area.row + area.rows; row += 1) {
      const cells: Record<string, unknown> = {};
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        const header = String(sheet.valueAt(area.row, column));
        const cell = sheet.cellAt(row, column);
        if (cell && cell.formula === null && cell.value !== null && !derivedColumns.includes(header)) cells[header] = cell.value;
      }
      if (Object.keys(cells).length > 0) rows.push(`${sheet.name} ${JSON.stringify(cells)}`);
    }
    return rows;
  });
}

function readRest(sheet: Sheet): string[] {
  const texts: string[] = [];
  for (const [row, cells] of sheet.state.rows) {
    for (const [column, { formula, value }] of cells) {
      const isOutside = !sheet.state.tables.some(({ area }) => isInArea(area, row, column));
      if (isOutside && formula === null && value !== null) texts.push(`${sheet.name} 表外 ${JSON.stringify(value)}`);
    }
  }
  return texts;
}

function readRecord(sheet: Sheet): string[] {
  const columns = new Map<number, unknown[]>();
  for (const [row, cells] of sheet.state.rows) {
    for (const [column, { value }] of cells) {
      if (value === null || (column <= 1 && sheet.valueAt(row, 0) === lastCheckKey)) continue;
      const texts = columns.get(column) ?? [];
      texts[row] = value;
      columns.set(column, texts);
    }
  }
  return [...columns].map(([column, texts]) => `${sheet.name} 列${column} ${JSON.stringify(texts)}`);
}

import type { List, ListKey } from '../list/list';
import type { BuildInput, ListRows } from '../sheet/build-input';
import type { Content } from '../sheet/model';
import type { Steps } from '../total/steps';
import { entryKeys, readEntries, textOfCell } from './entry-text';
import type { WrittenCell } from './written-cells';

/**
 * What an operation was writing over the rows of its backup, by list: for each row prints of its 行标识 and of every cell that was
 * to be filled, blanks for the others. Enough to tell what it wrote from what people typed since, and a fraction of
 * the rows themselves.
 */
export type OwnWrites = Readonly<Record<ListKey, readonly string[]>>;

/** Prints of the cells of one row; false for what the operation did not write there. */
export type IsOwn = (key: string, text: string) => boolean;

/** Characters of the print of a row's 行标识, and of a cell's: what somebody typed passes for our own once in a billion. */
const [rowLength, cellLength] = [5, 5];
/** Rows that are printed in a piece. */
const rowsPerStep = 500;
const noRows: ListRows = { rowCount: 0, values: {} };

/** Of two states of the lists: what the second holds and the first does not. */
export function* ownWritesBetween(lists: readonly List[], before: BuildInput['rows'], after: BuildInput['rows']): Steps<OwnWrites> {
  const own: Record<ListKey, string[]> = {};
  for (const list of lists) {
    const [then, next] = [before[list.key] ?? noRows, after[list.key] ?? noRows];
    if (then === next) continue;
    const [was, is] = [readEntries(list, then), readEntries(list, next)];
    const keys = entryKeys(list);
    const rowOf = new Map(Array.from({ length: then.rowCount }, (_, row) => [was.keyOf(row), row]));
    for (let row = 0; row < next.rowCount; row += 1) {
      const held = rowOf.get(is.keyOf(row));
      const texts = keys.map((key) => {
        if (held !== undefined && isSameCell(then, held, next, row, key)) return '';
        const text = is.textOf(key, row);
        return held !== undefined && was.textOf(key, held) === text ? '' : text;
      });
      if (texts.some((text) => text !== '')) (own[list.key] ??= []).push(printRow(is.keyOf(row), texts));
      if (row % rowsPerStep === 0) yield;
    }
  }
  return own;
}

/** Quickly told for what did not change. */
function isSameCell(then: ListRows, held: number, next: ListRows, row: number, key: string): boolean {
  return (then.values[key]?.[held] ?? null) === (next.values[key]?.[row] ?? null) && (then.formulas?.[key]?.[held] ?? null) === (next.formulas?.[key]?.[row] ?? null);
}

/** Of the cells that a job is about to write. */
export function ownWritesOf(lists: readonly List[], cells: readonly WrittenCell[]): OwnWrites {
  const own: Record<ListKey, string[]> = {};
  for (const list of lists) {
    const rows = new Map<string, Map<string, string>>();
    for (const { entry, after } of cells) {
      if (entry?.list !== list.key) continue;
      const row = rows.get(entry.identity) ?? new Map<string, string>();
      rows.set(entry.identity, row.set(entry.column, textOfContent(after)));
    }
    const keys = entryKeys(list);
    if (rows.size > 0) own[list.key] = [...rows].map(([identity, texts]) => printRow(identity, keys.map((key) => texts.get(key) ?? '')));
  }
  return own;
}

/** What an operation wrote, row by row: of one that is known, and of any that might hold such cells. */
export interface OwnReader {
  readonly of: (rowKey: string) => IsOwn;
  readonly holding: (cells: readonly (readonly [key: string, text: string])[]) => readonly IsOwn[];
}

export function readOwnWrites(list: List, lines: readonly string[]): OwnReader {
  const places = new Map(entryKeys(list).map((key, at) => [key, rowLength + at * cellLength]));
  const reader = (line: string): IsOwn => (key, text) => {
    const place = places.get(key);
    return place !== undefined && line.slice(place, place + cellLength) === print(text, cellLength);
  };
  const rows = groupBy(lines, (line) => [line.slice(0, rowLength)]);
  let byCell: ReadonlyMap<string, readonly string[]> | null = null;
  const cellsOf = (line: string): string[] => [...places].map(([key, place]) => key + line.slice(place, place + cellLength));
  return {
    of: (rowKey) => {
      const own = (rows.get(print(rowKey, rowLength)) ?? []).map(reader);
      return (key, text) => own.some((isOwn) => isOwn(key, text));
    },
    holding: (cells) => {
      byCell ??= groupBy(lines, cellsOf);
      const found = cells.map(([key, text]) => byCell!.get(key + print(text, cellLength)) ?? []);
      return found.length === 0 ? [] : found.reduce((best, each) => (each.length < best.length ? each : best)).map(reader);
    },
  };
}

function groupBy(lines: readonly string[], namesOf: (line: string) => readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const line of lines) {
    for (const name of namesOf(line)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [line]);
      else group.push(line);
    }
  }
  return groups;
}

function printRow(rowKey: string, texts: readonly string[]): string {
  return print(rowKey, rowLength) + texts.map((text) => (text === '' ? ' '.repeat(cellLength) : print(text, cellLength))).join('');
}

function textOfContent(content: Content): string {
  return typeof content === 'object' && content !== null ? textOfCell(content.value, content.formula) : textOfCell(content, null);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A hash (FNV-1a) of a text in so many characters of six bits each. */
function print(text: string, length: number): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  let printed = '';
  for (let at = 0; at < length; at += 1) printed += alphabet[(hash >>> (at * 6)) & 63]!;
  return printed;
}

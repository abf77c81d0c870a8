import type { ListEntries, WorkbookEntries } from '../list/entry';
import type { List, ListKey, Value } from '../list/list';
import type { Plan } from '../plan/plan';
import { normaliseName } from '../rule/name';
import { isBlank } from '../rule/value';
import { carryFor, carryId, type Carry } from './carry';
import { openBook, tieOf, type RowPoint } from './move-book';

/** What rows are known by. */
interface Marks {
  readonly names: Set<string>;
  readonly codes: Set<string>;
  readonly ties: Set<string>;
}

/**
 * The same as carryFor of a book of all entries, for one row: only rows that can be the same project are looked at, so
 * that after an edit in a large workbook nothing is worked out for all the others.
 */
export function carryAt(entries: WorkbookEntries, plan: Plan, lists: readonly List[], list: ListKey, row: number): Carry | null {
  const marks: Marks = { names: new Set(), codes: new Set(), ties: new Set() };
  const own = entries.lists[list];
  if (!own) return null;
  note(marks, own, row);
  if (marks.names.size + marks.codes.size === 0) return null;
  const projects = lists.flatMap(({ key, kind }) => (kind === 'project' && entries.lists[key] ? [entries.lists[key]] : []));
  // Whether a tie is believed depends on whose name the tied row has.
  if (marks.ties.size > 0) {
    const ties = new Set(marks.ties);
    for (const each of projects) for (const at of rowsWhere(each, 'identity', (text) => ties.has(tieOf(text)))) note(marks, each, at);
  }
  const kept = new Map<ListKey, readonly number[]>();
  for (const each of projects) {
    const rows = new Set([
      ...rowsWhere(each, 'projectName', (text) => marks.names.has(normaliseName(text))),
      ...rowsWhere(each, 'projectCode', (text) => marks.codes.has(normaliseName(text))),
      ...(marks.ties.size > 0 ? rowsWhere(each, 'identity', (text) => marks.ties.has(tieOf(text))) : []),
      ...(each.list === list ? [row] : []),
    ]);
    kept.set(each.list, [...rows].sort((a, b) => a - b));
  }
  const excerpt: WorkbookEntries = { ...entries, lists: Object.fromEntries(projects.map((each) => [each.list, pickRows(each, kept.get(each.list)!)])) };
  const found = carryFor(openBook(excerpt, plan, lists), list, kept.get(list)!.indexOf(row));
  if (found === null) return null;
  const back = (point: RowPoint): RowPoint => ({ ...point, rowIndex: kept.get(point.list)![point.rowIndex]! });
  const point = back(found.row);
  return {
    ...found,
    id: carryId(point),
    row: point,
    cells: found.cells.map(({ column, choices }) => ({ column, choices: choices.map(({ value, sources }) => ({ value, sources: sources.map(back) })) })),
  };
}

function note({ names, codes, ties }: Marks, { values }: ListEntries, row: number): void {
  const [name, code, identity] = ['projectName', 'projectCode', 'identity'].map((key) => values[key]?.[row]);
  if (!isBlank(name)) names.add(normaliseName(String(name)));
  if (!isBlank(code)) codes.add(normaliseName(String(code)));
  if (!isBlank(identity) && tieOf(String(identity)) !== '') ties.add(tieOf(String(identity)));
}

function rowsWhere({ values, rowCount }: ListEntries, column: string, holds: (text: string) => boolean): number[] {
  const rows: number[] = [];
  const cells: readonly Value[] = values[column] ?? [];
  for (let row = 0; row < rowCount; row++) {
    const value = cells[row];
    if (value !== null && value !== undefined && value !== '' && holds(String(value))) rows.push(row);
  }
  return rows;
}

function pickRows(entries: ListEntries, rows: readonly number[]): ListEntries {
  const pick = <T,>(columns: Readonly<Record<string, readonly T[]>>): Record<string, readonly T[]> =>
    Object.fromEntries(Object.entries(columns).map(([key, cells]) => [key, rows.map((row) => cells[row]!)]));
  return { ...entries, rowCount: rows.length, values: pick<Value>(entries.values), formulas: pick(entries.formulas), userColumns: [] };
}

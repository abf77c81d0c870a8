import type { Column, ColumnType, List, ListKey, Value } from '../list/list';
import { listsOf } from '../list/registry';
import type { Plan, Scope } from '../plan/plan';
import { progressReader } from './progress';
import { matchRows } from './match-row';
import { RowShape, type RowImage } from './row-shape';
import type { ExchangeRows } from './source';

/** A workbook to hold against another; WorkbookEntries is one. */
export interface ComparedRows {
  readonly scope: Scope;
  readonly lists: Readonly<Record<ListKey, ExchangeRows>>;
  /** 统计截止日, Excel serial number; absent where no progress is asked for. */
  readonly asOf?: number;
}

export interface ComparedCell {
  readonly column: string;
  readonly before: Value;
  readonly after: Value;
}

/** One row of both workbooks, or of one of them. */
export interface ComparedRow {
  /** Unit key, of the newer workbook where the row is in it; null where its unit cannot be told. */
  readonly unit: string | null;
  /** 行标识 in the newer workbook, else in the older; the unit's key on target lists. */
  readonly identity: string;
  readonly name: string;
  /** Indexes into the rows given; null where the workbook does not have the row. */
  readonly olderRow: number | null;
  readonly newerRow: number | null;
  /** What differs, in the columns asked for; 县（市、区） where the project went to another unit. */
  readonly cells: readonly ComparedCell[];
}

/** What happened on one list between two workbooks. A row can be in several: who starts also changes state. */
export interface ListComparison {
  readonly list: ListKey;
  /** 开工 since: the newer workbook says so, the older did not. */
  readonly started: readonly ComparedRow[];
  /** 入统 since. */
  readonly registered: readonly ComparedRow[];
  /** 销号 since. */
  readonly cleared: readonly ComparedRow[];
  readonly added: readonly ComparedRow[];
  readonly dropped: readonly ComparedRow[];
  readonly changed: readonly ComparedRow[];
}

/** Columns whose changes a dispatch meeting asks for: money, counts, states and dates. */
const telling: ReadonlySet<ColumnType> = new Set(['money', 'count', 'rate', 'points', 'choice', 'date', 'month']);

/**
 * Two workbooks list by list; lists that one of them lacks are left out. Rows are matched as in a merge: by 行标识,
 * also across units, else by code and name within the unit. columns: 'telling' for money, states and dates, 'all'
 * for every column that people fill in.
 */
export function compareRows(older: ComparedRows, newer: ComparedRows, plan: Plan, columns: 'telling' | 'all'): ListComparison[] {
  return listsOf(plan).flatMap((list) => {
    const [before, after] = [older.lists[list.key], newer.lists[list.key]];
    if (before === undefined || after === undefined) return [];
    return [compareList(list, plan, { ...older, rows: before }, { ...newer, rows: after }, columns)];
  });
}

type Side = ComparedRows & { readonly rows: ExchangeRows };

function compareList(list: List, plan: Plan, older: Side, newer: Side, columns: 'telling' | 'all'): ListComparison {
  const shape = new RowShape(list, plan);
  const isOf = (side: Side) => (row: RowImage) => side.scope.kind === 'city' || row.unit === side.scope.unit;
  // A unit's workbook says nothing of the others' rows in a city workbook.
  const before = shape.read(older.rows, older.scope).filter(isOf(newer));
  const after = shape.read(newer.rows, newer.scope).filter(isOf(older));
  const match = list.kind === 'target' ? matchUnits(before, after) : matchRows(shape, after, before.map((face) => ({ identities: [face.identity], faces: [face] })));
  const isAsked = shape.columns.map((column) => columns === 'all' || isTelling(column));
  const progress = progressReader(shape, plan, older.asOf ?? Infinity);
  const found = { started: [], registered: [], cleared: [], added: [], dropped: [], changed: [] } as Record<Exclude<keyof ListComparison, 'list'>, ComparedRow[]>;
  const matched = new Set<number>();

  const rowOf = (was: RowImage | null, now: RowImage | null, cells: readonly ComparedCell[]): ComparedRow => {
    const row = now ?? was!;
    return {
      unit: row.unit === '' ? null : row.unit,
      identity: list.kind === 'target' ? (row.unit ?? '') : row.identity,
      name: list.kind === 'target' ? shape.unitText(now === null ? older.rows : newer.rows, row.at) : shape.nameOf(row),
      olderRow: was?.at ?? null,
      newerRow: now?.at ?? null,
      cells,
    };
  };

  after.forEach((now, at) => {
    const slot = match[at]!;
    const was = slot < 0 ? null : before[slot]!;
    const cells = was === null ? [] : cellsOf(was, now);
    const row = rowOf(was, now, cells);
    if (slot >= 0) matched.add(slot);
    if (was === null) found.added.push(row);
    else if (cells.length > 0) found.changed.push(row);
    for (const event of progress(was, now)) found[event].push(row);
  });
  before.forEach((was, at) => {
    if (!matched.has(at)) found.dropped.push(rowOf(was, null, []));
  });
  return { list: list.key, ...found };

  function cellsOf(was: RowImage, now: RowImage): ComparedCell[] {
    const cells = shape.columns.flatMap((column, at) => {
      if (!isAsked[at] || shape.isSame(at, was.cells[at], now.cells[at])) return [];
      return [{ column: column.key, before: was.cells[at] ?? null, after: now.cells[at] ?? null }];
    });
    if (was.unit === now.unit || list.kind === 'target') return cells;
    const text = (side: Side, row: RowImage) => shape.unitText(side.rows, row.at) || null;
    return [{ column: list.unitColumn, before: text(older, was), after: text(newer, now) }, ...cells];
  }
}

function isTelling(column: Column): boolean {
  return telling.has(column.type);
}

function matchUnits(before: readonly RowImage[], after: readonly RowImage[]): Int32Array {
  const slots = new Map(before.map((row, at) => [row.unit, at]));
  return Int32Array.from(after, (row) => slots.get(row.unit) ?? -1);
}

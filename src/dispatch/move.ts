import type { Column, List, ListKey, Value } from '../list/list';
import { baseKeys } from '../list/base-column';
import { listOf } from '../list/registry';
import { unitOf } from '../plan/unit';
import type { ProjectRow } from '../rule/project-index';
import { isBlank } from '../rule/value';
import { filledCells, type MoveBook, type RowPoint } from './move-book';

/** start 未开工 → 已开工未入统 · register 已开工未入统 → 已入统 · raise 存在问题 → 问题困难交办 · reserve 储备 → 前期手续. */
export const moveKinds = ['start', 'register', 'raise', 'reserve'] as const;
export type MoveKind = (typeof moveKinds)[number];

/** Cell values by column key. */
export type Cells = Readonly<Record<string, Value>>;

/** A cell that only the user can tell. */
export interface AskedCell {
  /** The column it is asked by: header, type and choices. */
  readonly list: ListKey;
  readonly column: string;
  /** The rows whose column of that key it is written into: its own, and the one on the other list. */
  readonly into: readonly ('from' | 'to')[];
  /** What stands in the field at first; null for nothing. */
  readonly suggested: Value;
}

/** A project that can move on. */
export interface Move {
  readonly kind: MoveKind;
  /** The same for the same row in any state of the workbook; of a row without 行标识 as long as it stays where it is. */
  readonly id: string;
  readonly from: RowPoint;
  /** 项目名称 as written. */
  readonly name: string;
  /** Unit key, null where it cannot be told. */
  readonly unit: string | null;
  readonly to: ListKey;
  /** The project's row there; null where it has none. */
  readonly target: RowPoint | null;
  /** True where a row is added there. */
  readonly adds: boolean;
  /** What is written into its own row, apart from what is asked. */
  readonly fromCells: Cells;
  /** What is written into the row there, apart from what is asked. */
  readonly toCells: Cells;
  readonly asked: readonly AskedCell[];
  /** Required cells of its own row that are empty: to be filled in before it can move. */
  readonly missing: readonly string[];
}

/** A project that has moved on already. */
export interface Moved {
  readonly kind: MoveKind;
  readonly from: RowPoint;
  /** Where it is now. */
  readonly to: RowPoint;
}

/** Null where the row has nothing to do with that kind of move. */
export type Judgement = { readonly move: Move } | { readonly moved: Moved } | null;

/** What is written once the user has told what was asked. */
export interface MoveWrites {
  readonly fromCells: Cells;
  readonly toCells: Cells;
}

/**
 * What the move writes with these answers (by column key); or the keys of the asked columns whose answer is empty or
 * is not what the column takes. What the rules say of the outcome is judged by the job.
 */
export function completeMove(move: Move, answers: Cells, lists: readonly List[]): MoveWrites | { readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  const fromCells: Record<string, Value> = { ...move.fromCells };
  const toCells: Record<string, Value> = { ...move.toCells };
  for (const { list, column, into } of move.asked) {
    const answer = Object.hasOwn(answers, column) ? (answers[column] ?? null) : null;
    if (isBlank(answer) || !fits(columnOf(listOf(lists, list), column), answer)) {
      wrong.push(column);
      continue;
    }
    if (into.includes('to')) toCells[column] = answer;
    if (into.includes('from')) fromCells[column] = answer;
  }
  return wrong.length > 0 ? { wrong } : { fromCells, toCells };
}

/** The first column that has a key; a key that no column has is a mistake of the caller. */
export function columnOf(list: List, key: string): Column {
  const column = list.columns.find((each) => each.key === key);
  if (!column) throw new RangeError(`no column ${key} on ${list.key}`);
  return column;
}

/** True where a cell of the column may hold the value. */
export function fits(column: Column, value: Value): boolean {
  return column.schema.safeParse(value).success;
}

/** What all moves of a row have in common. */
export function moveBase(book: MoveBook, kind: MoveKind, own: ProjectRow): Pick<Move, 'kind' | 'id' | 'from' | 'name' | 'unit'> {
  const from = book.pointOf(own);
  const { table, row } = own;
  return {
    kind,
    id: `${kind}|${from.identity === '' ? `#${row}` : from.identity}`,
    from,
    name: String(table.value('projectName', row) ?? '').trim(),
    unit: table.unitKey(row),
  };
}

/** The base cells of a row as another list takes them over; in one unit's workbook 县（市、区） is a formula there. */
export function baseCells(book: MoveBook, own: ProjectRow): Record<string, Value> {
  const cells = filledCells(own, baseKeys);
  const unit = own.table.unitKey(own.row);
  delete cells['unit'];
  if (book.context.entries.scope.kind === 'city' && unit !== null) cells['unit'] = unitOf(book.context.plan, unit).name;
  return cells;
}

/** Those of the cells that are empty in a row: what stands there is never written over. */
export function intoEmpty({ table, row }: ProjectRow, cells: Cells): Record<string, Value> {
  return Object.fromEntries(Object.entries(cells).filter(([key, value]) => !isBlank(value) && isBlank(table.value(key, row))));
}

import { labelOf } from '../plan/choice';
import type { Value } from '../list/list';
import type { ProjectRow } from '../rule/project-index';
import { rowState } from '../rule/table';
import { isBlank } from '../rule/value';
import { intoEmpty, moveBase, type AskedCell, type Judgement } from './move';
import { missingColumns, type MoveBook } from './move-book';

/**
 * 已开工未入统 → 已入统, 三(四)3: the row of list 6 gets its state and day, and the project's row on list 5, where it has
 * one that is filled in, the day too (and 已开工 with its day, should that still be missing). No row is added. Null
 * for 申请调出 and for a state that cannot be read.
 */
export function registerOf(book: MoveBook, row: number): Judgement {
  const table = book.table('6')!;
  const own: ProjectRow = { table, row };
  const state = table.choices('statisticsState')(row);
  if (state === 'withdraw' || (state === null && !isBlank(table.value('statisticsState', row)))) return null;
  const target = book.fellows(own, '5').find(isFollowed);
  const there = (column: string): Value => target?.table.value(column, target.row) ?? null;
  const isRegistered = state === 'registered' && !isBlank(table.value('statisticsOn', row));
  if (isRegistered && (!target || !isBlank(there('statisticsOn')))) {
    return { moved: { kind: 'register', from: book.pointOf(own), to: book.pointOf(target ?? own) } };
  }
  const { plan } = book.context;
  const asked: AskedCell[] = [];
  /** What either of the two rows says, or what is asked for both where neither does. */
  const known = (column: string): Value => {
    const value = isBlank(table.value(column, row)) ? there(column) : table.value(column, row);
    if (isBlank(value)) asked.push({ list: '6', column, into: target ? ['from', 'to'] : ['from'], suggested: null });
    return value;
  };
  const days = { actualStart: known('actualStart'), statisticsOn: known('statisticsOn') };
  const isUnstarted = target !== undefined && target.table.choices('startState')(target.row) !== 'started';
  return {
    move: {
      ...moveBase(book, 'register', own),
      to: '5',
      target: target ? book.pointOf(target) : null,
      adds: false,
      fromCells: {
        ...(state === 'registered' ? {} : { statisticsState: labelOf(plan, 'statisticsState', 'registered') }),
        ...intoEmpty(own, days),
      },
      toCells: target ? { ...(isUnstarted ? { startState: labelOf(plan, 'startState', 'started') } : {}), ...intoEmpty(target, days) } : {},
      asked,
      missing: missingColumns(own, book, ['statisticsState', 'actualStart']),
    },
  };
}

/** A row of list 5 that still waits to be filled in, or was given up, is left alone. */
function isFollowed({ table, row }: ProjectRow): boolean {
  const state = table.choices('startState')(row);
  const isLegible = state !== null || isBlank(table.value('startState', row));
  return table.state[row] === rowState.filled && isLegible && state !== 'withdraw';
}

import { labelOf } from '../plan/choice';
import type { Value } from '../list/list';
import type { ProjectRow } from '../rule/project-index';
import { rowState } from '../rule/table';
import { isBlank } from '../rule/value';
import { baseCells, intoEmpty, moveBase, type AskedCell, type Judgement } from './move';
import { filledCells, missingColumns, type MoveBook } from './move-book';

/** Lists on which the day of a start may be known already. */
const startKnownOn = ['6', '9', 'A', 'B'];

/**
 * 未开工 → 已开工未入统, 三(四)1 and 3: a row of list 5 becomes 已开工 with its day, and list 6 follows the project from
 * then on. The row of list 5 stays: the notice's number counts it. A project that list 6 has already only gets its
 * state; one that is 已开工 and that list 6 has not only gets its row there. Null for 申请调出, for a state that
 * cannot be read, and for one that is 已入统 without ever having been on list 6.
 */
export function startOf(book: MoveBook, row: number): Judgement {
  const table = book.table('5')!;
  const own: ProjectRow = { table, row };
  const state = table.choices('startState')(row);
  if (state === 'withdraw' || (state === null && !isBlank(table.value('startState', row)))) return null;
  const [target] = book.fellows(own, '6');
  const isStarted = state === 'started';
  const isThere = target?.table.state[target.row] === rowState.filled;
  if (isStarted && isThere) return { moved: { kind: 'start', from: book.pointOf(own), to: book.pointOf(target) } };
  if (isStarted && !isBlank(table.value('statisticsOn', row))) return null;

  const { plan } = book.context;
  const there = (column: string): Value => target?.table.value(column, target.row) ?? null;
  const start = firstFilled(table.value('actualStart', row), there('actualStart'));
  const asked: AskedCell[] = [];
  const ask = (list: string, column: string, into: AskedCell['into'], suggested: Value = null) => asked.push({ list, column, into, suggested });
  if (start === null) ask('6', 'actualStart', ['from', 'to'], suggestStart(book, own));
  if (!isThere) {
    for (const column of ['statisticsReason', 'plannedStatisticsMonth']) if (isBlank(there(column))) ask('6', column, ['to']);
  }
  const followed = { ...baseCells(book, own), ...filledCells(own, ['patron']), statisticsState: labelOf(plan, 'statisticsState', 'unreported') };
  const wanted = { ...(isThere ? {} : followed), actualStart: start };
  const reached = { ...(isStarted ? {} : { startState: labelOf(plan, 'startState', 'started') }) };
  return {
    move: {
      ...moveBase(book, 'start', own),
      to: '6',
      target: target ? book.pointOf(target) : null,
      adds: target === undefined,
      fromCells: { ...reached, ...intoEmpty(own, { actualStart: start, statisticsOn: there('statisticsOn') }) },
      toCells: target ? intoEmpty(target, wanted) : withoutBlanks(wanted),
      asked,
      missing: missingColumns(own, book, ['startState']),
    },
  };
}

function firstFilled(...values: readonly Value[]): Value {
  return values.find((value) => !isBlank(value)) ?? null;
}

function withoutBlanks(cells: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => !isBlank(value)));
}

/** The day that another list gives for the start; null where none does. */
function suggestStart(book: MoveBook, own: ProjectRow): Value {
  for (const list of startKnownOn) {
    for (const { table, row } of book.fellows(own, list)) {
      const day = table.days('actualStart')(row);
      if (day !== null) return day;
    }
  }
  return null;
}

import { columnOf, completeMove, type Cells, type Move } from '../../dispatch/move';
import type { CheckReport } from '../../job/report';
import type { Column, Value } from '../../list/list';
import { listOf } from '../../list/registry';
import { formatSerial } from '../../plan/day';
import { describeTooLate, moveWords } from '../../text/dispatch-move';
import { dispatchTexts } from '../../text/dispatch-pane';
import { parseDayInput } from '../day/day-input';

/** What was typed, by column key; of a month its serial number. */
export type Typed = Readonly<Record<string, string>>;

/** The columns asked of any of the moves, each once. */
export function askedColumns(moves: readonly Move[], { lists }: CheckReport): Column[] {
  const columns = new Map(moves.flatMap(({ asked }) => asked.map(({ list, column }) => [column, columnOf(listOf(lists, list), column)] as const)));
  return [...columns.values()];
}

/** What stands in a field: what was typed, else what is suggested to all of the moves alike. */
export function textIn(moves: readonly Move[], column: Column, typed: Typed): string {
  const suggested = suggestionOf(moves, column.key);
  const isDay = column.type === 'date' && typeof suggested === 'number';
  return typed[column.key] ?? (isDay ? formatSerial(suggested) : String(suggested ?? ''));
}

/** True where something else is suggested to each of them: the field then stands empty, and each keeps its own. */
export function hasOwnAnswers(moves: readonly Move[], key: string): boolean {
  return suggestionOf(moves, key) === null && suggestions(moves, key).some((suggested) => suggested !== null);
}

/** What one of the moves is told: what was typed for all of them, else what is suggested to it. */
export function answersTo(move: Move, moves: readonly Move[], columns: readonly Column[], typed: Typed): Cells {
  return Object.fromEntries(
    move.asked.map(({ column: key, suggested }) => {
      const text = typed[key];
      const isOwn = text === undefined || (text.trim() === '' && hasOwnAnswers(moves, key));
      return [key, isOwn ? suggested : valueOf(columns.find((column) => column.key === key)!, text)];
    }),
  );
}

/**
 * Why fields cannot be taken, by column key: an actual date after 统计截止日 at once, a date that is none as soon as it is
 * long enough to be one, what is missing once the user has tried to go on.
 */
export function refusalsOf(
  requests: readonly { readonly move: Move; readonly answers: Cells }[],
  columns: readonly Column[],
  typed: Typed,
  isTried: boolean,
  { lists, entries }: CheckReport,
): ReadonlyMap<string, string> {
  const wrong = new Set(
    requests.flatMap(({ move, answers }) => {
      const writes = completeMove(move, answers, lists);
      return 'wrong' in writes ? writes.wrong : [];
    }),
  );
  const refusals = new Map<string, string>();
  for (const column of columns) {
    const { key, actualDate } = column;
    if (actualDate && requests.some(({ answers }) => Number(answers[key]) > entries.asOf)) refusals.set(key, describeTooLate(entries.asOf));
    else if (wrong.has(key) && (isTried || isNoDay(column, typed[key] ?? ''))) refusals.set(key, missingText(column));
  }
  return refusals;
}

/** True where nothing keeps the moves from being carried out, as far as the fields can tell. */
export function areComplete(requests: readonly { readonly move: Move; readonly answers: Cells }[], { lists }: CheckReport): boolean {
  return requests.every(({ move, answers }) => !('wrong' in completeMove(move, answers, lists)));
}

function suggestions(moves: readonly Move[], key: string): Value[] {
  return moves.flatMap(({ asked }) => asked.filter(({ column }) => column === key).map(({ suggested }) => suggested));
}

function suggestionOf(moves: readonly Move[], key: string): Value {
  const [first = null, ...others] = suggestions(moves, key);
  return others.every((each) => each === first) ? first : null;
}

function valueOf({ type }: Column, text: string): Value {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (type === 'date') return parseDayInput(trimmed) ?? trimmed;
  return type === 'month' ? Number(trimmed) : trimmed;
}

/** The shortest day is 2023.1.1. */
const shortestDay = 8;

function isNoDay({ type }: Column, text: string): boolean {
  return type === 'date' && text.length >= shortestDay && parseDayInput(text) === null;
}

function missingText({ type }: Column): string {
  switch (type) {
    case 'date':
      return dispatchTexts.wrongDay;
    case 'month':
      return moveWords.wrongMonth;
    case 'choice':
      return moveWords.wrongChoice;
    default:
      return moveWords.required;
  }
}

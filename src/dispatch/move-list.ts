import type { ListKey } from '../list/list';
import { finish, type Steps } from '../total/steps';
import { rowState } from '../rule/table';
import { moveKinds, type Judgement, type Move, type Moved, type MoveKind } from './move';
import type { MoveBook } from './move-book';
import { raiseOf } from './move-raise';
import { registerOf } from './move-register';
import { reserveOf } from './move-reserve';
import { startOf } from './move-start';

const judges: Readonly<Record<MoveKind, { readonly list: ListKey; readonly to: ListKey; readonly judge: (book: MoveBook, row: number) => Judgement }>> = {
  start: { list: '5', to: '6', judge: startOf },
  register: { list: '6', to: '5', judge: registerOf },
  raise: { list: '4', to: '8', judge: raiseOf },
  reserve: { list: 'A', to: '9', judge: reserveOf },
};

/** Whether one row can move on, has done so, or neither. Nothing moves while a sheet that it concerns is gone. */
export function judgeMove(book: MoveBook, kind: MoveKind, row: number): Judgement {
  const { list, to, judge } = judges[kind];
  const table = book.table(list);
  return table && book.table(to) && (table.state[row] ?? rowState.empty) !== rowState.empty ? judge(book, row) : null;
}

export interface MoveList {
  readonly moves: readonly Move[];
  readonly moved: readonly Moved[];
}

/** Rows that are judged in a piece. */
const rowsPerStep = 200;

/** Every move that the entries allow, and those that were made, in the order of kinds and rows. */
export function listMoves(book: MoveBook): MoveList {
  return finish(listMovesInSteps(book));
}

/** The same a few milliseconds at a time. */
export function* listMovesInSteps(book: MoveBook): Steps<MoveList> {
  const moves: Move[] = [];
  const moved: Moved[] = [];
  for (const kind of moveKinds) {
    const rowCount = book.table(judges[kind].list)?.rowCount ?? 0;
    for (let row = 0; row < rowCount; row++) {
      if (row % rowsPerStep === rowsPerStep - 1) yield;
      const judgement = judgeMove(book, kind, row);
      if (judgement === null) continue;
      if ('move' in judgement) moves.push(judgement.move);
      else moved.push(judgement.moved);
    }
  }
  return { moves, moved };
}

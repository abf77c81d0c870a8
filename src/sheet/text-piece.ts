import { finish, type Steps } from '../total/steps';

/** Characters per cell, under Excel's limit of 32,767. */
const pieceLength = 30_000;

/** Stands before each piece, so that no piece begins with = or a number. */
const pieceMark = '|';

/**
 * A text of any length, cut for cells below each other; the first says how long it is. Half a character (of rare
 * Chinese names) would not survive in a file.
 */
export function textPieces(text: string): string[] {
  return finish(piecesInSteps([text]));
}

/** The same of a text that comes in parts, a few milliseconds at a time. */
export function* piecesInSteps(parts: Iterable<string>): Steps<string[]> {
  const pieces: string[] = [''];
  let length = 0;
  let rest = '';
  const cut = (): void => {
    const isHalf = /[\uD800-\uDBFF]/.test(rest.charAt(pieceLength - 1));
    const piece = rest.slice(0, isHalf ? pieceLength - 1 : pieceLength);
    pieces.push(pieceMark + piece);
    rest = rest.slice(piece.length);
  };
  for (const part of parts) {
    length += part.length;
    rest += part;
    while (rest.length > pieceLength) cut();
    yield;
  }
  while (rest !== '') cut();
  pieces[0] = `${pieceMark}${length}`;
  return pieces;
}

/** The text again, of cells from `at(0)` on; null where it is not whole. */
export function joinPieces(at: (index: number) => unknown): string | null {
  const piece = (index: number): string | null => {
    const text = at(index);
    return typeof text === 'string' && text.startsWith(pieceMark) ? text.slice(pieceMark.length) : null;
  };
  let text = '';
  for (let index = 1, next = piece(index); next !== null; index += 1, next = piece(index)) text += next;
  return String(text.length) === piece(0) ? text : null;
}

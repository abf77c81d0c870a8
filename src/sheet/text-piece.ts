/** Characters per cell, under Excel's limit of 32,767. */
const pieceLength = 30_000;

/** Stands before each piece, so that no piece begins with = or a number. */
const pieceMark = '|';

/**
 * A text of any length, cut for cells below each other; the first says how long it is. Half a character (of rare
 * Chinese names) would not survive in a file.
 */
export function textPieces(text: string): string[] {
  const pieces: string[] = [`${pieceMark}${text.length}`];
  for (let start = 0; start < text.length; ) {
    const end = start + pieceLength;
    const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    const piece = text.slice(start, isHalf ? end - 1 : end);
    pieces.push(pieceMark + piece);
    start += piece.length;
  }
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

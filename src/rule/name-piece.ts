import { hashOfPart, mix, prefixesOf } from './name-hash';
import { mostEdits, shortestName } from './near-name';

/**
 * Names are cut into five pieces. Two edits touch two of them at most, so two names within two edits have three in
 * common, each moved by as many places as letters were put in or taken out before it (after Li, Deng et al.,
 * Pass-Join, VLDB 2011, with three pieces in place of one: numbered names share one piece with everybody).
 */
const pieceCount = 5;

const combinations: (readonly [number, number, number])[] = [];
for (let first = 0; first < pieceCount; first++) {
  for (let second = first + 1; second < pieceCount; second++) {
    for (let third = second + 1; third < pieceCount; third++) combinations.push([first, second, third]);
  }
}

const moves = [-2, -1, 0, 1, 2];

/** Where a piece, moved by so many places, is found among the hashes of all of them. */
function hashAt(piece: number, shift: number): number {
  return piece * moves.length + shift + mostEdits;
}

/** Which three pieces are looked up, and where their hashes stand. */
interface Path {
  readonly combination: number;
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

/**
 * True where the pieces can be moved like this by two edits. Only where a piece is left out can the next one be moved
 * otherwise than the one before: an edit between two pieces is counted to one of them, which then is left out.
 */
function isPossible(pieces: readonly number[], shifts: readonly number[], longer: number): boolean {
  let letters = 0;
  let [piece, shift] = [-1, 0];
  for (let at = 0; at <= pieces.length; at++) {
    const [nextPiece, nextShift] = [pieces[at] ?? pieceCount, shifts[at] ?? longer];
    if (nextShift !== shift && nextPiece === piece + 1) return false;
    letters += Math.abs(nextShift - shift);
    [piece, shift] = [nextPiece, nextShift];
  }
  return letters <= mostEdits;
}

function pathOf(combination: number, shifts: readonly [number, number, number]): Path {
  const [first, second, third] = combinations[combination]!;
  return { combination, first: hashAt(first, shifts[0]), second: hashAt(second, shifts[1]), third: hashAt(third, shifts[2]) };
}

/** Paths by how much longer the name is than the one it is held against, from −2 on. */
const pathsByLonger: readonly (readonly Path[])[] = moves.map((longer) =>
  combinations.flatMap((pieces, combination) =>
    moves.flatMap((a) =>
      moves.flatMap((b) =>
        moves.flatMap((c): Path[] =>
          isPossible(pieces, [a, b, c], longer) ? [pathOf(combination, [a, b, c])] : [],
        ),
      ),
    ),
  ),
);

const untouched: readonly Path[] = combinations.map((_, combination) => pathOf(combination, [0, 0, 0]));

function startOf(length: number, piece: number): number {
  return Math.floor((length * piece) / pieceCount);
}

const hashes = new Int32Array(pieceCount * moves.length);
const isInside = new Uint8Array(hashes.length);

/** Appends the keys by which a name, given by its prefixes, shows itself to names of `length`, but for those that lie outside of it. */
function putKeys(keys: Int32Array, count: number, prefixes: Int32Array, ownLength: number, length: number, paths: readonly Path[]): number {
  for (let piece = 0; piece < pieceCount; piece++) {
    for (const shift of moves) {
      const [from, to] = [startOf(length, piece) + shift, startOf(length, piece + 1) + shift];
      const at = hashAt(piece, shift);
      isInside[at] = from >= 0 && to <= ownLength ? 1 : 0;
      if (isInside[at] === 1) hashes[at] = hashOfPart(prefixes, from, to);
    }
  }
  let end = count;
  for (const { combination, first, second, third } of paths) {
    if (isInside[first]! + isInside[second]! + isInside[third]! < 3) continue;
    keys[end++] = mix(mix(mix(length * combinations.length + combination, hashes[first]!), hashes[second]!), hashes[third]!);
  }
  return end;
}

const pieceKeys = new Int32Array(untouched.length);
const soughtKeys = new Int32Array(pathsByLonger.flat().length);

/** The keys that a name is found by: one for each three of its pieces. Good until the next call. */
export function pieceKeysOf(name: string): Int32Array {
  putKeys(pieceKeys, 0, prefixesOf(name), name.length, name.length, untouched);
  return pieceKeys;
}

/** Of every name within two edits at least one key (pieceKeysOf) is among these. Good until the next call. */
export function soughtKeysOf(name: string): Int32Array {
  const prefixes = prefixesOf(name);
  let count = 0;
  for (const longer of moves) {
    const length = name.length - longer;
    if (length >= shortestName) count = putKeys(soughtKeys, count, prefixes, name.length, length, pathsByLonger[longer + mostEdits]!);
  }
  return soughtKeys.subarray(0, count);
}

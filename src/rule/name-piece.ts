const { imul } = Math;

/**
 * Names are cut into five pieces. Two edits touch two of them at most, so two names within two edits have three in
 * common, each moved by as many places as letters were put in or taken out before it (after Li, Deng et al.,
 * Pass-Join, VLDB 2011, with three pieces in place of one: numbered names share one piece with everybody).
 */
const pieceCount = 5;
const mostEdits = 2;

/** Three pieces, and how far each is moved. */
interface Path {
  readonly pieces: readonly [number, number, number];
  readonly shifts: readonly [number, number, number];
  /** Which three of the five: part of the key. */
  readonly combination: number;
}

const combinations: (readonly [number, number, number])[] = [];
for (let first = 0; first < pieceCount; first++) {
  for (let second = first + 1; second < pieceCount; second++) {
    for (let third = second + 1; third < pieceCount; third++) combinations.push([first, second, third]);
  }
}

const moves = [-2, -1, 0, 1, 2];

/** Paths by how much longer the name is than the one it is held against, from −2 on. */
const pathsByLonger: readonly (readonly Path[])[] = moves.map((longer) =>
  combinations.flatMap((pieces, combination) =>
    moves.flatMap((a) =>
      moves.flatMap((b) =>
        moves.flatMap((c) => {
          const letters = Math.abs(a) + Math.abs(b - a) + Math.abs(c - b) + Math.abs(longer - c);
          return letters <= mostEdits ? [{ pieces, shifts: [a, b, c] as const, combination }] : [];
        }),
      ),
    ),
  ),
);

const untouched: readonly Path[] = combinations.map((pieces, combination) => ({ pieces, shifts: [0, 0, 0], combination }));

function startOf(length: number, piece: number): number {
  return Math.floor((length * piece) / pieceCount);
}

const base = 0x01000193;
const powers = new Int32Array(1_024).fill(1);
for (let at = 1; at < powers.length; at++) powers[at] = imul(powers[at - 1]!, base);

/** Hashes of all beginnings of a name: any piece's hash follows from two of them. */
function prefixesOf(name: string): Int32Array {
  const prefixes = new Int32Array(name.length + 1);
  for (let at = 0; at < name.length; at++) prefixes[at + 1] = (imul(prefixes[at]!, base) + name.charCodeAt(at)) | 0;
  return prefixes;
}

/** Key of three pieces of a name cut as one of `length`, moved by the path; 0 where they lie outside. */
function keyOf(prefixes: Int32Array, length: number, { pieces, shifts, combination }: Path): number {
  let key = combination * 64 + length + 1;
  for (let at = 0; at < pieces.length; at++) {
    const from = startOf(length, pieces[at]!) + shifts[at]!;
    const to = startOf(length, pieces[at]! + 1) + shifts[at]!;
    if (from < 0 || to >= prefixes.length) return 0;
    const hash = (prefixes[to]! - imul(prefixes[from]!, powers[to - from]!)) | 0;
    key = imul(key ^ hash, 0x9e3779b1);
    key ^= key >>> 15;
  }
  return key | 1;
}

function withBand(key: number, band: number): number {
  const mixed = imul(key ^ imul(band, 0x85ebca6b), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Longer names are compared by their beginnings: nobody mistypes only the thousandth letter. */
const longestName = 1_000;

/**
 * Finds names that may be within two edits, by band of 总投资. A chained hash table in typed arrays: what it gives are
 * candidates, never all of them near, and every near one among them.
 */
export class PieceIndex {
  private readonly heads: Int32Array;
  private readonly next: Int32Array;
  private readonly keys: Int32Array;
  private count = 0;
  private readonly ids: Int32Array;

  /** Room for `size` names. */
  constructor(size: number) {
    const entries = size * combinations.length;
    this.heads = new Int32Array(2 ** Math.max(4, Math.ceil(Math.log2(entries + 1)))).fill(-1);
    this.next = new Int32Array(entries);
    this.keys = new Int32Array(entries);
    this.ids = new Int32Array(entries);
  }

  add(name: string, band: number, id: number): void {
    const own = name.slice(0, longestName);
    const prefixes = prefixesOf(own);
    for (const path of untouched) {
      const key = withBand(keyOf(prefixes, own.length, path), band);
      const head = key & (this.heads.length - 1);
      this.keys[this.count] = key;
      this.ids[this.count] = id;
      this.next[this.count] = this.heads[head]!;
      this.heads[head] = this.count++;
    }
  }

  /** Tells every candidate in this band and its neighbours, perhaps several times. */
  find(name: string, band: number, tell: (id: number) => void): void {
    const own = name.slice(0, longestName);
    const prefixes = prefixesOf(own);
    for (const longer of moves) {
      const length = own.length - longer;
      for (const path of pathsByLonger[longer + mostEdits]!) {
        const key = keyOf(prefixes, length, path);
        if (key === 0) continue;
        for (let near = band - 1; near <= band + 1; near++) this.tellAll(withBand(key, near), tell);
      }
    }
  }

  private tellAll(key: number, tell: (id: number) => void): void {
    for (let entry = this.heads[key & (this.heads.length - 1)]!; entry >= 0; entry = this.next[entry]!) {
      if (this.keys[entry] === key) tell(this.ids[entry]!);
    }
  }
}

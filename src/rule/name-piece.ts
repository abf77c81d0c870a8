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

const nothing = -1;

/**
 * Finds names that may be within two edits, by band of 总投资. A chained hash table in typed arrays: what it gives are
 * candidates, never all of them near, and every near one among them. Those of one key come in the order of `compare`.
 */
export class PieceIndex {
  private heads = new Int32Array(64).fill(nothing);
  private next = new Int32Array(64);
  private keys = new Int32Array(64);
  private ids = new Int32Array(64);
  private used = 0;
  private count = 0;
  private free = nothing;

  constructor(private readonly compare: (a: number, b: number) => number) {}

  /** Makes room for so many names more. */
  reserve(names: number): void {
    const entries = this.used + names * combinations.length;
    while (this.keys.length < entries) this.grow();
    while (this.heads.length < entries) this.rehash();
  }

  /** At once where the name comes before all those it shares a key with. */
  add(name: string, band: number, id: number): void {
    const own = name.slice(0, longestName);
    const prefixes = prefixesOf(own);
    for (const path of untouched) this.insert(withBand(keyOf(prefixes, own.length, path), band), id);
  }

  remove(name: string, band: number, id: number): void {
    const own = name.slice(0, longestName);
    const prefixes = prefixesOf(own);
    for (const path of untouched) this.delete(withBand(keyOf(prefixes, own.length, path), band), id);
  }

  /**
   * Asks about every candidate in this band and its neighbours, perhaps several times. Those of one key come in order,
   * until one is answered by false.
   */
  find(name: string, band: number, ask: (id: number) => boolean): void {
    const own = name.slice(0, longestName);
    const prefixes = prefixesOf(own);
    for (const longer of moves) {
      const length = own.length - longer;
      for (const path of pathsByLonger[longer + mostEdits]!) {
        const key = keyOf(prefixes, length, path);
        if (key === 0) continue;
        for (let near = band - 1; near <= band + 1; near++) this.askAll(withBand(key, near), ask);
      }
    }
  }

  private askAll(key: number, ask: (id: number) => boolean): void {
    for (let entry = this.heads[key & (this.heads.length - 1)]!; entry !== nothing; entry = this.next[entry]!) {
      if (this.keys[entry] === key && !ask(this.ids[entry]!)) return;
    }
  }

  private insert(key: number, id: number): void {
    if (this.count === this.heads.length) this.rehash();
    const head = key & (this.heads.length - 1);
    let previous = nothing;
    let at = this.heads[head]!;
    while (at !== nothing && (this.keys[at] !== key || this.compare(this.ids[at]!, id) < 0)) {
      previous = at;
      at = this.next[at]!;
    }
    // Others may stand before the first of this key; only those of one key are in order.
    const entry = this.take();
    this.keys[entry] = key;
    this.ids[entry] = id;
    this.next[entry] = at;
    if (previous === nothing) this.heads[head] = entry;
    else this.next[previous] = entry;
    this.count++;
  }

  private delete(key: number, id: number): void {
    const head = key & (this.heads.length - 1);
    let previous = nothing;
    for (let at = this.heads[head]!; at !== nothing; at = this.next[at]!) {
      if (this.keys[at] === key && this.ids[at] === id) {
        if (previous === nothing) this.heads[head] = this.next[at]!;
        else this.next[previous] = this.next[at]!;
        this.next[at] = this.free;
        this.free = at;
        this.count--;
        return;
      }
      previous = at;
    }
  }

  private take(): number {
    const entry = this.free;
    if (entry !== nothing) {
      this.free = this.next[entry]!;
      return entry;
    }
    if (this.used === this.keys.length) this.grow();
    return this.used++;
  }

  private grow(): void {
    this.next = grown(this.next);
    this.keys = grown(this.keys);
    this.ids = grown(this.ids);
  }

  /** Twice as many chains; those of one key keep their order. */
  private rehash(): void {
    const old = this.heads;
    this.heads = new Int32Array(old.length * 2).fill(nothing);
    const tails = new Int32Array(this.heads.length).fill(nothing);
    for (let chain = 0; chain < old.length; chain++) {
      for (let entry = old[chain]!; entry !== nothing; ) {
        const after = this.next[entry]!;
        const head = this.keys[entry]! & (this.heads.length - 1);
        this.next[entry] = nothing;
        if (tails[head] === nothing) this.heads[head] = entry;
        else this.next[tails[head]!] = entry;
        tails[head] = entry;
        entry = after;
      }
    }
  }
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
  const room = new Int32Array(old.length * 2);
  room.set(old);
  return room;
}

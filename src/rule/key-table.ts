const nothing = -1;

/**
 * Ids by key, those of one key in the order of `compare`: a chained hash table in typed arrays, 12 bytes an entry and 5
 * a chain. Keys are hashes whose last bits are as good as any.
 */
export class KeyTable {
  private heads = new Int32Array(64).fill(nothing);
  /** Eight bits a chain, of which a key sets one: most keys that are not there are known by this alone, in the cache. */
  private marks = new Uint8Array(64);
  private next = new Int32Array(64);
  private keys = new Int32Array(64);
  private ids = new Int32Array(64);
  private used = 0;
  private count = 0;
  private free = nothing;

  constructor(private readonly compare: (a: number, b: number) => number) {}

  /** At once where the id comes before all others of its key. */
  add(key: number, id: number): void {
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
    this.mark(key);
    if (previous === nothing) this.heads[head] = entry;
    else this.next[previous] = entry;
    this.count++;
  }

  /** Takes out one entry of this key and id; nothing where there is none. */
  remove(key: number, id: number): void {
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

  /** Tells the ids of a key in order until one is answered by false. */
  ask(key: number, tell: (id: number) => boolean): void {
    if (!this.mayHave(key)) return;
    for (let entry = this.heads[key & (this.heads.length - 1)]!; entry !== nothing; entry = this.next[entry]!) {
      if (this.keys[entry] === key && !tell(this.ids[entry]!)) return;
    }
  }

  countOf(key: number): number {
    let count = 0;
    if (!this.mayHave(key)) return count;
    for (let entry = this.heads[key & (this.heads.length - 1)]!; entry !== nothing; entry = this.next[entry]!) {
      if (this.keys[entry] === key) count++;
    }
    return count;
  }

  /** The ids of a key, in order. */
  idsOf(key: number): number[] {
    const ids: number[] = [];
    this.ask(key, (id) => ids.push(id) > 0);
    return ids;
  }

  private mayHave(key: number): boolean {
    return (this.marks[(key >>> 3) & (this.marks.length - 1)]! & (1 << (key & 7))) !== 0;
  }

  private mark(key: number): void {
    this.marks[(key >>> 3) & (this.marks.length - 1)]! |= 1 << (key & 7);
  }

  private take(): number {
    const entry = this.free;
    if (entry !== nothing) {
      this.free = this.next[entry]!;
      return entry;
    }
    if (this.used === this.keys.length) {
      this.next = grown(this.next);
      this.keys = grown(this.keys);
      this.ids = grown(this.ids);
    }
    return this.used++;
  }

  /** Twice as many chains; those of one key keep their order. */
  private rehash(): void {
    const old = this.heads;
    this.heads = new Int32Array(old.length * 2).fill(nothing);
    this.marks = new Uint8Array(this.heads.length);
    const tails = new Int32Array(this.heads.length).fill(nothing);
    for (let chain = 0; chain < old.length; chain++) {
      for (let entry = old[chain]!; entry !== nothing; ) {
        const after = this.next[entry]!;
        const head = this.keys[entry]! & (this.heads.length - 1);
        this.mark(this.keys[entry]!);
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

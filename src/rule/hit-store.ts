import { kindCount } from './kind';

type Grown = Int32Array | Uint16Array;

function grow<T extends Grown>(old: T, empty: T): T {
  empty.set(old);
  return empty;
}

const nothing = -1;

/**
 * All that was found in the rows of one table: which kind (kind.ts), by which source (the number of the column or rule
 * that can tell more of it). Chains of numbers in typed arrays, one chain per row, so that a row's hits are replaced
 * without touching the others: 8 bytes per hit and 4 per row. Within a row they stand by kind, so that errors come
 * before hints of the same code, then by source: whenever each was found, a listing cut short keeps the same ones.
 */
export class HitStore {
  private heads: Int32Array;
  private next = new Int32Array(64);
  private kinds = new Uint16Array(64);
  private sources = new Uint16Array(64);
  private used = 0;
  private free = nothing;
  /** Hits there are by kind and, within a kind, by unit (index + 1). */
  private readonly counts: Int32Array;
  private readonly width: number;

  /** `unitOf` tells a row's index into plan.units, −1 for none: the same when a hit is taken back as when it came. */
  constructor(
    rowCount: number,
    unitCount: number,
    private readonly unitOf: (row: number) => number,
  ) {
    this.heads = new Int32Array(rowCount).fill(nothing);
    this.width = unitCount + 1;
    this.counts = new Int32Array(kindCount * this.width);
  }

  /** Rows from `rowCount` on must have no hits. */
  resize(rowCount: number): void {
    const heads = new Int32Array(rowCount).fill(nothing);
    heads.set(this.heads.subarray(0, Math.min(rowCount, this.heads.length)));
    this.heads = heads;
  }

  add(kind: number, source: number, row: number): void {
    let slot = this.free;
    if (slot === nothing) {
      slot = this.used++;
      if (slot === this.next.length) this.makeRoom();
    } else this.free = this.next[slot]!;
    this.kinds[slot] = kind;
    this.sources[slot] = source;
    this.insert(slot, row);
    this.count(kind, row, 1);
  }

  private insert(slot: number, row: number): void {
    let previous = nothing;
    let after = this.heads[row]!;
    while (after !== nothing && this.isBefore(after, slot)) {
      previous = after;
      after = this.next[after]!;
    }
    this.next[slot] = after;
    if (previous === nothing) this.heads[row] = slot;
    else this.next[previous] = slot;
  }

  private isBefore(a: number, b: number): boolean {
    return this.kinds[a]! < this.kinds[b]! || (this.kinds[a] === this.kinds[b] && this.sources[a]! < this.sources[b]!);
  }

  /** Takes back what the sources in question have found in a row. */
  retract(row: number, isMeant: (source: number) => boolean): void {
    let previous = nothing;
    for (let slot = this.heads[row]!; slot !== nothing; ) {
      const after = this.next[slot]!;
      if (isMeant(this.sources[slot]!)) {
        if (previous === nothing) this.heads[row] = after;
        else this.next[previous] = after;
        this.count(this.kinds[slot]!, row, -1);
        this.next[slot] = this.free;
        this.free = slot;
      } else previous = slot;
      slot = after;
    }
  }

  /** The row's first hit, and after each the next; −1 where there is none. */
  first(row: number): number {
    return this.heads[row]!;
  }

  after(slot: number): number {
    return this.next[slot]!;
  }

  kindAt(slot: number): number {
    return this.kinds[slot]!;
  }

  sourceAt(slot: number): number {
    return this.sources[slot]!;
  }

  /** Hits of a kind, of whatever unit. */
  countOf(kind: number): number {
    let sum = 0;
    for (let at = kind * this.width; at < (kind + 1) * this.width; at++) sum += this.counts[at]!;
    return sum;
  }

  /** Hits of a kind in rows of a unit: index into plan.units, −1 for rows whose unit cannot be told. */
  countIn(kind: number, unit: number): number {
    return this.counts[kind * this.width + unit + 1]!;
  }

  private count(kind: number, row: number, by: 1 | -1): void {
    this.counts[kind * this.width + this.unitOf(row) + 1]! += by;
  }

  private makeRoom(): void {
    const room = this.next.length * 2;
    this.next = grow(this.next, new Int32Array(room));
    this.kinds = grow(this.kinds, new Uint16Array(room));
    this.sources = grow(this.sources, new Uint16Array(room));
  }
}

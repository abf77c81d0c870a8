/** A repeatable source of chance (mulberry32): the same seed gives the same sample. */
export class Random {
  constructor(private state: number) {}

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from least to most, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.between(0, items.length - 1)]!;
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /**
   * Splits a whole amount into parts of at least `least` each that sum to it exactly. The amount must hold
   * count × least.
   */
  split(amount: number, count: number, least = 1): number[] {
    const weights = Array.from({ length: count }, () => 0.5 + this.next());
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const free = amount - count * least;
    const parts = weights.map((weight) => least + Math.floor((free * weight) / total));
    const rest = amount - parts.reduce((sum, part) => sum + part, 0);
    for (let at = 0; at < rest; at += 1) parts[at % count]! += 1;
    return parts;
  }
}

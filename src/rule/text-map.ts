const shardCount = 64;

/**
 * A map by text, in parts: where a map of half a million texts grows, it stands still for longer than a step may take.
 * Texts are told apart by their last letters, in which codes and numbered names differ.
 */
export class TextMap<V> {
  private readonly shards = Array.from({ length: shardCount }, () => new Map<string, V>());

  get(text: string): V | undefined {
    return this.shardOf(text).get(text);
  }

  set(text: string, value: V): void {
    this.shardOf(text).set(text, value);
  }

  delete(text: string): void {
    this.shardOf(text).delete(text);
  }

  *values(): Generator<V> {
    for (const shard of this.shards) yield* shard.values();
  }

  private shardOf(text: string): Map<string, V> {
    const { length } = text;
    const letters = length < 3 ? length : text.charCodeAt(length - 1) + text.charCodeAt(length - 2) * 7 + text.charCodeAt(length - 3) * 31;
    return this.shards[letters % shardCount]!;
  }
}

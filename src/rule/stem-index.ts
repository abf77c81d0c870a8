/** Ids by band of 总投资 and stem, each in the order of `compare`. */
export class StemIndex {
  private readonly bands = new Map<number, Map<string, number[]>>();

  constructor(private readonly compare: (a: number, b: number) => number) {}

  add(band: number, stem: string, id: number): void {
    let stems = this.bands.get(band);
    if (!stems) this.bands.set(band, (stems = new Map()));
    const ids = stems.get(stem);
    // The last comes first in the array: an index is built from the last on.
    if (ids) ids.splice(this.positionOf(ids, id), 0, id);
    else stems.set(stem, [id]);
  }

  remove(band: number, stem: string, id: number): void {
    const stems = this.bands.get(band);
    const ids = stems?.get(stem);
    const at = ids?.indexOf(id) ?? -1;
    if (!stems || !ids || at < 0) return;
    ids.splice(at, 1);
    if (ids.length === 0) stems.delete(stem);
  }

  /** Tells the ids in order until one is answered by false. */
  find(band: number, stem: string, ask: (id: number) => boolean): void {
    const ids = this.bands.get(band)?.get(stem) ?? [];
    for (let at = ids.length - 1; at >= 0 && ask(ids[at]!); at--);
  }

  private positionOf(ids: readonly number[], id: number): number {
    let [low, high] = [0, ids.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(ids[middle]!, id) > 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

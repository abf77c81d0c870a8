export interface Interval {
  readonly from: number;
  readonly to: number;
}

function toList<T>(held: T | T[]): T[] {
  return Array.isArray(held) ? held : [held];
}

/**
 * Which intervals (rows of one column that formulas read) meet given rows. Sorted by start, with the largest end of
 * each half kept (an implicit tree), so that a question costs little more than its answer. Sorted when next asked.
 */
export class IntervalIndex<T extends Interval> {
  private items: T[] = [];
  private largest: number[] = [];
  /** Those of one row, most often one per row. */
  private single = new Map<number, T | T[]>();
  private isSorted = true;

  add(item: T): void {
    if (item.from === item.to) {
      const here = this.single.get(item.from);
      this.single.set(item.from, here === undefined ? item : [...toList(here), item]);
    } else {
      this.items.push(item);
      this.isSorted = false;
    }
  }

  remove(item: T): void {
    if (item.from === item.to) {
      const left = toList(this.single.get(item.from) ?? []).filter((one) => one !== item);
      if (left.length > 0) this.single.set(item.from, left);
      else this.single.delete(item.from);
    } else {
      const at = this.items.indexOf(item);
      if (at >= 0) this.items.splice(at, 1);
      this.isSorted = false;
    }
  }

  private sort(): void {
    this.items.sort((a, b) => a.from - b.from);
    this.largest = new Array<number>(this.items.length);
    const fill = (low: number, high: number): number => {
      if (low > high) return -1;
      const middle = (low + high) >> 1;
      const end = Math.max(this.items[middle]!.to, fill(low, middle - 1), fill(middle + 1, high));
      this.largest[middle] = end;
      return end;
    };
    fill(0, this.items.length - 1);
    this.isSorted = true;
  }

  /** Calls back for each interval that meets rows from…to (inclusive). */
  visit(from: number, to: number, found: (item: T) => void): void {
    if (this.single.size > 0) {
      if (to - from < this.single.size) {
        for (let row = from; row <= to; row++) {
          toList(this.single.get(row) ?? []).forEach(found);
        }
      } else {
        for (const [row, items] of this.single) if (row >= from && row <= to) toList(items).forEach(found);
      }
    }
    if (!this.isSorted) this.sort();
    const search = (low: number, high: number): void => {
      if (low > high) return;
      const middle = (low + high) >> 1;
      if (this.largest[middle]! < from) return;
      search(low, middle - 1);
      const item = this.items[middle]!;
      if (item.from > to) return;
      if (item.to >= from) found(item);
      search(middle + 1, high);
    };
    search(0, this.items.length - 1);
  }
}

/** Sizes of the rows or columns of a sheet, as running offsets in CSS pixels. Hidden lines have size 0. */
export class Axis {
  private readonly offsets: Float64Array;

  /** sizeOf is asked once for each line. */
  constructor(
    readonly count: number,
    sizeOf: (index: number) => number,
  ) {
    this.offsets = new Float64Array(count + 1);
    for (let index = 0; index < count; index += 1) {
      this.offsets[index + 1] = this.offsets[index]! + Math.max(0, sizeOf(index));
    }
  }

  /** Where a line begins; lines beyond the end begin at the end. */
  start(index: number): number {
    return this.offsets[Math.min(Math.max(index, 0), this.count)]!;
  }

  end(index: number): number {
    return this.start(index + 1);
  }

  size(index: number): number {
    return this.end(index) - this.start(index);
  }

  get total(): number {
    return this.offsets[this.count]!;
  }

  isHidden(index: number): boolean {
    return this.size(index) === 0;
  }

  /** The visible line that contains this position; the last one where the position lies beyond the end. */
  at(position: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.offsets[middle + 1]! <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The next visible line from here by this many steps, staying within the sheet. */
  step(index: number, steps: number): number {
    const direction = Math.sign(steps);
    let result = index;
    let left = Math.abs(steps);
    for (let next = index + direction; left > 0 && next >= 0 && next < this.count; next += direction) {
      if (this.isHidden(next)) continue;
      result = next;
      left -= 1;
    }
    return result;
  }
}

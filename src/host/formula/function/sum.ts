// Taken once: where the page is simulated (jsdom), every look at a global is slow.
const { abs } = Math;

/** Adds numbers keeping what rounding drops (Neumaier), so that the order of rows does not show in a total. */
export class ExactSum {
  private total = 0;
  private lost = 0;
  count = 0;

  add(value: number): void {
    const next = this.total + value;
    this.lost += abs(this.total) >= abs(value) ? this.total - next + value : value - next + this.total;
    this.total = next;
    this.count++;
  }

  get value(): number {
    const sum = this.total + this.lost;
    // After an overflow the correction is no number.
    return Number.isNaN(sum) ? this.total : sum;
  }
}

import type { BlockColumn, Picked } from '../block-column';

/** Below so many cells adding them one by one is as quick. */
const WORTH_IT = 64;

/**
 * Sums of the first n of some positions, each as a double and what it lost, so that the difference of two of them is
 * the sum between, exact but for its last bit. ">100" over a sorted column then costs the same however much it picks.
 */
class RunningSum {
  private readonly high: Float64Array;
  private readonly low: Float64Array;
  private readonly counts: Int32Array;

  constructor(positions: ArrayLike<number>, numeric: Float64Array) {
    this.high = new Float64Array(positions.length + 1);
    this.low = new Float64Array(positions.length + 1);
    this.counts = new Int32Array(positions.length + 1);
    let [high, low, count] = [0, 0, 0];
    for (let index = 0; index < positions.length; index++) {
      const value = numeric[positions[index]!];
      if (value !== undefined && value === value) {
        const next = high + value;
        const shift = next - high;
        low += high - (next - shift) + (value - shift);
        high = next;
        count++;
      }
      this.high[index + 1] = high;
      this.low[index + 1] = low;
      this.counts[index + 1] = count;
    }
  }

  between(from: number, to: number): { sum: number; count: number } {
    const [a, b] = [-this.high[from]!, this.high[to]!];
    const high = a + b;
    const shift = high - a;
    const lost = a - (high - shift) + (b - shift);
    return { sum: high + (lost + (this.low[to]! - this.low[from]!)), count: this.counts[to]! - this.counts[from]! };
  }
}

const kept = new WeakMap<BlockColumn, Map<ArrayLike<number>, RunningSum>>();

/** Sum and count of the measured numbers at sorted positions; null where adding them up is as quick or not possible. */
export function sumSorted(measured: BlockColumn, { positions, from, to }: Picked): { sum: number; count: number } | null {
  if (to - from < WORTH_IT || to - from === positions.length || !measured.indexed || measured.firstError) return null;
  let sums = kept.get(measured);
  if (!sums) kept.set(measured, (sums = new Map()));
  let running = sums.get(positions);
  // Another sorted column gone out of date leaves its sums behind: there are never many columns.
  if (sums.size > 16) sums.clear();
  if (!running) sums.set(positions, (running = new RunningSum(positions, measured.numeric)));
  return running.between(from, to);
}

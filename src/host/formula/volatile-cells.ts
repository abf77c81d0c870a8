import type { CompiledFormula } from './compile-formula';
import type { FormulaCell } from './vertex';

/** Cells whose results change without an edit: with the day, with anything at all, with which rows are in sight. */
export class VolatileCells {
  readonly clock = new Set<FormulaCell>();
  readonly dynamic = new Set<FormulaCell>();
  readonly visibility = new Set<FormulaCell>();
  private lastDay = Number.NaN;

  add(cell: FormulaCell, compiled: CompiledFormula): void {
    if (compiled.volatile.clock) this.clock.add(cell);
    if (compiled.volatile.dynamic) this.dynamic.add(cell);
    if (compiled.visibility) this.visibility.add(cell);
  }

  delete(cell: FormulaCell): void {
    this.clock.delete(cell);
    this.dynamic.delete(cell);
    this.visibility.delete(cell);
  }

  clear(): void {
    this.clock.clear();
    this.dynamic.clear();
    this.visibility.clear();
  }

  /** True once per day, for the day that the clock shows. */
  isNewDay(now: number): boolean {
    const day = Math.floor(now);
    if (day === this.lastDay) return false;
    this.lastDay = day;
    return true;
  }
}

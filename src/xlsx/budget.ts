import { FileError, type FileMeasure } from './file-error';
import type { FileLimits } from './file-limit';

type Spent = Extract<FileMeasure, 'cells' | 'characters' | 'formulas' | 'formats'>;

/** What is left of a file's limits, over all its sheets: many sheets that are each within bounds can be too much. */
export class Budget {
  private readonly spent: Record<Spent, number> = { cells: 0, characters: 0, formulas: 0, formats: 0 };

  constructor(readonly limits: FileLimits) {}

  /** Throws FileError tooLarge once more was spent than the limits allow. */
  spend(measure: Spent, amount: number, sheet?: string): void {
    this.spent[measure] += amount;
    if (this.spent[measure] <= this.limits[measure]) return;
    throw new FileError({ kind: 'tooLarge', measure, limit: this.limits[measure], ...(sheet !== undefined && { sheet }) });
  }

  /** A text of a cell or of the shared ones, as read. Throws FileError tooLarge for one that no cell can hold. */
  checkText(text: string, sheet?: string): void {
    const { textLength } = this.limits;
    if (text.length <= textLength) return;
    throw new FileError({ kind: 'tooLarge', measure: 'textLength', limit: textLength, ...(sheet !== undefined && { sheet }) });
  }
}

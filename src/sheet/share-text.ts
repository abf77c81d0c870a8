import type { Steps } from '../total/steps';
import type { WorkbookContent } from './model';

/** Texts that are known of one column; more make it a column of names, where each stands once. */
const textsPerColumn = 64;
const rowsPerStep = 250;

/**
 * Texts of one sheet that stand in many rows of a column, each kept once: choices, units, and the formula that a whole column
 * shares. What comes from Excel or from another thread holds each of them row by row, and those copies are most of what a
 * large workbook takes.
 */
export class TextPool {
  private readonly columns: (Map<string, string> | null)[] = [];

  own(column: number, text: string): string {
    let known = this.columns[column];
    if (known === null) return text;
    if (known === undefined) this.columns[column] = known = new Map();
    const own = known.get(text);
    if (own !== undefined) return own;
    known.set(text, text);
    if (known.size > textsPerColumn) this.columns[column] = null;
    return text;
  }
}

/** Lets cells that hold the same text hold one and the same, in the arrays as they are: nobody else may have them yet. */
export function* shareTexts({ sheets }: WorkbookContent): Steps<void> {
  for (const { values, formulas } of sheets) {
    yield* shareIn(values as readonly unknown[][]);
    yield* shareIn(formulas as readonly unknown[][]);
  }
}

function* shareIn(lines: readonly unknown[][]): Steps<void> {
  const pool = new TextPool();
  for (let row = 0; row < lines.length; row += 1) {
    const line = lines[row]!;
    for (let at = 0; at < line.length; at += 1) {
      const cell = line[at];
      if (typeof cell === 'string') line[at] = pool.own(at, cell);
    }
    if (row % rowsPerStep === 0) yield;
  }
}

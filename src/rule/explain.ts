import type { WorkbookEntries } from '../list/entry';
import type { Explanation } from '../list/record';
import type { Issue } from './issue';

/** FNV-1a, 32 bits, in base 36: short enough for a cell, and a changed value changes it. */
function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return `${(hash >>> 0).toString(36)}.${text.length.toString(36)}`;
}

/**
 * What a rule across rows held the row against, by parameter: it was judged too. Row numbers are not among them: rows
 * are sorted and inserted.
 */
const comparedParams = ['own', 'other', 'otherList', 'lists', 'units', 'names'];

/**
 * Hash of the values that were judged: the issue's cells and what they were compared with, or its parameters where it
 * is about no row. A row without identity (of a target list) is told from others by list and unit.
 */
export function hashOfJudged(issue: Issue, entries: WorkbookEntries): string {
  const { list, unit, row, rowIndex, columns, params } = issue;
  if (list === null || rowIndex === null) return hashText(JSON.stringify([list, unit, columns, params]));
  const values = entries.lists[list]?.values ?? {};
  const cells = columns.map((column) => values[column]?.[rowIndex] ?? null);
  const compared = comparedParams.map((name) => params[name] ?? null);
  return hashText(JSON.stringify([columns, cells, compared, ...(row ? [] : [list, unit])]));
}

/** The explanation to be kept when somebody explains an issue: for this row, this code and these values. */
export function explain(issue: Issue, entries: WorkbookEntries, who: string, why: string): Explanation {
  return { row: issue.row ?? '', code: issue.code, valueHash: hashOfJudged(issue, entries), who, why };
}

/** Finds what was said of an issue, as long as the values are the ones that were explained. */
export class ExplanationBook {
  private readonly byKey = new Map<string, Explanation>();
  private readonly rows: ReadonlySet<string>;

  constructor(explanations: readonly Explanation[]) {
    for (const each of explanations) this.byKey.set(`${each.row}|${each.code}|${each.valueHash}`, each);
    this.rows = new Set(explanations.map((each) => each.row));
  }

  get isEmpty(): boolean {
    return this.rows.size === 0;
  }

  /** True where something is said of a row. Of rows without identity nothing can be: each gets one when it is explained. */
  mayExplain(row: string): boolean {
    return row !== '' && this.rows.has(row);
  }

  find(issue: Issue, entries: WorkbookEntries): Explanation | undefined {
    if (!this.rows.has(issue.row ?? '')) return undefined;
    return this.byKey.get(`${issue.row ?? ''}|${issue.code}|${hashOfJudged(issue, entries)}`);
  }
}

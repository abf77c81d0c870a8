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

/** Hash of the values that were judged: the issue's cells, or its parameters where it is about no row. */
export function hashOfJudged(issue: Issue, entries: WorkbookEntries): string {
  const { list, rowIndex } = issue;
  if (list === null || rowIndex === null) return hashText(JSON.stringify([list, issue.unit, issue.columns, issue.params]));
  const values = entries.lists[list]?.values ?? {};
  return hashText(JSON.stringify(issue.columns.map((column) => values[column]?.[rowIndex] ?? null)));
}

/** The explanation to be kept when somebody explains an issue: for this row, this code and these values. */
export function explain(issue: Issue, entries: WorkbookEntries, who: string, why: string): Explanation {
  return { row: issue.row ?? '', code: issue.code, valueHash: hashOfJudged(issue, entries), who, why };
}

/** Finds what was said of an issue, as long as the values are the ones that were explained. */
export class ExplanationBook {
  private readonly byKey = new Map<string, Explanation>();
  private readonly rows: ReadonlySet<string>;

  constructor(private readonly entries: WorkbookEntries) {
    for (const each of entries.explanations) this.byKey.set(`${each.row}|${each.code}|${each.valueHash}`, each);
    this.rows = new Set(entries.explanations.map((each) => each.row));
  }

  get isEmpty(): boolean {
    return this.rows.size === 0;
  }

  mayExplain(row: string): boolean {
    return this.rows.has(row);
  }

  find(issue: Issue): Explanation | undefined {
    if (!this.rows.has(issue.row ?? '')) return undefined;
    return this.byKey.get(`${issue.row ?? ''}|${issue.code}|${hashOfJudged(issue, this.entries)}`);
  }
}

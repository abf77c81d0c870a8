import type { WorkbookEntries } from '../list/entry';
import type { List, ListKey } from '../list/list';
import type { CheckResult, Fix, Issue } from './issue';
import { isBlank } from './value';

/** The place that a fix writes to: two fixes of one place exclude each other. */
function placeOf(fix: Fix): string {
  switch (fix.kind) {
    case 'cell':
    case 'restoreFormula':
    case 'restoreTarget':
      return `${fix.list}|${fix.rowIndex}|${fix.column}`;
    case 'restoreHeader':
      return `${fix.list}|header|${fix.column}`;
    case 'restoreSheet':
    case 'growTable':
      return `${fix.list}|${fix.kind}`;
  }
}

/** The issues that 全部修正 mends, in order, at most one for each place; explained ones stay as they are. */
export function fixesOf(result: Pick<CheckResult, 'issues'>): (Issue & { readonly fix: Fix })[] {
  const taken = new Set<string>();
  return result.issues.filter((issue): issue is Issue & { readonly fix: Fix } => {
    if (!issue.fix || issue.explained) return false;
    const place = placeOf(issue.fix);
    if (taken.has(place)) return false;
    taken.add(place);
    return true;
  });
}

/** A formula of ours that is missing in a row added in another program; put back without a word. */
export interface MissingFormula {
  readonly list: ListKey;
  readonly rowIndex: number;
  readonly column: string;
}

/**
 * ƒ cells that hold neither formula nor value, in rows that hold something. In one unit's workbook the
 * 县（市、区） cells of project lists are among them.
 */
export function missingFormulas(entries: WorkbookEntries, lists: readonly List[]): MissingFormula[] {
  const missing: MissingFormula[] = [];
  for (const list of lists) {
    const found = Object.hasOwn(entries.lists, list.key) ? entries.lists[list.key] : undefined;
    if (!found) continue;
    const isFormula = (key: string) => list.kind === 'project' && entries.scope.kind === 'unit' && key === list.unitColumn;
    const used = usedRows(list, found.values, found.rowCount, isFormula);
    for (const column of list.columns) {
      if (column.role !== 'formula' && !isFormula(column.key)) continue;
      const values = found.values[column.key];
      const formulas = found.formulas[column.key];
      if (!values || !formulas) continue;
      for (let row = 0; row < found.rowCount; row++) {
        if (used[row] === 1 && !formulas[row] && isBlank(values[row])) missing.push({ list: list.key, rowIndex: row, column: column.key });
      }
    }
  }
  return missing;
}

function usedRows(list: List, values: Readonly<Record<string, readonly unknown[]>>, rowCount: number, isFormula: (key: string) => boolean): Uint8Array {
  const used = new Uint8Array(rowCount);
  for (const column of list.columns) {
    if ((column.role !== 'entry' && column.role !== 'issued') || isFormula(column.key)) continue;
    const cells = values[column.key];
    if (!cells) continue;
    for (let row = 0; row < rowCount; row++) {
      const value = cells[row];
      if (value !== null && value !== undefined && value !== '') used[row] = 1;
    }
  }
  return used;
}

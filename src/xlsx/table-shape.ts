import type { Area, TableModel } from '../sheet/model';
import type { Budget } from './budget';

/** A table has at least one row under its header, even where that row is empty. */
export function tableArea({ area }: TableModel): TableModel['area'] {
  return { ...area, rows: Math.max(2, area.rows) };
}

/** A table is read to its last row, however few are filled; `paid` are the sheet's cells so far. Throws FileError tooLarge. */
export function payForTable(area: Area, paid: number, budget: Budget, sheet: string): void {
  budget.spend('cells', Math.max(0, area.rows * area.columns - paid), sheet);
}

/** Header texts as the file needs them: none empty, none twice (case does not count). */
export function uniqueHeaders(table: TableModel): readonly string[] {
  const seen = new Set<string>();
  return Array.from({ length: table.area.columns }, (_, i) => {
    const wanted = table.headers[i] || `列${i + 1}`;
    let header = wanted;
    for (let n = 2; seen.has(header.toLowerCase()); n += 1) header = `${wanted}${n}`;
    seen.add(header.toLowerCase());
    return header;
  });
}

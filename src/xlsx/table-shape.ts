import type { TableModel } from '../sheet/model';

/** A table has at least one row under its header, even where that row is empty. */
export function tableArea({ area }: TableModel): TableModel['area'] {
  return { ...area, rows: Math.max(2, area.rows) };
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

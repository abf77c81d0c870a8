import type { Finding } from '../list/entry';
import type { List, Value } from '../list/list';

/** A header row matched with a list's columns. */
export interface MatchedHeaders {
  /** Sheet column by key, for headers that stand as issued. */
  readonly at: Readonly<Record<string, number>>;
  /** Columns whose header was altered but whose place and content leave no doubt. */
  readonly certain: Readonly<Record<string, number>>;
  /** Sheet columns that are the user's own, with their header. */
  readonly foreign: readonly { readonly at: number; readonly header: string }[];
  readonly findings: readonly Finding[];
}

/** Blanks and line breaks removed, full-width brackets unified: how headers are compared. */
export function normaliseHeader(text: string): string {
  return text.replaceAll(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）');
}

/**
 * Matches the cells of a header row with the columns of a list, in whatever order they stand.
 * A column whose header is gone is certain where the neighbours it was issued between enclose exactly one
 * foreign header and most of what stands below fits the column.
 */
export function matchHeaders(
  list: List,
  issued: Readonly<Record<string, string>>,
  headerRow: number,
  first: number,
  cells: readonly Value[],
  bodyOf: (at: number) => readonly Value[],
): MatchedHeaders {
  const at: Record<string, number> = {};
  const foreign: { at: number; header: string }[] = [];
  const keys = new Map(list.columns.map((column) => [normaliseHeader(issued[column.key] ?? column.header), column.key]));
  const doubled: Finding[] = [];
  cells.forEach((value, offset) => {
    const header = typeof value === 'string' ? value : value === null ? '' : String(value);
    const key = keys.get(normaliseHeader(header));
    if (key !== undefined && at[key] === undefined) {
      at[key] = first + offset;
      return;
    }
    foreign.push({ at: first + offset, header });
    if (key !== undefined) {
      const place = { column: key, row: headerRow, at: first + offset };
      doubled.push({ kind: 'headerAltered', list: list.key, ...place, seen: header, certain: false });
    }
  });
  const certain: Record<string, number> = {};
  const gone = list.columns.flatMap((column, index): Finding[] => {
    if (at[column.key] !== undefined) return [];
    const place = placeBetween(list, index, at, foreign);
    const isCertain = place !== null && mostFit(bodyOf(place.at), list.columns[index]!.schema);
    if (isCertain) certain[column.key] = place.at;
    return [
      {
        kind: 'headerAltered',
        list: list.key,
        column: column.key,
        row: headerRow,
        at: place?.at ?? null,
        seen: place?.header ?? null,
        certain: isCertain,
      },
    ];
  });
  const taken = new Set(Object.values(certain));
  return { at, certain, foreign: foreign.filter((column) => !taken.has(column.at)), findings: [...gone, ...doubled] };
}

/** The one foreign column between the neighbours of a missing column, null where there is not exactly one. */
function placeBetween(
  list: List,
  index: number,
  at: Readonly<Record<string, number>>,
  foreign: readonly { readonly at: number; readonly header: string }[],
): { readonly at: number; readonly header: string } | null {
  const before = index === 0 ? -1 : at[list.columns[index - 1]!.key];
  const next = list.columns[index + 1];
  const after = next === undefined ? Number.MAX_SAFE_INTEGER : at[next.key];
  if (before === undefined || after === undefined) return null;
  const between = foreign.filter((column) => column.at > before && column.at < after);
  return between.length === 1 ? between[0]! : null;
}

/** More than half of what is filled meets the column's schema; an empty column contradicts nothing. */
function mostFit(values: readonly Value[], schema: List['columns'][number]['schema']): boolean {
  const filled = values.filter((value) => value !== null && value !== '');
  const fitting = filled.filter((value) => schema.safeParse(value).success).length;
  return filled.length === 0 || fitting * 2 > filled.length;
}
